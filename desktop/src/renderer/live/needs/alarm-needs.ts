import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

/** Emergencies nobody has acknowledged. */
export function alarmNeeds(work: Work): Need[] {
  return work.alarms.filter((one) => one.acknowledgedAt === null).map((one) => alarmNeed(work, one))
}

function alarmNeed(work: Work, alarm: Work['alarms'][number]): Need {
  const number = work.numberOf(alarm.patientId, alarm.phoneNumber)
  const message = work.message(alarm.messageId)
  const open = alarm.callId ? target('calls', alarm.callId) : target('messages', alarm.phoneNumber)
  return {
    key: `alarm ${alarm.id}`,
    rank: RANK.emergency,
    at: alarm.raisedAt,
    stripe: 'red',
    title: work.who(alarm.patientId, alarm.phoneNumber, alarm.callerName),
    tag: { tone: 'red', words: 'Emergency' },
    how: alarm.callId ? 'by phone' : 'by text',
    said: message?.body ?? alarm.description,
    did: ladderWords(work, alarm),
    buttons: [
      ...(number ? [button('Call now', { kind: 'dial', phoneNumber: number }, { tone: 'danger', key: 'b' })] : []),
      button('Acknowledge', { kind: 'acknowledge', alarmId: alarm.id }, { key: 'shift+space' }),
    ],
    target: open,
    done: { kind: 'acknowledge', alarmId: alarm.id },
    snooze: null,
    take: null,
  }
}

function ladderWords(work: Work, alarm: Work['alarms'][number]): string {
  const { onCall } = work.practice.setup.practice.settings
  const next = onCall[alarm.ladderStep % Math.max(1, onCall.length)]
  const sent = alarm.ladderStep > 0 ? `On-call texts sent: ${alarm.ladderStep}. ` : ''
  if (!next) return `${sent}Nobody is on call in Setup, so only this screen alarms.`
  if (!alarm.nextStepAt) return `${sent}No one else will be texted. Someone must call.`
  return `${sent}${next.name} is texted at ${work.practice.times.time(alarm.nextStepAt)} unless someone acknowledges.`
}
