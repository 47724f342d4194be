import type { Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, addMinutes, type Instant, instantAt } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import { promiseCallback } from '../../calls/promise-callback.ts'
import { solePatientOn } from '../../patients/household-of.ts'
import { followUpsOfCall } from '../../store/follow-ups.ts'
import type { Work } from '../../store/work.ts'
import { speakStart } from '../offer-slots.ts'
import { speakNumber } from '../speak.ts'
import { arg, type Voice, type VoiceTool } from '../voice-tool.ts'
import { resolveWhen } from '../when/resolve-when.ts'
import { phoneGiven } from './phone-given.ts'

/** Keeps the promise "somebody will phone you back", with the time it is due. */
export const requestCallbackTool: VoiceTool = {
  *run(voice) {
    const { tx, args, call, caller, setup } = voice
    const { phoneNumber: given, unclear } = phoneGiven(args, setup.practice.country)
    if (unclear) return 'I did not catch the number. What number should we call you back on?'
    const phoneNumber = given ?? caller
    if (!phoneNumber) return 'What number should we call you back on?'
    const callerName = arg(args, ['name', 'callerName', 'patientName', 'firstName'], 120) || null
    const said = arg(args, ['reason', 'notes', 'message'], LONGEST_REASON)
    const promised = yield* promisedAlready(voice, { phoneNumber, callerName, reason: said })
    const dueAt = promised && !arg(args, ['when', 'time'], 100) ? promised.dueAt : dueOf(voice)
    const asked = {
      reason: bothReasons(promised?.reason ?? '', said) || NO_REASON,
      urgency: call.urgency === 'none' ? ('routine' as const) : ('urgent' as const),
      dueAt,
    }
    if (promised) yield* tx.update('callbacks', { ...promised, ...asked, callerName: promised.callerName ?? callerName })
    else yield* keepPromise(voice, { ...asked, phoneNumber, callerName })
    yield* tx.audit({ action: 'callback.promised', subjectType: 'call', subjectId: call.id, detail: { dueAt } })
    tx.emit('callback.changed')
    const where = phoneNumber === caller ? 'this number' : speakNumber(phoneNumber, setup.practice.country)
    return `Someone from the practice will call you back on ${where} by ${speakStart(voice, dueAt)}.`
  },
}

/** A model may ask again under a new call id; that is the same promise, with whatever else it is about. What no longer fits in becomes a
 *  promise of its own. */
function* promisedAlready(
  { tx, call }: Voice,
  asked: Pick<Callback, 'callerName' | 'reason'> & { phoneNumber: PhoneNumber },
): Work<Callback | undefined> {
  const { callbacks } = yield* followUpsOfCall(tx.practiceId, call.id)
  const isSameName = (one: Callback) => one.callerName === null || asked.callerName === null || one.callerName === asked.callerName
  const hasRoom = (one: Callback) => bothReasons(one.reason, asked.reason).length <= LONGEST_REASON
  return callbacks.find((one) => one.status === 'open' && one.phoneNumber === asked.phoneNumber && isSameName(one) && hasRoom(one))
}

const NO_REASON = 'Asked to be called back'
const LONGEST_REASON = 300

function bothReasons(first: string, second: string): string {
  if (!first || first === NO_REASON || second.includes(first)) return second || first
  return first.includes(second) ? first : `${first} · ${second}`
}

function* keepPromise(
  { tx, call, caller }: Voice,
  asked: Pick<Callback, 'callerName' | 'phoneNumber' | 'reason' | 'urgency' | 'dueAt'>,
): Work<void> {
  yield* promiseCallback(tx, {
    ...asked,
    patientId: yield* solePatientOn(tx.practiceId, asked.phoneNumber === caller ? caller : null),
    callId: call.id,
  })
}

const FURTHEST_DAYS = 30

/** When the caller asked for, or within the practice's promise, counted from when somebody is there to call. */
function dueOf({ tx, args, setup, today }: Voice): Instant {
  const withinPromise = (from: Instant) => addMinutes(nextWorkingInstant(setup, from), setup.practice.settings.callbackWithinMinutes)
  const said = arg(args, ['when', 'time'], 100)
  const when = said ? resolveWhen(said, today) : null
  if (!when || when.from < today || when.from > addDays(today, FURTHEST_DAYS)) return withinPromise(tx.now)
  const minute = Math.min(when.atMinute ?? when.window?.toMinute ?? 17 * 60, 1439)
  const asked = instantAt(when.from, minute, setup.practice.timeZone)
  if (asked <= tx.now) return withinPromise(tx.now)
  // Nobody calls from a closed practice: the promise is for the first hour after it opens.
  const lastMinute = addMinutes(asked, -1)
  return nextWorkingInstant(setup, lastMinute) === lastMinute ? asked : withinPromise(asked)
}
