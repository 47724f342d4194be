import { COURTESY } from './certainty.ts'
import { type Evidence, weigh } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'

const CLEAR: readonly Sense[] = ['confirm', 'coming', 'keep', 'no-change', 'cancel', 'not-coming', 'take', 'letter-c', 'letter-x']

/** The reply without what its writer takes back: a slip, what was planned once, what is granted before a "but". */
export function withoutTakenBack(evidence: Evidence): Evidence {
  return afterCorrection(evidence) ?? afterChange(evidence) ?? afterConcession(evidence) ?? evidence
}

const answers = (chunks: readonly Chunk[], senses = CLEAR): boolean =>
  chunks.some((chunk) => !chunk.asked && senses.includes(chunk.meaning as Sense))

function onlyFrom(evidence: Evidence, from: number, senses = CLEAR): Evidence | undefined {
  const chunks = evidence.chunks.slice(from)
  return answers(chunks, senses) ? { ...evidence, ...weigh(chunks), isAsking: chunks.some((chunk) => chunk.asked) } : undefined
}

/** "C... no wait, X", "ignore my last text I can make it": only what follows the correction counts. */
function afterCorrection(evidence: Evidence): Evidence | undefined {
  const at = evidence.chunks.findLastIndex((chunk) => chunk.meaning === 'correction')
  const isConditional = evidence.chunks.slice(0, at).some((chunk) => chunk.meaning === 'condition')
  return at === -1 || isConditional ? undefined : onlyFrom(evidence, at + 1)
}

const SAID_ONCE = /\b(?:said|replied|answered|texted)\b/

/** "I was going to cancel but I found a sitter so I'll be there": what was planned or said before gives way to what is now. */
function afterChange(evidence: Evidence): Evidence | undefined {
  const past = evidence.chunks.findIndex(
    (chunk) => chunk.meaning === 'overtaken' || (chunk.meaning === 'yes' && SAID_ONCE.test(chunk.text)),
  )
  const turn = evidence.chunks.findLastIndex((chunk) => chunk.meaning === 'contrast')
  const isPlain = evidence.chunks.slice(0, past).every((chunk) => GRANTED.includes(chunk.meaning))
  return past === -1 || turn < past || !isPlain ? undefined : onlyFrom(evidence, turn + 1)
}

const GRANTED: readonly (Sense | undefined)[] = [
  ...COURTESY,
  undefined,
  'receipt',
  'busy',
  'bad-time',
  'time',
  'not',
  'fee',
  'ask',
  'side-note',
  'late',
]
// "Thursday traffic, ugh, but I'll take it" grumbles; "running late but I'll be there" tells.
const isDelay = (chunk: Chunk): boolean => chunk.meaning === 'late' && chunk.text !== 'traffic'

const MOST_GRANTED_UNKNOWN = 6
const COMING: readonly Sense[] = ['confirm', 'coming', 'keep', 'take']

/** "It's early but I'll take it": what is granted before the "but" holds nobody back. */
function afterConcession(evidence: Evidence): Evidence | undefined {
  const turn = evidence.chunks.findLastIndex((chunk) => chunk.meaning === 'contrast' && !chunk.asked)
  if (turn < 1 || evidence.chunks.some((chunk) => chunk.kinds.includes('<kin>') || chunk.kinds.includes('<name>'))) return undefined
  const granted = evidence.chunks.slice(0, turn)
  const isGranted = granted.every(
    (chunk) =>
      !chunk.asked &&
      (GRANTED.includes(chunk.meaning) || /^(?:yes|ok)$/.test(chunk.meaning ?? '')) &&
      !chunk.fits.includes('other') &&
      !isDelay(chunk),
  )
  if (!isGranted || granted.filter((chunk) => chunk.meaning === undefined).length > MOST_GRANTED_UNKNOWN) return undefined
  const agrees = granted.some((chunk) => chunk.meaning === 'yes' || chunk.meaning === 'ok')
  return onlyFrom(evidence, turn + 1, agrees ? COMING : [...CLEAR, 'yes'])
}
