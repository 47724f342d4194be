import { addDays, daysBetween, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { comingWeekday, type DaySpan, nextDayOfMonth } from './calendar-days.ts'
import { type DaySaid, placeDay, SOONEST_DAYS } from './day-said.ts'
import type { DayHeard, DayLimit, Link } from './hear-when.ts'

/** A weekday and a date that were said together and do not agree: "Tuesday, March 4th" when the 4th is a Wednesday. */
export type Contradiction = { weekday: number; date: LocalDate }
export type DaysMeant = DaySpan & { exactDay: boolean; contradiction?: Contradiction }

type Placed = DaySpan & { said: DaySaid; limit: DayLimit | null; link: Link | null; isRange: boolean; contradiction?: Contradiction }

/** The days all that was said comes to, both ends included; `null` when the calendar has no such days or they run backwards. */
export function settleDays(days: DayHeard[], today: LocalDate): DaysMeant | null {
  if (days.some(({ said }) => said.kind === 'impossible')) return null
  const named = days.filter(({ said }) => said.kind !== 'soonest')
  if (named.length === 0) return { from: today, to: addDays(today, SOONEST_DAYS - 1), exactDay: false }
  const frame = findFrame(named)
  const placed = placeAll(frame ? named.filter((day) => day.said !== frame) : named, frame, today)
  return placed && joinPlaced(placed, frame, today)
}

type Frame = Extract<DaySaid, { kind: 'span' }>

/** The one week or month that the other days said are in: "Tuesday or Thursday next week", "next month on the 5th". */
function findFrame(days: DayHeard[]): Frame | null {
  const spans = days.filter(({ said }) => said.kind === 'span')
  const span = spans[0]
  if (!span || spans.length > 1 || days.length < 2 || span.link === 'or' || span.link === 'to' || span.limit) return null
  const following = days[days.indexOf(span) + 1]
  const isApart = following?.link === 'or' || following?.link === 'to'
  return isApart || span.said.kind !== 'span' ? null : span.said
}

function placeAll(days: DayHeard[], frame: Frame | null, today: LocalDate): Placed[] | null {
  const placed: Placed[] = []
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as DayHeard
    const next = days[i + 1]
    const before = placed.at(-1)
    const start = day.link === 'to' && before ? before : null
    const pair = next && isDateWithWeekday(day, next) ? next : null
    const date = pair && day.said.kind === 'weekday' ? pair.said : day.said
    const span = start ? placeEnd(date, start, today) : nearest(placeIn(date, frame, today), date, day.link && !frame ? before : undefined)
    if (!span) return null
    const weekday = pair && (day.said.kind === 'weekday' ? day.said : pair.said)
    const contradiction = weekday?.kind === 'weekday' ? disagreement(weekday.weekday, span.to) : undefined
    if (pair) i++
    if (start)
      Object.assign(start, { ...span, limit: null, isRange: span.from !== span.to, contradiction: start.contradiction ?? contradiction })
    else placed.push({ ...span, said: date, limit: day.limit ?? pair?.limit ?? null, link: day.link, isRange: false, contradiction })
  }
  return placed
}

function isDateWithWeekday(day: DayHeard, next: DayHeard): boolean {
  if (next.link !== null) return false
  const isDate = ({ kind }: DaySaid) => kind === 'date' || kind === 'monthDay' || kind === 'dayOfMonth'
  return (day.said.kind === 'weekday' && isDate(next.said)) || (isDate(day.said) && next.said.kind === 'weekday')
}

function disagreement(weekday: number, date: LocalDate): Contradiction | undefined {
  return weekdayOf(date) === weekday ? undefined : { weekday, date }
}

