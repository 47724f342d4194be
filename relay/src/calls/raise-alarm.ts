import type { Alarm } from '@dentalanswer/shared/domain/follow-up.ts'
import type { AlarmId, CallId, MessageId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { listOpenAlarms } from '../store/follow-ups.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { readUrgency, type UrgencyLevel } from './read-urgency.ts'

const LONGEST = 500
const MOST_MATCHED = 20
const cut = (description: string) => description.slice(0, LONGEST).toWellFormed()

export type AlarmCause = {
  description: string
  matched: string[]
  phoneNumber: PhoneNumber | null
  callerName: string | null
  patientId: PatientId | null
  callId: CallId | null
  messageId: MessageId | null
}

/** What of all that was said tells why it is pressing: the first part that does so alone, else all of it. */
export function tellingWords(parts: string[], level: UrgencyLevel): string {
  return parts.find((part) => readUrgency(part).level === level) ?? parts.join('. ')
}

/** Raises an emergency that repeats at every desk until a person acknowledges it, then climbs the on-call ladder.
 *  One open alarm per call: a second report adds to it, and news starts a ladder that was used up again. */
export function* raiseAlarm(tx: Tx, cause: AlarmCause): Work<Alarm> {
  const open = yield* listOpenAlarms(tx.practiceId)
  const same = open.find((alarm) =>
    cause.callId ? alarm.callId === cause.callId : cause.phoneNumber !== null && alarm.phoneNumber === cause.phoneNumber,
  )
  if (same) {
    tx.emit('alarm.changed')
    const isNews = !same.description.includes(cause.description)
    return yield* tx.update('alarms', {
      ...same,
      ...(isNews && same.nextStepAt === null ? ladderFromStart(tx) : {}),
      description: isNews ? cut(`${same.description} · ${cause.description}`) : same.description,
      matched: [...new Set([...same.matched, ...cause.matched])].slice(0, MOST_MATCHED),
      callerName: same.callerName ?? cause.callerName,
      phoneNumber: same.phoneNumber ?? cause.phoneNumber,
      patientId: same.patientId ?? cause.patientId,
    })
  }
  const alarm: Alarm = {
    id: tx.newId<AlarmId>(),
    ...cause,
    description: cut(cause.description),
    raisedAt: tx.now,
    ...ladderFromStart(tx),
    acknowledgedAt: null,
    acknowledgedBy: null,
  }
  yield* tx.insert('alarms', alarm)
  yield* tx.audit({
    action: 'alarm.raised',
    subjectType: 'alarm',
    subjectId: alarm.id,
    detail: { matched: cause.matched, callId: cause.callId, messageId: cause.messageId },
  })
  tx.emit('alarm.raised')
  return alarm
}

function ladderFromStart(tx: Tx): Pick<Alarm, 'ladderStep' | 'nextStepAt'> {
  const { onCall, alarmLadderMinutes } = tx.practice.settings
  return { ladderStep: 0, nextStepAt: onCall.length > 0 ? addMinutes(tx.now, alarmLadderMinutes) : null }
}
