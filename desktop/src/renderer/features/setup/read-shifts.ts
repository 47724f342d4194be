import type { Shift } from '@dentalanswer/shared/domain/practice.ts'
import { minuteOfTime, timeOfMinute } from '@dentalanswer/shared/domain/practice-time.ts'

type Span = { from: number; to: number }
type ReadDay = { spans: Span[] } | { problem: string }
const DAY = 1440
const HALF = 720
const EARLIEST = 7 * 60
const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a|p)?`
const SPAN = new RegExp(`^${TIME}(?:-|to)${TIME}$`)

/** One day's shifts as they are typed: "8-12, 1-5", "8:00 AM to 12:30 PM; 13:00–17:00", or nothing for a day off. Without AM or PM, hours
 *  before 7 are the afternoon's, and a shift that would end before it starts ends in the afternoon. */
export function readDay(typed: string): ReadDay {
  const text = typed
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\s*(-|\bto\b)\s*/g, '$1')
    .replace(/\.m\.?/g, 'm')
    .trim()
  if (text === '' || text === 'closed' || text === 'off') return { spans: [] }
  const parts = text
    .split(/[,;+&\n]|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)
  const spans: Span[] = []
  for (const part of parts) {
    const span = readSpan(part)
    if (!span) return { problem: `“${part}” is no shift. Type it like 8–12, 1–5.` }
    spans.push(span)
  }
  spans.sort((a, b) => a.from - b.from)
  const isOverlapping = spans.some((span, at) => at > 0 && spans[at - 1]!.to > span.from)
  return isOverlapping ? { problem: 'Two shifts of this day overlap.' } : { spans }
}

function readSpan(part: string): Span | null {
  const match = SPAN.exec(part)
  if (!match) return null
  const from = minuteOf(match[1]!, match[2], match[3])
  const to = minuteOf(match[4]!, match[5], match[6])
  if (from === null || to === null) return null
  const isAfternoon = !match[3] && from < EARLIEST && !match[1]!.startsWith('0')
  const start = isAfternoon ? from + HALF : from
  const end = !match[6] && to <= start ? to + HALF : to
  return start < end && end <= DAY ? { from: start, to: end } : null
}

function minuteOf(hours: string, minutes = '0', half?: string): number | null {
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  if (!half) return hour * 60 + minute
  if (hour < 1 || hour > 12) return null
  return (hour % 12) * 60 + minute + (half.startsWith('p') ? HALF : 0)
}

/** The shifts of one weekday as they are typed back: "8:00–12:00, 13:00–17:00". */
export function writeDay(shifts: Shift[], weekday: number): string {
  return shifts
    .filter((one) => one.weekday === weekday)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map((one) => `${short(one.startsAt)}–${short(one.endsAt)}`)
    .join(', ')
}

// An hour before 7 keeps its zero, which tells it from the afternoon's.
const short = (time: string) => time.replace(/^0(?=[789])/, '')

export function shiftsOf(spans: Span[], weekday: number): Shift[] {
  return spans.map(({ from, to }) => ({ weekday, startsAt: timeOfMinute(from), endsAt: timeOfMinute(to) }))
}

/** What a week comes to: "40 h a week; lunch 12:00–13:00", the gap most days have. */
export function weekWords(shifts: Shift[]): string {
  if (shifts.length === 0) return 'No hours: nothing can be booked.'
  const minutes = shifts.reduce((sum, one) => sum + minuteOfTime(one.endsAt) - minuteOfTime(one.startsAt), 0)
  const hours = `${Math.round((minutes / 60) * 10) / 10} h a week`
  const gaps = new Map<string, number>()
  for (const gap of gapsOf(shifts)) gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
  const [lunch] = [...gaps].sort((a, b) => b[1] - a[1])
  return lunch ? `${hours}; lunch ${lunch[0]}` : `${hours}; no lunch`
}

function gapsOf(shifts: Shift[]): string[] {
  const sorted = shifts.toSorted((a, b) => a.weekday - b.weekday || (a.startsAt < b.startsAt ? -1 : 1))
  return sorted.flatMap((one, at) => {
    const before = sorted[at - 1]
    return before && before.weekday === one.weekday && before.endsAt < one.startsAt
      ? [`${short(before.endsAt)}–${short(one.startsAt)}`]
      : []
  })
}
