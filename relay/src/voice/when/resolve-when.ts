import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { hearWhen } from './hear-when.ts'
import { plainPhrases, plainWords } from './plain-words.ts'
import { readBirthDate } from './read-birth-date.ts'
import { minuteOfClock } from './read-clock.ts'
import { type Contradiction, settleDays } from './settle-days.ts'
import { settleTime } from './settle-time.ts'
import { type Token, tokensOf } from './spoken-tokens.ts'
import type { TimeWindow } from './time-said.ts'

/** What a caller meant by a day or a time, in the wall clock of the practice. `from` and `to` are both included and may lie
 *  before today, as said. A window holds starts from `fromMinute` up to but not at `toMinute`; `atMinute` is an exact time and
 *  then there is no window. `exactDay` means one day was named, not a stretch of days that happens to be one long. */
export type When = {
  from: LocalDate
  to: LocalDate
  window: TimeWindow | null
  atMinute: number | null
  exactDay: boolean
  contradiction?: Contradiction
}

/** Reads a day or time as a caller says it or a model writes it, in English or everyday Spanish, counted from the practice's
 *  `today`. "next Wednesday" is the one of the next calendar week (weeks start on Monday), "in two weeks" that day and the six
 *  after it, a time alone or "any time" the fourteen days from today. A weekday that does not fit its date comes back in
 *  `contradiction`, with the date as the day. `null` when nothing is understood or the calendar has no such day. */
export function resolveWhen(text: string, today: LocalDate): When | null {
  const tokens = tokensOf(plainPhrases(text))
  const { days, times } = hearWhen(tokens, today, isLoneHour(tokens))
  const wanted = days.filter((day) => !day.negated)
  if (wanted.length === 0 && times.every(({ said }) => said.kind === 'edge')) return null
  const time = settleTime(times, wanted.length > 0)
  const meant = time && settleDays(wanted, today)
  if (!meant) return null
  return {
    from: meant.from,
    to: meant.to,
    ...time,
    exactDay: meant.exactDay,
    ...(meant.contradiction && { contradiction: meant.contradiction }),
  }
}

/** "nine" and "930" say nothing else; a lone "15" may be a day, so it stays open. */
function isLoneHour(tokens: Token[]): boolean {
  const [only, more] = tokens
  return !more && only?.kind === 'number' && (only.digits > 2 || only.value <= 12)
}

/** Reads one clock time ("9:30", "half past two", "at nine") as the minute of the day; `null` without one or with several. */
export function resolveTime(text: string): number | null {
  const { times } = hearWhen(tokensOf(plainPhrases(text)), '2026-01-01' as LocalDate, true)
  const said = times[0]?.said
  if (times.length === 1 && said?.kind === 'limit' && said.limit === 'around') return minuteOfClock(said.clock, null)
  return settleTime(times, false)?.atMinute ?? null
}

/** Reads a birth date ("7/9/84", "July 9th 1984", "07091984"), month before day; `null` when it is impossible, in the future,
 *  more than 120 years ago or has no year. */
export function resolveBirthDate(text: string, today: LocalDate): LocalDate | null {
  return readBirthDate(tokensOf(plainWords(text)), today)
}
