import { higherUrgency, updateCall } from '../calls/call-record.ts'
import { raiseAlarm, tellingWords } from '../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency, type UrgencyRead } from '../calls/read-urgency.ts'
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
 *  emergency. */
export function* watchForEmergency(voice: Voice, { said, urgency: { level, matched } }: Heard): Work<boolean> {
  const { tx, caller } = voice
  const urgency = higherUrgency(voice.call.urgency, level)
  if (urgency === voice.call.urgency) return false
  voice.call = yield* updateCall(tx, { ...voice.call, urgency })
  if (level !== 'emergency') return false
  yield* raiseAlarm(tx, {
    description: oneLine(tellingWords(said.split('. '), 'emergency'), 400),
    matched,
    phoneNumber: caller,
    callerName: null,
    patientId: null,
    callId: voice.call.id,
    messageId: null,
  })
  return true
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
