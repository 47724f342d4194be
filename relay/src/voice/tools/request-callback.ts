import type { Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import type { CallbackId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, addMinutes, type Instant, instantAt } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import { followUpsOfCall } from '../../store/follow-ups.ts'
import { patientsOnNumber } from '../../store/patients.ts'
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
    const promised = yield* promisedAlready(voice, phoneNumber, callerName)
    const dueAt = promised && !arg(args, ['when', 'time'], 100) ? promised.dueAt : dueOf(voice)
    const asked = {
      reason: arg(args, ['reason', 'notes', 'message'], 300) || promised?.reason || 'Asked to be called back',
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

/** A model may ask again under a new call id; that is the same promise. */
function* promisedAlready({ tx, call }: Voice, phoneNumber: PhoneNumber, callerName: string | null): Work<Callback | undefined> {
  const { callbacks } = yield* followUpsOfCall(tx.practiceId, call.id)
  const isSameName = (one: Callback) => one.callerName === null || callerName === null || one.callerName === callerName
  return callbacks.find((one) => one.status === 'open' && one.phoneNumber === phoneNumber && isSameName(one))
}

function* keepPromise(
  { tx, call, caller }: Voice,
  asked: Pick<Callback, 'callerName' | 'phoneNumber' | 'reason' | 'urgency' | 'dueAt'>,
): Work<void> {
  const household = caller && asked.phoneNumber === caller ? yield* patientsOnNumber(tx.practiceId, caller) : []
  yield* tx.insert('callbacks', {
    ...asked,
    id: tx.newId<CallbackId>(),
    patientId: household.length === 1 ? household[0]!.id : null,
    owner: null,
    status: 'open',
    outcome: null,
    callId: call.id,
    messageId: null,
    createdAt: tx.now,
    doneAt: null,
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
