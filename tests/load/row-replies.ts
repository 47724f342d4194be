import { type ReplyContext, readReply } from '@dentalanswer/relay/src/messaging/read-reply.ts'
import { type Measurement, measurement } from './measurement.ts'
import { replyTexts } from './reply-texts.ts'
import { median } from './statistics.ts'

const CONTEXTS: ReplyContext[] = [
  { asked: 'appointment', appointment: '2026-03-03T14:30 Tue' },
  { asked: 'offer', appointment: '2026-03-05T09:00 Thu' },
  { asked: 'none' },
]

/** Reading one text, beside only cutting it into lower-case words. */
export function measureReplies(isQuick: boolean): Measurement[] {
  const rounds = isQuick ? 5 : 15
  const read = microsecondsEach(rounds, (text, context) => readReply(text, context).intent.length)
  const cut = microsecondsEach(
    rounds,
    (text) =>
      text
        .toLowerCase()
        .normalize('NFD')
        .split(/[^\p{L}\p{N}']+/u).length,
  )
  const detail = { perSecond: Math.round(1e6 / read), texts: replyTexts.length, contexts: CONTEXTS.length }
  return [measurement({ name: 'reading a reply', engine: '-', value: read, unit: 'µs', baseline: cut, detail })]
}

/** The median of several rounds over every text in every context, after one round to warm up. */
function microsecondsEach(rounds: number, work: (text: string, context: ReplyContext) => number): number {
  const each: number[] = []
  let kept = 0
  for (let round = 0; round <= rounds; round++) {
    const since = performance.now()
    for (let repeat = 0; repeat < 20; repeat++) for (const context of CONTEXTS) for (const text of replyTexts) kept += work(text, context)
    if (round > 0) each.push(((performance.now() - since) * 1_000) / (20 * CONTEXTS.length * replyTexts.length))
  }
  if (kept === 0) throw new Error('nothing was read')
  return median(each)
}
