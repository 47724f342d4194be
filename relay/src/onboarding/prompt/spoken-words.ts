import type { OpenDay } from '@dentalanswer/shared/domain/opening-hours.ts'
import { type LocalTime, minuteOfTime } from '@dentalanswer/shared/domain/practice-time.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "8 AM", "8:30 AM", "noon", "midnight". */
export function clockWords(time: LocalTime): string {
  const minute = minuteOfTime(time)
  if (minute === 720) return 'noon'
  if (minute % 1_440 === 0) return 'midnight'
  const hour = Math.floor(minute / 60)
  const past = minute % 60 === 0 ? '' : `:${String(minute % 60).padStart(2, '0')}`
  return `${hour % 12 || 12}${past} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "8 AM to noon and 1 PM to 5 PM"; "closed". */
export function spanWords(spans: OpenDay['spans']): string {
  return spans.map(({ startsAt, endsAt }) => `${clockWords(startsAt)} to ${clockWords(endsAt)}`).join(' and ') || 'closed'
}

/** One line per run of days with the same hours: "Monday to Thursday: 8 AM to 5 PM". */
export function weekLines(hours: OpenDay[]): string[] {
  const runs: { from: number; to: number; words: string }[] = []
  for (const { weekday, spans } of hours) {
    const words = spanWords(spans)
    const last = runs.at(-1)
    if (last?.words === words) last.to = weekday
    else runs.push({ from: weekday, to: weekday, words })
  }
  const nameOf = (weekday: number) => WEEKDAYS[weekday - 1]
  const daysOf = (from: number, to: number) =>
    from === to ? nameOf(from) : `${nameOf(from)} ${to === from + 1 ? 'and' : 'to'} ${nameOf(to)}`
  return runs.map(({ from, to, words }) => `${daysOf(from, to)}: ${words}`)
}

/** Several lines as typed become one. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
