import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { CallId, MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice, PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, epochMsAt, type Instant, localDateOf, MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { nowOf } from '../src/ports/clock.ts'
import { appointmentsStarting } from '../src/store/appointments.ts'
import { entityTables } from '../src/store/registry.ts'
import { loadSetup } from '../src/store/setup.ts'
import type { Ctx } from '../src/store/transaction.ts'
import type { Work } from '../src/store/work.ts'
import { isWorkday } from './demo-day.ts'
import { pickFrom, type Random, seededRandom } from './demo-random.ts'
import { NUMBER_AGE_DAYS } from './demo-seed.ts'

/** The last days are left to the morning that is played. */
const YOUNGEST_DAYS = 3
const CALLS_A_DAY = 7
const TEXTS_A_DAY = 18
const OPENING_MINUTE = 8 * 60
const CLOSING_MINUTE = 17 * 60
const COST_PER_MINUTE = 128_000

/** Nobody on file: the threads of patients begin with the demo. */
const NUMBERS = Array.from({ length: 60 }, (_, at) => `+18305550${100 + at}` as PhoneNumber)

type Base = Omit<Ctx, 'practiceId' | 'actor'>
type Past = { practice: Practice; phone: PracticePhone; newId: Base['newId'] }

/** The calls and texts of a quarter of a year, long since dealt with, so that reports have something to count. Written past the event log:
 *  before a desk connects. */
export async function writeHistory(base: Base, practice: Practice): Promise<void> {
  const now = nowOf(base.clock)
  const past = await base.store.read(() => readPast(base, practice))
  if (!past) return
  const today = localDateOf(now, practice.timeZone)
  const days = Array.from({ length: NUMBER_AGE_DAYS - YOUNGEST_DAYS }, (_, at) => addDays(today, at - NUMBER_AGE_DAYS + 1)).filter(
    isWorkday,
  )
  await base.store.write('history', function* () {
    for (const date of days) yield* writeDay(past, date)
    yield* writeBookingCalls(past, now)
  })
}

function* readPast(base: Base, practice: Practice): Work<Past | null> {
  const { phoneNumbers } = yield* loadSetup(practice.id)
  const phone = phoneNumbers.find((one) => one.isPrimary)
  return phone ? { practice, phone, newId: base.newId } : null
}

function* writeDay(past: Past, date: ReturnType<typeof addDays>): Work<void> {
  const random = seededRandom(`${date} history`)
  const instant = () => {
    const minute = OPENING_MINUTE + Math.floor(random() * (CLOSING_MINUTE - OPENING_MINUTE))
    return toInstant(epochMsAt(date, minute, past.practice.timeZone) + Math.floor(random() * 60_000))
  }
  for (let left = CALLS_A_DAY - 3 + Math.floor(random() * 7); left > 0; left--)
    yield* entityTables.calls.insert(past.practice.id, callAt(past, instant(), random))
  for (let left = TEXTS_A_DAY - 6 + Math.floor(random() * 13); left > 0; left--)
    yield* entityTables.messages.insert(past.practice.id, textAt(past, instant(), random))
}

/** Every third of the visits that were had was booked by a caller. */
function* writeBookingCalls(past: Past, now: Instant): Work<void> {
  const { practice } = past
  const at = Date.parse(now)
  const [first, last] = [toInstant(at - NUMBER_AGE_DAYS * MS_PER_DAY), toInstant(at - YOUNGEST_DAYS * MS_PER_DAY)]
  const visits = yield* appointmentsStarting(practice.id, first, toInstant(at + 365 * MS_PER_DAY))
  const booked = visits.filter(
    (visit) => visit.status === 'completed' && visit.sourceCallId === null && visit.createdAt > first && visit.createdAt < last,
  )
  for (const visit of booked.filter((_, index) => index % 3 === 0)) {
    const call = callAt(past, visit.createdAt, seededRandom(`${visit.id} call`))
    yield* entityTables.calls.insert(practice.id, { ...call, summary: 'The caller booked a visit.' })
    const byVoice: Appointment = { ...visit, bookedBy: 'voice', sourceCallId: call.id }
    yield* entityTables.appointments.update(practice.id, byVoice)
  }
}

const SUMMARIES = [
  'The caller asked about opening hours.',
  'The caller asked whether the practice takes new patients.',
  'The caller asked about parking and was told.',
  'The caller moved a visit.',
]

function callAt({ phone, newId }: Past, createdAt: Instant, random: Random): Call {
  const id = newId() as CallId
  const seconds = 35 + Math.floor(random() * 240)
  const endedAt = toInstant(Date.parse(createdAt) + seconds * 1_000)
  return {
    id,
    externalId: `history-${id}`,
    phoneNumberId: phone.id,
    direction: 'inbound',
    callerNumber: random() < 0.06 ? null : pickFrom(NUMBERS, random),
    status: 'ended',
    startedAt: createdAt,
    endedAt,
    endedReason: 'customer-ended-call',
    summary: pickFrom(SUMMARIES, random),
    structuredData: null,
    successEvaluation: null,
    costMicrodollars: Math.round((seconds / 60) * COST_PER_MINUTE),
    recordingRef: null,
    urgency: 'none',
    provenPatientIds: [],
    difference: null,
    hasReport: true,
    takenOverBy: null,
    takenOverAt: null,
    createdAt,
    updatedAt: endedAt,
  }
}

const SENT = [
  'Bright Smiles: your visit is booked. Reply C to confirm or R to reschedule. Reply STOP to opt out.',
  'Bright Smiles: thank you, your visit is confirmed.',
]
const RECEIVED = ['C', 'Thank you', 'Yes', 'See you then']

function textAt({ phone, newId }: Past, createdAt: Instant, random: Random): Message {
  const id = newId() as MessageId
  const isInbound = random() < 0.4
  const patientNumber = pickFrom(NUMBERS, random)
  return {
    id,
    direction: isInbound ? 'inbound' : 'outbound',
    fromNumber: isInbound ? patientNumber : phone.phoneNumber,
    toNumber: isInbound ? phone.phoneNumber : patientNumber,
    patientNumber,
    body: pickFrom(isInbound ? RECEIVED : SENT, random),
    purpose: isInbound ? 'reply' : 'booking_confirmation',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: `SM${id.replaceAll('-', '')}`,
    status: isInbound ? 'received' : 'delivered',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: 0,
    sentBy: isInbound ? 'patient' : 'machine',
    sourceCallId: null,
    reading: null,
    attention: isInbound ? 'done' : 'none',
    attentionReason: null,
    sendAfter: null,
    createdAt,
    sentAt: isInbound ? null : createdAt,
    receivedAt: isInbound ? createdAt : null,
    deliveredAt: isInbound ? null : createdAt,
  }
}
