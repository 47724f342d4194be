import { decide } from './reply/decide.ts'
import { gather } from './reply/evidence.ts'
import { readTyped } from './reply/not-typed.ts'
import { LONGEST_REPLY, plainText } from './reply/plain-text.ts'
import type { Reading, ReplyContext } from './reply/reading.ts'
import { settleSi } from './reply/spanish-si.ts'
import { markTimes } from './reply/times.ts'
import { readUrgency } from './reply/urgency.ts'
import { readWords } from './reply/words.ts'

export type { Intent, Reading, ReplyContext } from './reply/reading.ts'

// Longer texts tell a story; a machine that picked one sentence of it would guess.
const LONGEST_ANSWER = 480

/** Reads a patient's text, English or Spanish, against what was asked. Pure and deterministic; whatever is not sure is `unclear`,
 *  which goes to a person. Never throws. */
export function readReply(text: string, context: ReplyContext): Reading {
  const plain = plainText(text)
  const typed = readTyped(plain)
  if (typed.kind === 'reaction' && typed.liked && context.asked === 'none') return { intent: 'thanks', matched: [], rule: 'reaction' }
  if (typed.kind !== 'typed') return { intent: 'unclear', matched: [], rule: typed.kind }
  const reply = readWords(typed.text)
  const words = markTimes(settleSi(reply.words), context.appointment)
  if (words.length === 0 && reply.signs.length === 0) return { intent: 'unclear', matched: [], rule: 'empty' }
  const reading = decide(gather(words, reply), readUrgency(words, reply), context)
  const isLong = text.length > LONGEST_REPLY || typed.text.length > LONGEST_ANSWER
  return isLong && ACTING.has(reading.intent) ? { ...reading, intent: 'unclear', rule: 'too-long' } : reading
}

const ACTING: ReadonlySet<Reading['intent']> = new Set(['confirm', 'cancel', 'accept_offer', 'decline_offer', 'thanks'])
