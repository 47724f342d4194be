import { addDays, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaySpan } from './calendar-days.ts'
import { type DaySaid, IMPOSSIBLE } from './day-said.ts'
import { followingMonth, readMonth } from './read-month.ts'
import type { TokenReader } from './token-reader.ts'

type Part = { nth: number; weekday: number | null; unit: 'day' | 'week'; isBare: boolean }

/** "the 5th of next month", "first Monday in April", "last Friday of the month", "the first week of April". */
export function readNthInMonth(reader: TokenReader, today: LocalDate): DaySaid | null {
  const part = readPart(reader)
  if (!part || !reader.take('of', 'in', 'en')) return null
  const month = readMonth(reader, today)
  // "the 3rd of March" is an ordinary date.
  if (!month || (part.isBare && month.isNamed)) return null
  const span = partOf(month, part)
  const isOver = span !== null && span.to < today && month.isOpen
  const following = isOver ? followingMonth(month) : null
  const placed = following ? partOf(following, part) : span
  if (!placed) return IMPOSSIBLE
  return placed.from === placed.to ? { kind: 'date', date: placed.from } : { kind: 'span', ...placed }
}

function readPart(reader: TokenReader): Part | null {
  reader.skip('the', 'el')
  const number = reader.numberToken()
  const nth = number?.ordinal ? number.value : reader.word() === 'last' ? -1 : null
  if (nth === null) return null
  reader.at++
  const weekday = reader.weekday() ?? null
  const unit = reader.word() === 'week' ? 'week' : 'day'
  const isBare = weekday === null && reader.word() !== unit
  if (!isBare) reader.at++
  return isBare && nth === -1 ? null : { nth, weekday, unit, isBare }
}

function partOf(month: DaySpan, { nth, weekday, unit }: Part): DaySpan | null {
  const first = weekday === null ? month.from : addDays(month.from, (weekday - weekdayOf(month.from) + 7) % 7)
  const stride = weekday === null && unit === 'day' ? 1 : 7
  const length = unit === 'week' ? 7 : 1
  let from = addDays(first, (nth - 1) * stride)
  if (nth < 0) for (from = first; addDays(from, stride) <= month.to; ) from = addDays(from, stride)
  if (nth < 0 && unit === 'week') from = addDays(month.to, -6)
  return from > month.to || nth === 0 ? null : { from, to: addDays(from, length - 1) }
}
