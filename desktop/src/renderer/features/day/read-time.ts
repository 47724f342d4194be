import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  isLocalDate,
  type LocalDate,
  type TimeZone,
  wallClock,
  wallTimeExists,
  weekdayOf,
} from '@dentalanswer/shared/domain/practice-time.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

export type TimeContext = {
  /** The day on screen: what a time without a day means. */
  day: LocalDate
  today: LocalDate
  zone: TimeZone
  /** Days are written month first there. */
  isMonthFirst: boolean
}
type TimeRead = { kind: 'time'; startsAt: Instant; note: string | null } | { kind: 'problem'; text: string }

const problem = (text: string): TimeRead => ({ kind: 'problem', text })
const UNREADABLE = 'Write a time like 2:30, tue 9 or 3/12 14:00.'
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Hours from here to noon are taken as the morning, earlier ones as the afternoon: nobody is seen at two at night. */
const FIRST_MORNING_HOUR = 7

/** Reads what staff type as a time: "2:30", "230p", "tue 9", "tomorrow 8:15", "3/12 14:00", "mar 12 2pm". A weekday is the next one, today
 *  included. A time that the clock skips is refused; one that it shows twice is the first. */
export function readTime(text: string, context: TimeContext): TimeRead {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+at\s+/g, ' ')
    .replace(/\b(\d[\d:.]*)\s+([ap])\.?m?\.?(?=\s|$)/g, '$1$2')
    .split(/[\s,]+/)
    .filter(Boolean)
  if (words.length === 0) return problem(UNREADABLE)
  const minute = minuteOfDay(words.at(-1) ?? '')
  const day = words.length === 1 ? context.day : dayFrom(words.slice(0, -1), context)
  if (minute === null || !day) return problem(UNREADABLE)
  if (!wallTimeExists(day, minute, context.zone)) return problem('That time does not exist on that day: the clock goes forward.')
  const startsAt = instantAt(day, minute, context.zone)
  if (minute % 5 !== 0) return problem('Appointments start on a multiple of five minutes.')
  return { kind: 'time', startsAt, note: isRepeated(startsAt, context.zone) ? 'The clock shows this time twice; this is the first.' : null }
}

function isRepeated(at: Instant, zone: TimeZone): boolean {
  const first = wallClock(at, zone)
  const later = wallClock(addMinutes(at, 60), zone)
  return first.date === later.date && first.minuteOfDay === later.minuteOfDay
}

function minuteOfDay(word: string): number | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?(?:\.?m\.?)?$/.exec(word)
  if (!found) return null
  const [, hourText = '', minuteText = '0', half] = found
  const hour = Number(hourText)
  const minute = Number(minuteText)
  if (hour > (half ? 12 : 23) || minute > 59 || (half && hour === 0)) return null
  return hourOf(hour, half, hourText.length === 2 && hourText.startsWith('0')) * 60 + minute
}

function hourOf(hour: number, half: string | undefined, isWrittenFull: boolean): number {
  if (half) return (hour % 12) + (half === 'p' ? 12 : 0)
  return hour > 0 && hour < FIRST_MORNING_HOUR && !isWrittenFull ? hour + 12 : hour
}

function dayFrom(words: string[], { today, isMonthFirst }: TimeContext): LocalDate | null {
  const [first = '', second = '', third] = words.map((word) => (/[/.-]/.test(word) ? word : fold(word)))
  if (words.length === 1) {
    if (isLocalDate(first)) return first
    if (/^tod(ay)?$/.test(first)) return today
    if (/^tom(orrow)?$/.test(first)) return addDays(today, 1)
    const weekday = first.length >= 2 && /^[a-z]+$/.test(first) ? WEEKDAYS.findIndex((name) => name.startsWith(first.slice(0, 3))) : -1
    if (weekday >= 0) return addDays(today, (weekday + 1 - weekdayOf(today) + 7) % 7)
    const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?\.?$/.exec(first)
    if (!parts) return null
    const [, one = '', two = '', year] = parts
    return isMonthFirst && !first.includes('.')
      ? dayIn(today, Number(one), Number(two), year)
      : dayIn(today, Number(two), Number(one), year)
  }
  if (words.length > 3) return null
  const month = (word: string) => (/^[a-z]{3,}$/.test(word) ? MONTHS.indexOf(word.slice(0, 3)) + 1 : 0)
  if (month(first)) return dayIn(today, month(first), Number.parseInt(second, 10), third)
  if (month(second)) return dayIn(today, month(second), Number.parseInt(first, 10), third)
  return null
}

/** Without a year it is the next such day, or a recent one that has just passed. */
function dayIn(today: LocalDate, month: number, day: number, year: string | undefined): LocalDate | null {
  const on = (full: number) => {
    const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return isLocalDate(text) ? text : null
  }
  if (year) return on(year.length === 2 ? 2000 + Number(year) : Number(year))
  const thisYear = Number(today.slice(0, 4))
  const found = on(thisYear)
  return found && found < addDays(today, -60) ? on(thisYear + 1) : (found ?? on(thisYear + 1))
}