function placeIn(said: DaySaid, frame: Frame | null, today: LocalDate): DaySpan | null {
  if (!frame) return placeDay(said, today)
  const isMonth = daysBetween(frame.from, frame.to) >= 27
  // The first Tuesday of a month under way is the first one left; of this week it is this week's, even when past.
  const base = isMonth && frame.from < today && today <= frame.to ? today : frame.from
  const date =
    said.kind === 'weekday' ? comingWeekday(said.weekday, base) : said.kind === 'dayOfMonth' ? nextDayOfMonth(said.day, base) : null
  if (date && date <= frame.to) return { from: date, to: date }
  return said.kind === 'dayOfMonth' && isMonth ? null : placeDay(said, today)
}

/** "Monday or Tuesday", said on a Tuesday, and "April 9 or 10" mean two days side by side. */
function nearest(span: DaySpan | null, said: DaySaid, before: Placed | undefined): DaySpan | null {
  const isBare = said.kind === 'dayOfMonth' || (said.kind === 'weekday' && said.week === 'coming' && said.plusDays === 0)
  const beside = isBare && before ? placeDay(said, before.from) : null
  if (!span || !beside || !before) return span
  return daysBetween(before.from, beside.from) < Math.abs(daysBetween(before.from, span.from)) ? beside : span
}

/** The end of a range counts from its start. A start without a year that has just gone by belongs to the range under way. */
function placeEnd(said: DaySaid, start: Placed, today: LocalDate): DaySpan | null {
  const hasYear = start.said.kind !== 'monthDay' && start.said.kind !== 'dayOfMonth'
  const soon = hasYear ? null : placeDay(said, today)
  if (soon && soon.from < start.from) {
    const earlier = placeDay(start.said, addDays(soon.to, -60))
    if (earlier && earlier.from <= soon.to) return { from: earlier.from < today ? today : earlier.from, to: soon.to }
  }
  const monthOfEnd = said.kind === 'monthDay' && start.said.kind === 'dayOfMonth' ? said.month : null
  const from = monthOfEnd ? placeDay({ kind: 'monthDay', month: monthOfEnd, day: Number(start.from.slice(8)) }, today)?.from : start.from
  const end = from && placeDay(said, from)
  return from && end && end.to >= from && daysBetween(from, end.to) <= 300 ? { from, to: end.to } : null
}

function joinPlaced(placed: Placed[], frame: Frame | null, today: LocalDate): DaysMeant | null {
  const plain = placed.filter((day) => !day.limit)
  const span = frame ?? (plain.length > 0 ? hullOf(plain) : null)
  const isLimited = plain.length < placed.length
  const days = isLimited ? applyLimits(placed, span, today) : hullOf(plain)
  if (!days || days.from > days.to) return null
  const isOpen = isLimited || plain.some((day) => day.said.kind === 'span')
  const from = isOpen && days.from < today && today <= days.to ? today : days.from
  const exactDay = !isOpen && days.from === days.to && plain.every((day) => !day.isRange)
  const contradiction = placed.find((day) => day.contradiction)?.contradiction
  return { from, to: days.to, exactDay, ...(contradiction && { contradiction }) }
}

/** "after Tuesday", "by March 10": the other end is that of the week or month said, or today or two weeks on. */
function applyLimits(placed: Placed[], span: DaySpan | null, today: LocalDate): DaySpan {
  const lower = placed.flatMap(({ limit, from, to }) => (limit === 'after' ? [addDays(to, 1)] : limit === 'from' ? [from] : []))
  const upper = placed.flatMap(({ limit, from, to }) => (limit === 'before' ? [addDays(from, -1)] : limit === 'by' ? [to] : []))
  const from = latest(lower) ?? span?.from ?? today
  const to = earliest(upper) ?? span?.to ?? addDays(from, SOONEST_DAYS - 1)
  return { from, to }
}

function hullOf(spans: DaySpan[]): DaySpan {
  return { from: earliest(spans.map((s) => s.from)) as LocalDate, to: latest(spans.map((s) => s.to)) as LocalDate }
}

function earliest(dates: LocalDate[]): LocalDate | undefined {
  return dates.toSorted()[0]
}

function latest(dates: LocalDate[]): LocalDate | undefined {
  return dates.toSorted().at(-1)
}
