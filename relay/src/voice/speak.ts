import { formatPhone, type PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { daysBetween, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { digitWord, numberWords, ordinalWords, yearWords } from './when/spoken-numbers.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const YEAR_NEEDED_DAYS = 300

/** "Tuesday, March third"; with the year in words when the day is more than 300 days away. No digits: voices misread them. */
export function speakDay(date: LocalDate, today: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const spoken = `${WEEKDAYS[weekdayOf(date) - 1]}, ${MONTHS[month - 1]} ${ordinalWords(day)}`
  return Math.abs(daysBetween(today, date)) > YEAR_NEEDED_DAYS ? `${spoken}, ${yearWords(year)}` : spoken
}

/** "nine thirty in the morning", "nine oh five in the morning", "noon". Afternoon begins at 12:00 and evening at 17:00. */
export function speakTime(minuteOfDay: number): string {
  const inDay = ((Math.trunc(minuteOfDay) % 1440) + 1440) % 1440
  if (inDay === 0) return 'midnight'
  if (inDay === 720) return 'noon'
  const minute = inDay % 60
  const hour = numberWords(Math.floor(inDay / 60) % 12 || 12)
  const part = inDay < 720 ? 'morning' : inDay < 1020 ? 'afternoon' : 'evening'
  return `${hour}${minute === 0 ? '' : minute < 10 ? ` oh ${numberWords(minute)}` : ` ${numberWords(minute)}`} in the ${part}`
}

/** "Tuesday, March third, at nine thirty in the morning". */
export function speakSlot(slot: { date: LocalDate; minuteOfDay: number }, today: LocalDate): string {
  return `${speakDay(slot.date, today)}, at ${speakTime(slot.minuteOfDay)}`
}

/** "a, b or c"; nothing for no items. */
export function speakList(items: readonly string[], joint: 'or' | 'and' = 'or'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`
}

/** The digits in the groups people of `country` write them in: "five one two, five five five, zero one nine nine". A number
 *  from another country starts with "plus". */
export function speakNumber(phone: PhoneNumber, country = 'US'): string {
  const written = formatPhone(phone, country)
  const groups = written.match(/\d+/g) ?? []
  const spoken = groups.map((group) => Array.from(group, digitWord).join(' ')).join(', ')
  return written.startsWith('+') ? `plus ${spoken}` : spoken
}

/** One line that is safe to speak and to put in a prompt: no line breaks or control characters, nothing a template or markup
 *  reader could act on, at most `longest` characters, cut between words. */
export function oneLine(text: string, longest = 500): string {
  const line = text
    .toWellFormed()
    .replace(/[{}%<>[\]`*#|~^\\\ufffd]/g, ' ')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  if (line.length <= longest) return line
  const space = line.lastIndexOf(' ', longest)
  return (
    space > 0
      ? line.slice(0, space)
      : line
          .slice(0, Math.max(0, longest))
          .toWellFormed()
          .replace(/\ufffd$/, '')
  ).trim()
}
