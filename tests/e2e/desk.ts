import { deskClient, pairDesk } from '@dentalanswer/shared/contract/desk-client.ts'
import { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { EventSourceParserStream } from 'eventsource-parser/stream'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A desk that is paired with the printed code, reading the live feed. */
export async function openDesk(relayUrl: string, code: string) {
  const { token } = await pairDesk(relayUrl, { code, deviceName: 'Front desk' })
  const client = deskClient({ baseUrl: relayUrl, token })
  const feed = await openFeed(relayUrl, token)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) as LocalDate
  return {
    client,
    token,
    events: feed.events,
    close: feed.close,
    async appointmentsOf(firstName: string): Promise<Appointment[]> {
      const { appointments, patients } = await client.call('schedule.range', { from: day(-1), to: day(21) })
      const ids = patients.filter((patient) => patient.firstName === firstName).map((patient) => patient.id)
      return appointments.filter((one) => ids.includes(one.patientId))
    },
    appointment: async (id: AppointmentId): Promise<Appointment> =>
      (await client.call('appointment.find', { appointmentId: id })).appointment,
    thread: (phoneNumber: string): Promise<Message[]> => client.call('thread.read', { phoneNumber: phoneNumber as PhoneNumber }),
  }
}

async function openFeed(relayUrl: string, token: string) {
  const stop = new AbortController()
  const answer = await fetch(new URL(EVENTS_PATH, relayUrl), { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })
  if (!answer.ok || !answer.body) throw new Error(`The live feed answered ${answer.status}.`)
  const events: DeskEvent[] = []
  const reading = collect(answer.body, events)
  return {
    events: () => [...events],
    async close() {
      stop.abort()
      await reading
    },
  }
}

async function collect(body: ReadableStream<Uint8Array>, events: DeskEvent[]): Promise<void> {
  try {
    const stream = body.pipeThrough(new TextDecoderStream() as never).pipeThrough(new EventSourceParserStream())
    for await (const { data } of stream as unknown as AsyncIterable<{ data: string }>) events.push(DeskEvent.parse(JSON.parse(data)))
  } catch (error) {
    // Closing the feed ends the reading this way; a stopping relay does too.
    if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')) throw error
  }
}
