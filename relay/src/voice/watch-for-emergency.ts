import { higherUrgency, updateCall } from '../calls/call-record.ts'
import { raiseAlarm, tellingWords } from '../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency, type UrgencyRead } from '../calls/read-urgency.ts'
import { solePatientOn } from '../patients/household-of.ts'
import { followUpsOfCall } from '../store/follow-ups.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { oneLine } from './speak.ts'
import type { Voice } from './voice-tool.ts'

export type Heard = { said: string; urgency: UrgencyRead }

/** Everything the model passed on, read by the fixed rules once. */
export function hear(said: string): Heard {
  return { said, urgency: readUrgency(said) }
}

/** Raises the level of a call whatever tool the model chose; the rules can only raise it. True when this call has just become an
 *  emergency. What an alarm of the call tells already rings no second time: a model repeats its notes. */
export function* watchForEmergency(voice: Voice, { said, urgency: { level, matched } }: Heard): Work<boolean> {
  const { tx, caller } = voice
  const urgency = higherUrgency(voice.call.urgency, level)
  const hasRisen = urgency !== voice.call.urgency
  if (hasRisen) voice.call = yield* updateCall(tx, { ...voice.call, urgency })
  if (level !== 'emergency') return false
  const description = oneLine(tellingWords(said.split('. '), 'emergency'), 400)
  const { alarms } = yield* followUpsOfCall(tx.practiceId, voice.call.id)
  if (alarms.some((alarm) => alarm.description.includes(description))) return hasRisen
  yield* raiseAlarm(tx, {
    description,
    matched,
    phoneNumber: caller,
    callerName: null,
    patientId: yield* solePatientOn(tx.practiceId, caller),
    callId: voice.call.id,
    messageId: null,
  })
  return hasRisen
}

/** What to say at once to words that are an emergency; empty for all others. */
export function adviceFor({ said, urgency: { level } }: Heard): string {
  return level === 'emergency' ? emergencyAdvice(level, said) : ''
}

/** The advice first. Somebody who must hang up and call for help is asked nothing more, but hears what was done; somebody with a tooth
 *  in their hand still needs a time to come in. */
export function withAdvice(heard: Heard, line: string, tx: Tx): string {
  const advice = adviceFor(heard)
  if (!advice) return line
  const isDone = tx.changed.appointments !== undefined || tx.changed.callbacks !== undefined
  return isDone || heard.urgency.rule === 'knocked-out-tooth' ? `${advice} ${line}` : advice
}
