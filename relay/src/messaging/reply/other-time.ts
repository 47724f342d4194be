import { says } from './certainty.ts'
import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'

/** The day or time named that the patient would rather have, if the words around it say so. */
export function otherTimeOf(evidence: Evidence, isAppointmentAsked: boolean): Chunk | undefined {
  const offered = isAppointmentAsked ? offeredTime(evidence) : undefined
  return offered ?? shiftedTime(evidence) ?? wishedTime(evidence) ?? contrastedTime(evidence) ?? askedTime(evidence)
}

/** A "not" right before a wish takes it back. */
export function isTakenBack(chunks: Chunk[], wish: Chunk): boolean {
  const before = chunks.filter((chunk) => chunk.clause === wish.clause && chunk.at < wish.at)
  return before.at(-1)?.meaning === 'not' || before.at(-2)?.meaning === 'not'
}

const ABLE = /\b(?:can|free|available|works?|puedo|podemos|funciona|sirve|queda)\b/

/** "I'm free Thursday", "puedo el viernes": another time they could make. "See you Thursday" is more likely a mistake. */
function offeredTime({ chunks }: Evidence): Chunk | undefined {
  return chunks.find((chunk, at) => {
    if (chunk.asked || !/^(?:yes|coming|other-time)$/.test(chunk.meaning ?? '') || !ABLE.test(chunk.text)) return false
    const next = chunks[at + 1]
    return chunk.fits.includes('other') || (next?.meaning === 'time' && next.clause === chunk.clause && next.fits.includes('other'))
  })
}

/** "Do you have anything earlier", "yes but later": the visit is to be shifted. */
function shiftedTime(evidence: Evidence): Chunk | undefined {
  const shift = evidence.chunks.find((chunk) => chunk.meaning === 'shift')
  if (!shift) return undefined
  const before = evidence.chunks.filter((chunk) => chunk.sentence === shift.sentence && chunk.at < shift.at)
  const wishes = before.some((chunk) => chunk.meaning === 'wish' || chunk.meaning === 'contrast')
  return wishes || says(evidence, 'not-coming', 'bad-time') ? shift : undefined
}

/** "Do you have anything Thursday?": words of wishing with another or an unknown time in the same sentence. */
function wishedTime({ chunks }: Evidence): Chunk | undefined {
  return chunks.find((wish) => {
    if (wish.meaning !== 'wish' || isTakenBack(chunks, wish)) return false
    const mayFollow = wish.asked || wish.text === 'instead'
    const times = chunks.filter((chunk) => chunk.sentence === wish.sentence && (chunk.at >= wish.at || mayFollow))
    return times.some((chunk) => chunk.fits.some((fit) => fit !== 'same'))
  })
}

/** "Can't make it Tuesday, I can do Thursday": one time refused and another one named as possible. */
function contrastedTime(evidence: Evidence): Chunk | undefined {
  if (!says(evidence, 'not-coming', 'bad-time', 'no', 'cancel')) return undefined
  const others = evidence.chunks.filter((chunk) => chunk.fits.includes('other'))
  const away = evidence.chunks.find((chunk) => !chunk.asked && (chunk.meaning === 'not-coming' || chunk.meaning === 'bad-time'))
  const turn = evidence.chunks.find((chunk) => chunk.meaning === 'contrast' || chunk.meaning === 'hedge')
  const hasYes = (clause: number) => evidence.chunks.some((chunk) => chunk.clause === clause && chunk.meaning === 'yes')
  return (
    (away && turn && others.find((chunk) => chunk.at > turn.at)) ??
    (away && others.find((chunk) => chunk.clause !== away.clause && hasYes(chunk.clause))) ??
    others.find((chunk) => /^(?:coming|yes|ok|take)$/.test(chunk.meaning ?? ''))
  )
}

/** "Thursday at 10?": a bare question that is nothing but another time. */
function askedTime(evidence: Evidence): Chunk | undefined {
  const asked = evidence.chunks.filter((chunk) => chunk.asked)
  if (!asked.every((chunk) => /^(?:time|neutral|yes|ok|coming|hedge)$/.test(chunk.meaning ?? ''))) return undefined
  const isRefusing = says(evidence, 'not-coming', 'bad-time', 'pass', 'no', 'sick')
  return asked.find((chunk) => chunk.fits.includes('other') || (isRefusing && chunk.fits.length > 0))
}
