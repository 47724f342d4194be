import { addDays, epochMs, type Instant, type LocalDate, localDateOf, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'

export type Times = ReturnType<typeof makeTimes>
const known = new Map<string, Times>()

/** The words for times of one practice: its zone and the way its country writes them. */
export function timesIn(zone: TimeZone, locale: string): Times {
  const key = `${zone} ${locale}`
  const times = known.get(key) ?? makeTimes(zone, locale)
  known.set(key, times)
  return times
}

function makeTimes(zone: TimeZone, locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    return (at: Instant) => formatter.format(epochMs(at))
  }
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: LocalDate) => formatter.format(Date.parse(day))
  }
  const time = format({ hour: 'numeric', minute: '2-digit' })
  const shortDay = ofDay({ weekday: 'short', month: 'short', day: 'numeric' })
  const withYear = ofDay({ month: 'short', day: 'numeric', year: 'numeric' })
  const weekday = ofDay({ weekday: 'short' })
  const dayOf = (at: Instant) => localDateOf(at, zone)
  /** "Today", "Tomorrow", "Yesterday", "Thu, Mar 5", or with the year when it is another one. */
  const relativeDay = (day: LocalDate, today: LocalDate) => {
    if (day === today) return 'Today'
    if (day === addDays(today, 1)) return 'Tomorrow'
    if (day === addDays(today, -1)) return 'Yesterday'
    return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : withYear(day)
  }
  return {
    zone,
    dayOf,
    /** "2:30 PM" */
    time,
    /** "2:30" without the half of the day, where the day makes it plain. */
    clock: (at: Instant) => time(at).replace(/\s?[AP]M$/i, ''),
    shortDay,
    withYear,
    weekday,
    longDay: ofDay({ weekday: 'long', month: 'long', day: 'numeric' }),
    relativeDay,
    /** "Today 2:30 PM" */
    dayAndTime: (at: Instant, today: LocalDate) => `${relativeDay(dayOf(at), today)} ${time(at)}`,
  }
}

/** How long ago, in a few words: "just now", "9 min ago", "2 h ago", "3 days ago". */
export function ago(at: Instant, now: Instant): string {
  const minutes = Math.floor((epochMs(now) - epochMs(at)) / 60_000)
  if (minutes < 1) return 'just now'
  return `${spanWords(minutes)} ago`
}

/** "48 min", "3 h 48 min", "2 days". */
export function spanWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return hours < 48 ? '1 day' : `${Math.floor(hours / 24)} days`
  const rest = minutes % 60
  return hours >= 6 || rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Time on the line: "1:12". */
export function callLength(from: Instant, to: Instant): string {
  const seconds = Math.max(0, Math.round((epochMs(to) - epochMs(from)) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Whole years on a day; null for an unknown birth date. */
export function ageOn(birthDate: LocalDate | null, today: LocalDate): number | null {
  if (!birthDate) return null
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** A day and time inside a sentence: "today 8:27 AM", with the names of days as they are. */
export const inSentence = (dayAndTime: string): string =>
  dayAndTime.replace(/^(?:Today|Tomorrow|Yesterday)\b/, (word) => word.toLowerCase())
