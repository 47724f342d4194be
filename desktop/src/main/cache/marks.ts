import { addDays, type Instant, type LocalDate, localDateOf, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Db } from './database.ts'

type MarkName = 'daysFrom' | 'daysTo' | 'callsFrom' | 'callsFromId' | 'checkedAt'

/** How far a snapshot reaches, in practice days around its own. */
export const SNAPSHOT_DAYS = { back: 30, ahead: 548 }
/** The beginning of all calls is here. */
const BEGINNING = ''

export function readMark(db: Db, name: MarkName): string | null {
  return db.get<{ value: string }>('select value from marks where name = ?', name)?.value ?? null
}

export function writeMark(db: Db, name: MarkName, value: string): void {
  db.run('insert or replace into marks (name, value) values (?, ?)', name, value)
}

/** Days that are kept whole: those of the snapshot and those that were fetched since. */
export function missingDays(db: Db, { from, to }: { from: LocalDate; to: LocalDate }): LocalDate[] {
  const [first, last] = [readMark(db, 'daysFrom'), readMark(db, 'daysTo')]
  if (first === null || last === null || (from >= first && to <= last)) return []
  const missing: LocalDate[] = []
  for (let day = from; day <= to && missing.length < MOST_DAYS; day = addDays(day, 1))
    if ((day < first || day > last) && !db.get('select 1 from kept_days where day = ?', day)) missing.push(day)
  return missing
}

// Nobody looks at a year of missing days at once, and the relay gives two months at a time.
const MOST_DAYS = 400

export function markSnapshotDays(db: Db, at: Instant, zone: TimeZone): void {
  const today = localDateOf(at, zone)
  writeMark(db, 'daysFrom', addDays(today, -SNAPSHOT_DAYS.back))
  writeMark(db, 'daysTo', addDays(today, SNAPSHOT_DAYS.ahead))
  db.run('delete from kept_days')
}

/** The oldest call up to which no call is missing; null when none is missing at all. */
export type CallsFrom = { at: Instant; id: string | null }

export function readCallsFrom(db: Db): CallsFrom | null {
  const at = readMark(db, 'callsFrom')
  return at === null || at === BEGINNING ? null : { at: at as Instant, id: readMark(db, 'callsFromId') || null }
}

export function markCallsFrom(db: Db, from: CallsFrom | null): void {
  writeMark(db, 'callsFrom', from?.at ?? BEGINNING)
  writeMark(db, 'callsFromId', from?.id ?? '')
}

/** Whether the first text of a number is here, and so all of them. */
export function isWholeThread(db: Db, phoneNumber: string): boolean {
  return db.get('select 1 from whole_threads where phone_number = ?', phoneNumber) !== undefined
}

export function markWholeThread(db: Db, phoneNumber: string): void {
  db.run('insert or ignore into whole_threads (phone_number) values (?)', phoneNumber)
}
