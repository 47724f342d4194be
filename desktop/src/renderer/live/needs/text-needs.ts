import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { button, type Need, type NeedButton, RANK, target } from './need.ts'
import { DAY_MINUTES, type Work } from './work-index.ts'

const UNDELIVERED = new Set(['undelivered', 'failed', 'unknown'])
const NAMES: Record<string, string> = {
  unclear: 'Unclear reply',
  question: 'Question',
  reschedule: 'Wants another time',
  late: 'Running late',
  opt_out: 'Wants no more texts',
  wrong_number: 'Wrong number',
  help: 'Asks for help',
  urgent: 'Urgent',
}

/** Texts that wait for a person, one row a number; and texts of ours that did not arrive. What an alarm or a callback already says is
 *  left to those. */
export function textNeeds(work: Work): Need[] {
  // An acknowledged emergency is quiet, and still a text somebody has to answer.
  const loud = work.alarms.filter((one) => one.acknowledgedAt === null)
  const covered = new Set([...loud, ...work.callbacks, ...work.leads].map((one) => one.messageId))
  const alarmed = new Set(loud.map((one) => one.phoneNumber))
  const open = work.messages.filter(
    (one) => one.direction === 'inbound' && one.attention === 'open' && !covered.has(one.id) && !alarmed.has(one.patientNumber),
  )
  const snoozed = new Set(work.threads.filter((one) => one.snoozedUntil && one.snoozedUntil > work.now).map((one) => one.phoneNumber))
  const byNumber = Map.groupBy(open, (one) => one.patientNumber)
  const waiting = [...byNumber].filter(([number]) => !snoozed.has(number)).map(([number, texts]) => textNeed(work, number, texts))
  return [...waiting, ...undeliveredNeeds(work)]
}

function textNeed(work: Work, number: PhoneNumber, texts: Message[]): Need {
  const inOrder = texts.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  const newest = inOrder.at(-1)!
  const visits = work.comingOn(number)
  const isSoon = visits.some((one) => work.isSoon(one, 2 * DAY_MINUTES))
  const intent = newest.reading?.intent ?? 'unclear'
  const next = visits[0] ? ` Next: ${work.visitWords(visits[0])}.` : ''
  return {
    key: `texts ${number}`,
    rank: intent === 'urgent' ? RANK.lostSoon : isSoon ? RANK.unclearSoon : RANK.text,
    at: inOrder[0]!.createdAt,
    stripe: isSoon ? 'amber' : 'grey',
    title: work.who(null, number),
    tag: { tone: isSoon ? 'amber' : 'grey', words: NAMES[intent] ?? 'Text to read' },
    how: texts.length > 1 ? `${texts.length} texts` : 'by text',
    said: newest.body,
    did: `${newest.attentionReason ?? ''}${next}`.trim(),
    buttons: [...answerButtons(number, intent, isSoon), button('Done', { kind: 'textsDone', phoneNumber: number }, { key: 'e' })],
    target: target('messages', number),
    done: { kind: 'textsDone', phoneNumber: number },
    snooze: { kind: 'snoozeThread', phoneNumber: number },
    take: null,
  }
}

/** A text back, unless the matter is one to phone about or the number is one to leave alone. */
function answerButtons(number: PhoneNumber, intent: string, isSoon: boolean): NeedButton[] {
  const open = { kind: 'open', target: target('messages', number) } as const
  const reply = { kind: 'open', target: target('messages', `reply:${number}`) } as const
  const call = button('Call', { kind: 'dial', phoneNumber: number }, { key: 'b', tone: 'main' })
  if (intent === 'urgent') return [call, button('Reply', reply, { key: 'r' })]
  if (intent === 'wrong_number' || intent === 'opt_out') return [button('Open', open, { key: 'r' })]
  return [button('Reply', reply, { key: 'r', tone: isSoon ? 'main' : 'plain' })]
}

function undeliveredNeeds(work: Work): Need[] {
  const lost = work.messages.filter((one) => one.direction === 'outbound' && UNDELIVERED.has(one.status) && one.attention === 'open')
  const byNumber = Map.groupBy(lost, (one) => one.patientNumber)
  return [...byNumber].map(([number, texts]) => {
    const newest = texts.reduce((a, b) => (a.createdAt > b.createdAt ? a : b))
    return {
      key: `undelivered ${number}`,
      rank: RANK.repair,
      at: newest.createdAt,
      stripe: 'grey' as const,
      title: work.who(null, number),
      tag: { tone: 'grey' as const, words: newest.status === 'unknown' ? 'Text may not have gone out' : 'Text did not arrive' },
      how: '',
      said: null,
      did: newest.error ?? newest.attentionReason ?? 'The carrier did not deliver it.',
      buttons: [
        button('Call', { kind: 'dial', phoneNumber: number }, { tone: 'main', key: 'b' }),
        button('Done', { kind: 'textsDone', phoneNumber: number }, { key: 'e' }),
      ],
      target: target('messages', number),
      done: { kind: 'textsDone' as const, phoneNumber: number },
      snooze: null,
      take: null,
    }
  })
}
