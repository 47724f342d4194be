import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { jobOfKey, moveJob } from '../store/outbox.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepNumber, type NumberJob, numberConversation, requireNumber } from './keep-number.ts'
import { ARRIVED, CALLING, LOOP } from './trial-words.ts'

/** The outbox's kind of job that phones the practice's own line and says what came of it. */
export const TRIAL_FORWARD = 'number.tryForward'
export type TrialForwardJob = NumberJob & { startedAt: Instant }

/** How long after the call began its coming here is waited for. */
export const FORWARD_SECONDS = 45
/** What comes here may be told a little later than that the call is over. */
const SETTLE_SECONDS = 5

const keyOf = (id: PhoneNumberId, startedAt: Instant): string => `${TRIAL_FORWARD}:${id}:${startedAt}`

/** Phones the line that forwards here and watches. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* tryForward(tx: Tx, phoneNumberId: PhoneNumberId): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.forwardedFrom === null) throw new DeskError('NOT_NOW', 'Enter the line that forwards to this number first.')
  if (phone.status === 'paused') throw new DeskError('NOT_NOW', 'This number is paused. Resume it to try forwarding.')
  const isUnderWay = phone.forwardTest?.endedAt === null && phone.forwardTest.startedAt > addMinutes(tx.now, -2)
  if (isUnderWay) throw new DeskError('NOT_NOW', 'A test call is under way. Wait until it is over.')
  const tried = { ...phone, forwardTest: { ...CALLING, startedAt: tx.now, endedAt: null, callIds: [] } }
  yield* keepNumber(tx, tried, 'number.forward_tried')
  yield* tx.enqueue({
    kind: TRIAL_FORWARD,
    dedupeKey: keyOf(phone.id, tx.now),
    conversationKey: `${numberConversation(phone.id)}:forward`,
    payload: { phoneNumberId, startedAt: tx.now } satisfies TrialForwardJob,
  })
  return tried
}

/** A call came in: counts it when it is the test call coming here. The test is over only at its end, since calls that go in a circle come
 *  again. `from` is the caller as the voice service says, which may be one of the practice's own numbers. */
export function* noteForwarded(tx: Tx, call: Call, from: PhoneNumber | null): Work<void> {
  if (call.direction !== 'inbound' || from === null || call.phoneNumberId === null) return
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = phoneNumbers.find((one) => one.id === call.phoneNumberId)
  const test = phone?.forwardTest
  if (!phone || !test || test.endedAt !== null || addSeconds(test.startedAt, 2 * FORWARD_SECONDS) < tx.now) return
  if (![tx.practice.phoneNumber, phone.forwardedFrom, ...phoneNumbers.map((one) => one.phoneNumber)].includes(from)) return
  const callIds = [...(test.callIds ?? []), call.id]
  const forwardTest = { ...test, ...(callIds.length > 1 ? LOOP : ARRIVED), callIds }
  yield* keepNumber(tx, { ...phone, forwardTest }, 'number.forward_arrived')
}

/** Whether a call came here only because staff tried forwarding out: nobody is to be phoned back. One that sounds urgent is not taken for
 *  one: a carrier may show a forwarded patient as the line that forwards. */
export function* isForwardTest(tx: Tx, call: Call): Work<boolean> {
  if (call.phoneNumberId === null || call.urgency !== 'none') return false
  const phone = yield* tx.find('phoneNumbers', call.phoneNumberId)
  return phone?.forwardTest?.callIds?.includes(call.id) === true
}

/** The test call is over: what came of it is said soon rather than at the end of the time. */
export function* forwardCallOver(tx: Tx, phoneNumberId: PhoneNumberId): Work<void> {
  const phone = yield* tx.find('phoneNumbers', phoneNumberId)
  if (phone?.forwardTest?.state !== 'calling') return
  const job = yield* jobOfKey(keyOf(phone.id, phone.forwardTest.startedAt))
  const runAfter = addSeconds(tx.now, SETTLE_SECONDS)
  if (!job || job.providerRef === null || job.runAfter <= runAfter) return
  if (yield* moveJob({ id: job.id, from: ['pending'], to: 'pending', runAfter, now: tx.now })) tx.hasJobs = true
}

export const addSeconds = (instant: Instant, seconds: number): Instant => addMinutes(instant, seconds / 60)
