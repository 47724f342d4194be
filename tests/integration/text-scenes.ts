import type { PracticeFile } from '@dentalanswer/relay/src/onboarding/practice-file.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { openWorld, type Person } from '../support/world.ts'

export const ANA = '+15125550199'
/** Wednesday 4 March 2026 at 9:00 in Chicago; tests begin on the Monday before. */
export const WEDNESDAY_NINE = '2026-03-04T15:00:00.000Z'
export const WEDNESDAY_ELEVEN = '2026-03-04T17:00:00.000Z'
export const ANA_GARCIA: Person = { firstName: 'Ana', lastName: 'Garcia', phone: ANA }

export type MessageRow = {
  id: string
  direction: string
  from_number: string
  to_number: string
  patient_number: string
  body: string
  purpose: string
  provider: string
  provider_message_id: string | null
  status: string
  error_code: string | null
  error: string | null
  related_type: string | null
  related_id: string | null
  reading: string | null
  segments: number
  attention: string
  attention_reason: string | null
  send_after: string | null
  created_at: string
  sent_at: string | null
  received_at: string | null
  delivered_at: string | null
}
export type OutboxRow = { id: string; state: string; attempts: number; run_after: string; last_error: string | null }

export type Texting = Awaited<ReturnType<typeof openTexting>>

/** A practice with a desk, and what tests of texts look at. */
export async function openTexting(options: { now?: string; practice?: Partial<PracticeFile> } = {}) {
  const world = await openWorld(options)
  const desk = (await world.pair()).client
  const setup = await world.setup()
  const typeId = setup.appointmentTypes.find((one) => one.name === 'Filling')!.id

  const book = (patient: Patient, startsAt: string = WEDNESDAY_NINE, sendText = true): Promise<Appointment> =>
    desk.call('appointment.book', {
      patientId: patient.id,
      appointmentTypeId: typeId,
      startsAt: startsAt as never,
      providerId: null,
      operatoryId: null,
      note: '',
      overbookReason: null,
      sendText,
    })
  const messages = async (): Promise<MessageRow[]> =>
    (await world.rows<MessageRow>('messages')).sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    ...world,
    desk,
    book,
    messages,
    /** Ana with a visit on Wednesday at 9:00 whose confirmation text was delivered. */
    async anaAsked(person: Person = ANA_GARCIA) {
      const patient = await world.addPatient(person)
      const visit = await book(patient)
      await world.drain()
      return { patient, visit }
    },
    visit: async (id: string) => (await desk.call('appointment.find', { appointmentId: id as never })).appointment,
    last: async (direction: 'inbound' | 'outbound') => (await messages()).filter((one) => one.direction === direction).at(-1)!,
    reply: async (body: string, from = ANA) => {
      world.clock.advance(1)
      await world.text(from, body)
      return (await messages()).filter((one) => one.direction === 'inbound').at(-1)!
    },
    callbacks: () => world.rows<{ reason: string; urgency: string; status: string; patient_id: string | null }>('callbacks'),
    leads: () => world.rows<{ kind: string; appointment_id: string; message_id: string | null }>('leads'),
    optOuts: () => world.rows<{ phone_number: string; source: string; opted_in_at: string | null }>('opt_outs'),
    jobs: async () => (await world.rows<OutboxRow>('outbox')).sort((one, other) => (one.id < other.id ? -1 : 1)),
    /** What the carrier has, from us. */
    sent: () => world.twilio.messages().filter((one) => one.direction === 'outbound-api'),
    lastEvent: async () => (await world.events()).at(-1)!,
  }
}
