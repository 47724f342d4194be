import type { Chunk } from './lexicon.ts'

const PAST = /^cancell?(?:ed|ing)\b/i
const DETERMINER = /^(?:my|a|an|the|our|mi|la|el|un|una)$/
const ASKED_OF_US = /^cancel(?:e|en|es|ela|enla|eme|enme)\b/i

/** Cancellations that are none beside "I'll be there": "had to cancel my gym class for it", "no cancelen, si voy". */
export function settleCancels(chunks: Chunk[]): Chunk[] {
  if (!chunks.some((chunk) => chunk.meaning === 'coming')) return chunks
  return chunks.map((chunk, at) => {
    const next = chunks[at + 1]
    if (isOfOtherPlans(chunks, at) || (chunk.text === 'no' && next && isUnwanted(chunk, next))) return { ...chunk, meaning: 'neutral' }
    const before = chunks[at - 1]
    return before && isUnwanted(before, chunk) ? { ...chunk, meaning: 'keep' } : chunk
  })
}

function isOfOtherPlans(chunks: Chunk[], at: number): boolean {
  const chunk = chunks[at]!
  if (chunk.meaning !== 'cancel' && chunk.meaning !== 'cancelled') return false
  const isPast = PAST.test(chunk.source.replace(/^i /i, '')) || (chunks[at - 1]?.text === 'to' && chunks[at - 2]?.text === 'had')
  const [next, second] = chunks.slice(at + 1)
  const thing = next && (DETERMINER.test(next.text) || /\b(?:my|our)$/.test(chunk.text)) && next.meaning === 'neutral' ? second : next
  return isPast && thing?.clause === chunk.clause && thing.meaning === undefined
}

// Without a comma "no cancelen" asks not to cancel.
const isUnwanted = (no: Chunk, cancel: Chunk): boolean =>
  no.text === 'no' && cancel.meaning === 'cancel' && cancel.clause === no.clause && ASKED_OF_US.test(cancel.source)
