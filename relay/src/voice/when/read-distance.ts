import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { addMonths } from './calendar-days.ts'
import { type DaySaid, IMPOSSIBLE, placeDay } from './day-said.ts'
import { readNamedDay } from './read-named-day.ts'
import type { TokenReader } from './token-reader.ts'

type Unit = 'day' | 'week' | 'month' | 'year' | 'today'
type Distance = { least: number; most: number; unit: Unit }

/** "in two weeks", "in ten days", "within a month", "the next three days", "two weeks from Tuesday", "a week Tuesday", "the day after Tuesday".
 *  Days are exact. Weeks and months are how people say "about then": that day and the six after it. */
export function readDistance(reader: TokenReader, today: LocalDate): DaySaid | null {
  const isWithin = reader.attempt(takeWithin) ?? false
  const hasIn = isWithin || reader.take('in', 'en')
  const distance = reader.attempt((r) => readCount(r, isWithin))
  if (!distance) return null
  if (distance.most > 1000) return IMPOSSIBLE
  if (distance.unit === 'today') return hasIn ? { kind: 'date', date: today } : null
  return readStart(reader, distance, today) ?? (hasIn || isWholeText(reader) ? fromToday(distance, today, isWithin) : null)
}

function takeWithin(reader: TokenReader): true | null {
  if (reader.take('within', 'over')) {
    reader.skip('the', 'next')
    return true
  }
  const isIn = reader.take('in')
  const isThe = reader.take('the')
  if (!reader.take('next', 'coming')) return null
  // "the next week" and "next week" are weeks of the calendar; "in the next week" counts days from today.
  return isUnit(reader.word()) && !(isIn && isThe) ? null : true
}

function isUnit(word: string): boolean {
  return UNITS.has(word)
}

const UNITS = new Map<string, { unit: Unit; times: number }>([
  ['minute', { unit: 'today', times: 1 }],
  ['hour', { unit: 'today', times: 1 }],
  ['day', { unit: 'day', times: 1 }],
  ['week', { unit: 'week', times: 1 }],
  ['fortnight', { unit: 'week', times: 2 }],
  ['month', { unit: 'month', times: 1 }],
  ['year', { unit: 'year', times: 1 }],
])

function readCount(reader: TokenReader, isWithin: boolean): Distance | null {
  const least = readAmount(reader, isWithin)
  const most = least !== null && reader.take('or', 'to', 'and') ? readAmount(reader, false) : least
  const found = UNITS.get(reader.word())
  if (least === null || most === null || !found) return null
  reader.at++
  reader.skip('time')
  return { least: least * found.times, most: Math.max(least, most) * found.times, unit: found.unit }
}

/** "the day after Tuesday" and "within the week" leave the one out. */
function readAmount(reader: TokenReader, isWithin: boolean): number | null {
  const number = reader.numberToken()
  if (isUnit(reader.word())) return isWithin || ['from', 'after', 'before'].includes(reader.word(1)) ? 1 : null
  if (!number) return reader.take('a', 'an') ? 1 : null
  if (number.ordinal) return null
  reader.at++
  return number.value
}

/** What the distance is counted from, when that is said: "… from tomorrow", "… after March 3", "a week (on) Tuesday". */
function readStart(reader: TokenReader, distance: Distance, today: LocalDate): DaySaid | null {
  if (reader.take('ago')) return onlyFirst(step(today, distance.unit, -distance.least))
  if (reader.take('out', 'later')) return fromToday(distance, today, false)
  const start = reader.attempt(() => {
    const back = reader.take('before')
    if (!back && !reader.take('from', 'after')) {
      reader.take('on')
      if (distance.unit !== 'week' || reader.weekday() === undefined) return null
    }
    const said = reader.take('soonest') ? ({ kind: 'date', date: today } as const) : readNamedDay(reader, today)
    const placed = said && placeDay(said, today)
    return placed && step(placed.from, distance.unit, back ? -distance.least : distance.least)
  })
  return start && onlyFirst(start)
}

function fromToday({ least, most, unit }: Distance, today: LocalDate, isWithin: boolean): DaySaid {
  const [first, last] = [step(today, unit, least), step(today, unit, most)]
  if (!first || !last) return IMPOSSIBLE
  if (isWithin) return { kind: 'span', from: today, to: last }
  if (unit === 'day' && first === last) return { kind: 'date', date: first }
  return { kind: 'span', from: first, to: unit === 'day' ? last : addDays(last, 6) }
}

function onlyFirst(date: LocalDate | null): DaySaid {
  return date ? { kind: 'date', date } : IMPOSSIBLE
}

function step(date: LocalDate, unit: Unit, count: number): LocalDate | null {
  if (unit === 'month' || unit === 'year') return addMonths(date, unit === 'year' ? count * 12 : count)
  return addDays(date, unit === 'week' ? count * 7 : count)
}

function isWholeText(reader: TokenReader): boolean {
  return reader.isDone && reader.tokens[0]?.kind === 'number'
}
