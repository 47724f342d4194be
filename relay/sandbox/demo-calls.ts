import { addDays, localDateOf, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantOf } from '../src/booking/calendar-of.ts'
import { findNextSlots } from '../src/booking/find-open-slots.ts'
import { nowOf } from '../src/ports/clock.ts'
import { loadSetup } from '../src/store/setup.ts'
import type { Guest } from './demo-cast.ts'
import { DEMO_ASSISTANT_ID, DEMO_NUMBER, DEMO_VAPI_NUMBER_ID } from './demo-practice.ts'
import { contextOf, type DemoStage } from './demo-stage.ts'
import type { CallSession, EndOptions } from './vapi/call-session.ts'
import { openScriptedCall } from './vapi/scripted-call.ts'

const GREETING = 'Bright Smiles Dental, this is the virtual receptionist. How can I help?'
const THINKING_SECONDS = 4
const SPEAKING_SECONDS = 7

/** Somebody calls, says these lines one after the other, and the receptionist acts on them with the relay's real tools. */
async function talk(stage: DemoStage, from: string | null, lines: string[]): Promise<CallSession> {
  const session = await stage.sandbox.vapi.startCall({
    from,
    to: DEMO_NUMBER,
    assistantId: DEMO_ASSISTANT_ID,
    phoneNumberId: DEMO_VAPI_NUMBER_ID,
  })
  stage.clock.skip(SPEAKING_SECONDS)
  if (lines.length === 0) return session
  const call = await openScriptedCall(session, GREETING)
  for (const line of lines) {
    stage.clock.skip(THINKING_SECONDS)
    await call.hear(line)
    stage.clock.skip(SPEAKING_SECONDS)
  }
  return session
}

async function callAndEnd(stage: DemoStage, from: string | null, lines: string[], end: EndOptions): Promise<void> {
  const session = await talk(stage, from, lines)
  await session.end({ endedReason: 'customer-ended-call', ...end })
}

/** Nobody on file calls and books the first visit. */
export const bookNewPatient = (stage: DemoStage) =>
  callAndEnd(
    stage,
    '+15125550119',
    [
      'Hi, I just moved to town and would like to book an exam, I am a new patient',
      'Hugo Brandt',
      'June 14, 1991',
      'next week in the morning',
      'the first one please',
    ],
    { summary: 'A new patient booked a first exam for a morning next week and was texted the time.', cost: 0.34 },
  )

/** Somebody on file proves who they are and moves their visit, two weeks on or as soon after that as it can be. */
export async function moveVisit(stage: DemoStage, guest: Guest): Promise<void> {
  const { patient, phone } = guest
  await callAndEnd(
    stage,
    phone,
    [
      'Hello, I need to move my appointment',
      `${patient.firstName} ${patient.lastName}`,
      spokenDay(patient.birthDate ?? ''),
      await openTimeFor(stage, guest),
    ],
    { summary: 'The caller proved who they are and moved their visit two weeks back.', cost: 0.31 },
  )
}

/** "December 3 at 9:15 am", open for the same kind of visit. */
async function openTimeFor(stage: DemoStage, { patient, visit }: Guest): Promise<string> {
  const { practiceId, store } = contextOf(stage)
  const zone = stage.practice.timeZone
  const from = addDays(localDateOf(visit.startsAt, zone), 14)
  const [slot] = await store.read(function* () {
    const setup = yield* loadSetup(practiceId)
    const question = { appointmentTypeId: visit.appointmentTypeId, providerId: visit.providerId, patientId: patient.id }
    return yield* findNextSlots(setup, nowOf(stage.clock), { ...question, by: 'machine', from }, 1)
  })
  if (!slot) throw new Error('The demo practice has no open time two weeks on.')
  const { date, minuteOfDay } = wallClock(instantOf(slot.start), zone)
  const hour = Math.floor(minuteOfDay / 60)
  const minutes = String(minuteOfDay % 60).padStart(2, '0')
  return `${spokenDay(date).split(',')[0]} at ${hour % 12 || 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`
}

/** A question that the receptionist leaves to staff. */
export const askAboutInsurance = (stage: DemoStage) =>
  callAndEnd(stage, '+12545550188', ['Can someone call me back about my insurance, my plan changed to Delta Dental'], {
    summary: 'The caller’s dental plan changed. They want to know whether it is accepted, and were promised a call back.',
    cost: 0.12,
  })

export const hangUpAtOnce = async (stage: DemoStage): Promise<void> => {
  const session = await stage.sandbox.vapi.startCall({
    from: null,
    to: DEMO_NUMBER,
    assistantId: DEMO_ASSISTANT_ID,
    phoneNumberId: DEMO_VAPI_NUMBER_ID,
  })
  stage.clock.skip(6)
  await session.end({ endedReason: 'customer-ended-call', cost: 0.01 })
}

/** A call that stays on the line after a few turns. */
export const startLiveCall = (stage: DemoStage): Promise<CallSession> =>
  talk(stage, '+15125550118', ['Hi, I would like to book a cleaning', 'Renee Maxwell'])

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "April 12, 1988" */
function spokenDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `${MONTHS[month - 1]} ${day}, ${year}`
}
