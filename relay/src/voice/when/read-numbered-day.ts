import { type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextDayOfMonth } from './calendar-days.ts'
import { isCounted, isHourMark } from './counted-words.ts'
import { type DaySaid, IMPOSSIBLE } from './day-said.ts'
import type { TokenReader } from './token-reader.ts'

const NOT_A_DAY = ['one', 'slot', 'option', 'time', 'appointment', 'available', 'opening', 'visit', 'choice', 'thing', 'week', 'half']

/** "the 31st", "the first", "el 3", "the 15", "Tuesday 10". */
export function readNumberedDay(reader: TokenReader, today: LocalDate): DaySaid | null {
  const weekday = reader.at > 0 ? reader.weekday(-1) : undefined
  const article = reader.word()
  reader.skip('the', 'el')
  if (article === 'el') reader.skip('day')
  const number = reader.numberToken()
  if (!number || number.digits > 2 || isCounted(reader, 1) || isHourMark(reader, 1) || NOT_A_DAY.includes(reader.word(1)) || isOne(reader))
    return null
  if (!(number.ordinal ? isDayOrdinal(reader, article) : isDayCardinal(reader, article, weekday, today))) return null
  reader.at++
  return number.value >= 1 && number.value <= 31 ? { kind: 'dayOfMonth', day: number.value } : IMPOSSIBLE
}

/** "the second one" chooses from a list. */
function isOne(reader: TokenReader): boolean {
  const next = reader.numberToken(1)
  return next?.digits === 0 && next.value === 1 && !next.ordinal
}

/** A spoken "second" is only a day after "the" or alone ("one second"), and "the third Tuesday" is no third of the month. */
function isDayOrdinal(reader: TokenReader, article: string): boolean {
  if (reader.numberToken()?.digits) return true
  if (reader.weekday(1) !== undefined) return false
  return article === 'the' || article === 'el' || reader.tokens.length === 1 || reader.weekday(-1) !== undefined
}

/** A bare "10" after a weekday is that day of the month when the calendar agrees or no clock has such an hour; Spanish says
 *  "el 3" for it, and "3 to 6 March" names the month late. */
function isDayCardinal(reader: TokenReader, article: string, weekday: number | undefined, today: LocalDate): boolean {
  const value = reader.numberToken()?.value ?? 0
  const isNamed = article === 'el' || (article === 'the' && (value > 12 || weekday !== undefined))
  if (isNamed || rangeEndsInMonth(reader)) return true
  if (weekday === undefined || reader.word(1) === 'to' || reader.numberToken(1)) return false
  const date = nextDayOfMonth(value, today)
  return value > 12 || (date !== null && weekdayOf(date) === weekday)
}

function rangeEndsInMonth(reader: TokenReader): boolean {
  if (!['to', 'and', 'y', 'until'].includes(reader.word(1))) return false
  let ahead = 2
  while (['the', 'el'].includes(reader.word(ahead))) ahead++
  if (!reader.numberToken(ahead)) return false
  return reader.month(ahead + (reader.word(ahead + 1) === 'of' ? 2 : 1)) !== undefined
}
