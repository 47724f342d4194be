import { higherUrgency, updateCall } from '../calls/call-record.ts'
import { raiseAlarm, tellingWords } from '../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency } from '../calls/read-urgency.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { oneLine } from './speak.ts'
import type { Voice } from './voice-tool.ts'

/** Deterministic rules read what the model passed on, whatever tool it chose. They can only raise the level. True when this call has
 *  just become an emergency. */
export function* watchForEmergency(voice: Voice, said: string): Work<boolean> {
  const { tx, caller } = voice
  const { level, matched } = readUrgency(said)
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
export function adviceFor(said: string): string {
  const { level } = readUrgency(said)
  return level === 'emergency' ? emergencyAdvice(level, said) : ''
}

/** The advice first. Somebody who must hang up and call for help is asked nothing more, but hears what was done; somebody with a tooth
 *  in their hand still needs a time to come in. */
export function withAdvice(said: string, line: string, tx: Tx): string {
  const advice = adviceFor(said)
  const isDone = tx.changed.appointments !== undefined || tx.changed.callbacks !== undefined
  const comesIn = readUrgency(said).rule === 'knocked-out-tooth'
  if (!advice) return line
  return isDone || comesIn ? `${advice} ${line}` : advice
}
