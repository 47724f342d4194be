import { randomUUID } from 'node:crypto'
import { addDays, instantAt, type LocalDate, type TimeZone, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { START_HOURS } from './load-practice.ts'

const DAYS_EACH_WAY = 60
/** Days after the seeded ones, on which every start is free. */
const FREE_UNTIL_DAY = 240

/** A start on the hour with one provider (and the operatory of the same position). */
export type Start = { date: LocalDate; hour: number; startsAt: string; position: number }
export type Visits = { taken: Start[]; free: Start[]; untouched: Start[] }

/** Which starts are taken: past days to two thirds, coming ones less and less. `free` are the rest of the coming 60 days, from tomorrow on. */
export function planVisits(zone: TimeZone, today: LocalDate, count: number, random: () => number): Visits {
  const past: Start[] = []
  const coming: Start[] = []
  const untouched: Start[] = []
  for (let offset = -DAYS_EACH_WAY; offset <= FREE_UNTIL_DAY; offset++) {
    const date = addDays(today, offset)
    if (weekdayOf(date) > 5 || offset === 0) continue
    const into = offset < 0 ? past : offset <= DAYS_EACH_WAY ? coming : untouched
    for (const hour of START_HOURS)
      for (const position of [0, 1, 2]) into.push({ date, hour, startsAt: instantAt(date, hour * 60, zone), position })
  }
  const weightOf = (start: Start) => (start.date < today ? 2 : Math.max(0.15, 2.4 * (1 - daysTo(today, start.date) / (DAYS_EACH_WAY + 10))))
  const drawn = [...past, ...coming]
    .map((start) => ({ start, key: random() ** (1 / weightOf(start)) }))
    .toSorted((a, b) => b.key - a.key)
    .map((one) => one.start)
  const taken = drawn.slice(0, count)
  return { taken, free: drawn.slice(count).filter((start) => start.date > today), untouched }
}

function daysTo(today: LocalDate, date: LocalDate): number {
  return (Date.parse(date) - Date.parse(today)) / 86_400_000
}

export type SeededPatient = { id: string; firstName: string; lastName: string; birthDate: string; phoneNumber: string }

const FIRST = 'Ana Leo Dana Marcus Carmen Helen Victor Rosa Priya Owen Grace Henry Isabel Jack Karen Louis Maria Nina Oscar Paula'.split(
  ' ',
)
const LAST =
  'Garcia Whitfield Lee Diaz Tran Stone Alvarez Raman Becker Novak Olsen Price Quinn Reyes Shaw Turner Usher Vance Walsh Young'.split(' ')

export function planPatients(practiceAt: number, count: number): SeededPatient[] {
  return Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    firstName: FIRST[at % FIRST.length]!,
    lastName: LAST[Math.floor(at / FIRST.length) % LAST.length]!,
    birthDate: `${1950 + (at % 55)}-0${1 + (at % 9)}-1${at % 9}`,
    phoneNumber: `+1512${2_000_000 + practiceAt * 1_000 + at}`,
  }))
}
