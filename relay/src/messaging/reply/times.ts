import { clockAt } from './clock-times.ts'
import { dayAt } from './days.ts'
import { relativeDayAt } from './relative-days.ts'
import { type Fit, type Found, visitAt } from './visit-time.ts'
import { sourceOf, type Word } from './words.ts'

// "On Tuesday at 2:30", "el martes a las dos" are one mention, little words and all.
const BETWEEN = /^(?:at|a|the|this|of|on|in|las|los|en|la|el|around|de|del|by|dia|next|este|ese)$/
const LEADING = /^(?:at|a|the|this|on|las|los|en|la|el|dia|next|este|ese|proximo)$/

/** Replaces each day and time by one word of text `@time` that knows how it fits the visit. */
export function markTimes(words: Word[], appointment: string | undefined): Word[] {
  const visit = visitAt(appointment)
  const marked: Word[] = []
  for (let at = 0; at < words.length; ) {
    const found = dayAt(words, at, visit) ?? clockAt(words, at, visit) ?? relativeDayAt(words, at, visit)
    if (found) addTime(marked, words.slice(at, at + found.length), found)
    else marked.push(words[at]!)
    at += found?.length ?? 1
  }
  return marked
}

function addTime(marked: Word[], words: Word[], found: Found): void {
  const { clause } = words[0]!
  let start = marked.length
  while (start > 0 && BETWEEN.test(marked[start - 1]!.text) && marked[start - 1]!.clause === clause) start--
  const earlier = marked[start - 1]
  if (earlier?.time && earlier.clause === clause) {
    marked[start - 1] = joined(earlier, [...marked.splice(start), ...words], found)
    return
  }
  const inside = [...words]
  while (marked.length > 0 && LEADING.test(marked.at(-1)!.text) && marked.at(-1)!.clause === clause) inside.unshift(marked.pop()!)
  // "Next Tuesday" said of a visit on a Tuesday may mean that one or the one after.
  const isNext = inside.some((word) => word.text === 'next' || word.text === 'proximo')
  const time: Fit = found.fit === 'same' && isNext ? 'open' : found.fit
  marked.push({ ...words[0]!, text: '@time', source: sourceOf(inside), time, isClock: found.isClock === true })
}

function joined(earlier: Word, words: Word[], found: Found): Word {
  const fits = [earlier.time, found.fit]
  const time: Fit = fits.includes('other') ? 'other' : fits.includes('same') ? 'same' : 'open'
  return { ...earlier, source: `${earlier.source} ${sourceOf(words)}`, time, isClock: earlier.isClock && found.isClock === true }
}
