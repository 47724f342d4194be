import type { Message, Reading } from '@dentalanswer/shared/domain/message.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import { readUrgency } from '../calls/read-urgency.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type ReplyContext, type Reading as ReplyReading, readReply } from './read-reply.ts'
import { recentTexts } from './recent-texts.ts'

const QUOTABLE_TEXTS = 50
/** Shorter sentences of ours, such as "Trouble breathing?", are also said by people who mean it. */
const FEWEST_QUOTED_WORDS = 4
/** How a machine answers: "I am driving. If this is an emergency call 911." */
const AUTOMATIC_911 = /\b(if|si)\b[^.!?\n]*\b(emergency|emergencia)\b/i

/** Reads a reply, and beside it listens to every word for an emergency, as on the phone: what reads as a command, a reaction or a
 *  quote may hold one. That second look only ever raises. */
export function* readText(tx: Tx, message: Message, context: ReplyContext): Work<ReplyReading> {
  const reading = readReply(message.body, context)
  if (reading.intent === 'urgent' || !emergencyIn(message.body)) return reading
  const texts = yield* recentTexts(tx, message.patientNumber, QUOTABLE_TEXTS)
  const ours = texts.filter((one) => one.direction === 'outbound').map((one) => one.body)
  const emergency = emergencyIn(ownWords(message.body, ours))
  return emergency ? { intent: 'urgent', ...emergency } : reading
}

function emergencyIn(text: string): Omit<Reading, 'intent'> | null {
  const { level, matched, rule } = readUrgency(text)
  if (level !== 'emergency' || (rule === 'asked-for-911' && AUTOMATIC_911.test(text))) return null
  return { matched, rule }
}

/** The text without the sentences that only repeat one of ours, as reactions and quotes do. */
function ownWords(body: string, ours: string[]): string {
  const known = new Set(ours.flatMap(sentencesOf).map(fold).filter(isQuotable))
  return sentencesOf(body)
    .filter((sentence) => !known.has(fold(sentence)))
    .join('. ')
}

const sentencesOf = (text: string) => text.split(/[.!?\n"“”«»>]+/)
const isQuotable = (words: string) => words.split(' ').length >= FEWEST_QUOTED_WORDS
