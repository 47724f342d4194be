import { expect, test } from 'vitest'
import { type Intent, type ReplyContext, readReply } from '../read-reply.ts'

const VISIT = '2026-03-03T14:30 Tue'
const OFFER = '2026-03-05T10:00 Thu'

const SURE: [asked: ReplyContext['asked'], reply: string][] = [
  ['appointment', "I was going to cancel but I'll be there"],
  ['appointment', 'siempre si voy'],
  ['appointment', "I can't make it"],
  ['appointment', 'no voy a poder ir'],
  ['offer', "I'll take it"],
  ['offer', 'la quiero'],
  ['offer', 'No thanks'],
  ['offer', 'no puedo a esa hora'],
  ['none', 'stop texting me'],
  ['none', 'numero equivocado'],
]
const ACTING: readonly Intent[] = ['confirm', 'cancel', 'accept_offer', 'decline_offer']

test.each(SURE)('%s: “%s” means the same in capitals, spaced out, with courtesies and emoji', (asked, text) => {
  const context: ReplyContext = { asked, appointment: asked === 'offer' ? OFFER : VISIT }
  const meant = readReply(text, context).intent
  const variants = [
    text.toUpperCase(),
    text.toLowerCase(),
    text.replaceAll(' ', '  '),
    `${text}!!`,
    `${text}.`,
    `Hi! ${text}`,
    `Hola, ${text}`,
  ]
  for (const same of [...variants, `${text} 🙏`, `Good morning. ${text}`, `Sorry, ${text}`, `${text}. Thank you so much`])
    expect([same, readReply(same, context).intent]).toEqual([same, meant])
})

test.each(SURE.filter(([asked]) => asked !== 'none'))('%s: “%s” decides nothing any more with a condition or a doubt', (asked, text) => {
  for (const doubted of [
    `if it rains ${text}`,
    `${text} unless it rains`,
    `maybe ${text}`,
    `not sure, ${text}`,
    `si llueve ${text}`,
    `a lo mejor ${text}`,
  ]) {
    const { intent } = readReply(doubted, { asked, appointment: asked === 'offer' ? OFFER : VISIT })
    expect([doubted, ACTING.includes(intent)]).toEqual([doubted, false])
  }
})
