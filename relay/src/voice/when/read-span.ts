import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { type DaySpan, dayOf, weekSpan, yearOf } from './calendar-days.ts'
import { type DaySaid, IMPOSSIBLE, placeDay } from './day-said.ts'
import { followingMonth, readMonth, readStep } from './read-month.ts'
import { readNamedDay } from './read-named-day.ts'
import type { TokenReader } from './token-reader.ts'

type Edge = 'early' | 'mid' | 'late' | 'ending'
const EDGES: Edge[] = ['early', 'mid', 'late', 'ending']

/** "this week", "early next week", "the week of March 9", "the weekend", "next month", "end of the month", "late March". */
export function readSpan(reader: TokenReader, today: LocalDate): DaySaid | null {
  const edge = EDGES.find((word) => reader.take(word)) ?? null
  reader.skip('of', 'in')
  const span = reader.attempt((r) => readWeek(r, today, edge)) ?? reader.attempt((r) => readWeekend(r, today))
  if (span) return said(span)
  return reader.attempt((r) => readMonthSpan(r, today, edge))
}

function said(span: DaySpan | 'impossible'): DaySaid {
  return span === 'impossible' ? IMPOSSIBLE : { kind: 'span', ...span }
}

function readWeek(reader: TokenReader, today: LocalDate, edge: Edge | null): DaySpan | 'impossible' | null {
  const isThe = reader.take('the')
  if (reader.take('weekafternext')) return edgeOfWeek(weekSpan(today, 2), edge)
  const step = readStep(reader)
  if (!reader.take('week')) return null
  if (reader.take('of', 'notbefore')) return readWeekOf(reader, today, edge)
  const later = step ?? (reader.take('next') ? 1 : null)
  if (later === null && !isThe && edge === null) return null
  return edgeOfWeek(weekSpan(today, later ?? 0), edge)
}

/** The whole week of a day; a day without a year may be one of this week that is already past. */
function readWeekOf(reader: TokenReader, today: LocalDate, edge: Edge | null): DaySpan | 'impossible' | null {
  const first = readNamedDay(reader, today)
  if (!first) return null
  reader.skip(',')
  const day = (first.kind === 'weekday' && readNamedDay(reader, today)) || first
  const placed = placeDay(day, day.kind === 'weekday' ? today : weekSpan(today).from)
  return placed ? edgeOfWeek(weekSpan(placed.from), edge) : 'impossible'
}

function readWeekend(reader: TokenReader, today: LocalDate): DaySpan | null {
  reader.skip('the', 'on', 'el')
  const step = readStep(reader)
  if (!reader.take('weekend')) return null
  const later = step ?? (reader.take('next') ? 1 : reader.take('after') && reader.take('next') ? 2 : 0)
  const week = weekSpan(today, later)
  return { from: addDays(week.from, 5), to: week.to }
}

/** Early is Monday and Tuesday, mid is Tuesday to Thursday, late is Thursday to Sunday. */
function edgeOfWeek(week: DaySpan, edge: Edge | null): DaySpan {
  if (edge === null) return week
  const [first, last] = edge === 'early' ? [0, 1] : edge === 'mid' ? [1, 3] : [3, 6]
  return { from: addDays(week.from, first), to: addDays(week.from, last) }
}

/** A part of a month that is over means the month after: "the beginning of the month" said on the 20th. */
function readMonthSpan(reader: TokenReader, today: LocalDate, edge: Edge | null): DaySaid | null {
  const isThe = reader.word() === 'the'
  const month = readMonth(reader, today)
  if (!month) return null
  if (month.isOpen && !month.isNamed && !isThe && edge === null) return null
  const span = edgeOfMonth(month, edge)
  if (span.to >= today || !month.isOpen) return { kind: 'span', ...span }
  const following = followingMonth(month)
  return following ? { kind: 'span', ...edgeOfMonth(following, edge) } : IMPOSSIBLE
}

/** Early is the first ten days, mid the second ten, late the rest, the end its last seven. */
function edgeOfMonth(month: DaySpan, edge: Edge | null): DaySpan {
  const day = (number: number) => dayOf(yearOf(month.from), Number(month.from.slice(5, 7)), number) ?? month.to
  if (edge === 'early') return { from: month.from, to: day(10) }
  if (edge === 'mid') return { from: day(11), to: day(20) }
  if (edge === 'late') return { from: day(21), to: month.to }
  return edge === 'ending' ? { from: addDays(month.to, -6), to: month.to } : { from: month.from, to: month.to }
}
