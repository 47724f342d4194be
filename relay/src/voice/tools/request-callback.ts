import type { CallbackId } from '@dentalanswer/shared/domain/ids.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes, type Instant, instantAt, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import { patientsOnNumber } from '../../store/patients.ts'
import { resolveWhen } from '../resolve-when.ts'
import { speakNumber, speakSlot } from '../speak.ts'
import { arg, type Voice, type VoiceTool } from '../voice-tool.ts'

/** Keeps the promise "somebody will phone you back", with the time it is due. */
export const requestCallbackTool: VoiceTool = {
  *run(voice) {
    const { tx, args, call, caller, setup, today } = voice
    const given = arg(args, ['phone', 'phoneNumber', 'callbackNumber'], 40)
    const phoneNumber = (given ? readPhoneNumber(given, setup.practice.country) : null) ?? caller
    if (!phoneNumber) return 'What number should we call you back on?'
    const dueAt = dueOf(voice)
    const household = phoneNumber === caller ? yield* patientsOnNumber(tx.practiceId, phoneNumber) : []
    yield* tx.insert('callbacks', {
      id: tx.newId<CallbackId>(),
      patientId: household.length === 1 ? household[0]!.id : null,
      callerName: arg(args, ['name', 'firstName'], 120) || null,
      phoneNumber,
      reason: arg(args, ['reason', 'notes'], 300) || 'Asked to be called back',
      urgency: call.urgency === 'none' ? 'routine' : 'urgent',
      dueAt,
      owner: null,
      status: 'open',
      outcome: null,
      callId: call.id,
      messageId: null,
      createdAt: tx.now,
      doneAt: null,
    })
    yield* tx.audit({ action: 'callback.promised', subjectType: 'call', subjectId: call.id, detail: { dueAt } })
    tx.emit('callback.changed')
    const due = speakSlot(wallClock(dueAt, setup.practice.timeZone), today)
    const where = phoneNumber === caller ? 'this number' : speakNumber(phoneNumber)
    return `Someone from the practice will call you back on ${where} by ${due}.`
  },
}

/** When the caller asked for, or within the practice's promise, counted from when somebody is there to call. */
function dueOf({ tx, args, setup, today }: Voice): Instant {
  const said = arg(args, ['when', 'time'], 100)
  const when = said ? resolveWhen(said, today) : null
  if (when && when.from >= today) {
    const minute = when.atMinute ?? when.window?.toMinute ?? 17 * 60
    const asked = instantAt(when.from, Math.min(minute, 1439), setup.practice.timeZone)
    if (asked > tx.now) return asked
  }
  return addMinutes(nextWorkingInstant(setup, tx.now), setup.practice.settings.callbackWithinMinutes)
}
