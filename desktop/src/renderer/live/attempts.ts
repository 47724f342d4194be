import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from './practice.ts'

const LONGEST = 200

/** One line of what was tried: "Tue, Mar 3 10:42 AM left voicemail (Kim)". It names its day, because it is read on later days too. */
export function attemptLine(what: string, at: Instant, { times, today }: Pick<PracticeNow, 'times' | 'today'>, who: string): string {
  const [when, by] = [`${times.shortDay(today)} ${times.time(at)}`, who ? ` (${who})` : '']
  return `${when} ${what
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST - when.length - by.length - 1)}${by}`
}

export const attemptsIn = (note: string): string[] => note.split('\n').filter(Boolean)

/** What was tried, in one sentence: the newest line, and how many there are; empty when nothing was. */
export function triedWords(note: string): string {
  const lines = attemptsIn(note)
  const newest = lines.at(-1)
  if (newest === undefined) return ''
  return lines.length === 1 ? `Tried ${newest}.` : `Tried ${lines.length} times, last ${newest}.`
}
