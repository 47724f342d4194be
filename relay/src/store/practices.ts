import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { type Practice, PracticeSettings } from '@dentalanswer/shared/domain/practice.ts'
import { sql } from 'kysely'
import { snakeCase } from './entity-table.ts'
import { practiceColumns } from './tables.ts'
import { all, first, run, type SqlValue, statement, type Work } from './work.ts'

const fields = Object.keys(practiceColumns) as (keyof Practice)[]

const columns = fields.map(snakeCase) as ('id' | 'name')[]

const bump = statement((db, p: { id: string }) =>
  db
    .updateTable('practices')
    .set({ event_seq: sql<number>`event_seq + 1` })
    .where('id', '=', p.id)
    .returning(['event_seq', ...columns]),
)
const unbump = statement((db, p: { id: string }) =>
  db.updateTable('practices').set({ event_seq: sql<number>`event_seq - 1` }).where('id', '=', p.id),
)
const byId = statement((db, p: { id: string }) => db.selectFrom('practices').select(columns).where('id', '=', p.id))
const everyone = statement((db, _: Record<string, never>) => db.selectFrom('practices').select(columns).orderBy('name').orderBy('id'))
const insert = statement((db, p: Record<string, SqlValue>) =>
  db
    .insertInto('practices')
    .values({ ...Object.fromEntries(columns.map((column) => [column, p[column]])), event_seq: 0, created_at: p.created_at } as never),
)
const update = statement((db, p: Record<string, SqlValue>) =>
  db
    .updateTable('practices')
    .set(Object.fromEntries(columns.filter((column) => column !== 'id').map((column) => [column, p[column]])) as never)
    .where('id', '=', p.id as never),
)

/** A practice that an older relay stored has nothing yet for settings that came later. */
const FIRST_SETTINGS = PracticeSettings.parse({})

/** The settings are parsed once per version of a practice, not once per request. */
const parsed = new Map<string, Practice>()

function readPractice(row: object): Practice {
  const values = row as Record<string, SqlValue>
  const known = parsed.get(values.id as string)
  if (known && known.setupVersion === Number(values.setup_version)) return known
  const stored = Object.fromEntries(
    fields.map((field) => [field, (practiceColumns[field] as { read(value: SqlValue): unknown }).read(values[snakeCase(field)]!)]),
  ) as Practice
  const practice = { ...stored, settings: { ...FIRST_SETTINGS, ...stored.settings } }
  parsed.set(practice.id, practice)
  return practice
}

/** Whether a practice was read from the store rather than made by a change that is still under way. */
export function isCommitted(practice: Practice): boolean {
  return parsed.get(practice.id) === practice
}

function paramsOf(practice: Practice): Record<string, SqlValue> {
  return Object.fromEntries(
    fields.map((field) => [snakeCase(field), (practiceColumns[field] as { write(value: unknown): SqlValue }).write(practice[field])]),
  )
}

/** Takes the next event number and, until the commit, the practice itself: every other writer of this practice waits. */
export function* takeNumber(id: PracticeId): Work<{ practice: Practice; seq: number } | null> {
  const row = yield* first(bump, { id })
  return row ? { practice: readPractice(row), seq: Number(row.event_seq) } : null
}

/** Gives the number back when nothing happened, so that the log has no gap. */
export function* returnNumber(id: PracticeId): Work<void> {
  yield* run(unbump, { id })
}

export function* findPractice(id: string): Work<Practice | null> {
  const row = yield* first(byId, { id })
  return row ? readPractice(row) : null
}

export function* requirePractice(id: string): Work<Practice> {
  const practice = yield* findPractice(id)
  if (!practice) throw new DeskError('NOT_FOUND', 'There is no such practice.')
  return practice
}

export function* listPractices(): Work<Practice[]> {
  return (yield* all(everyone, {})).map(readPractice)
}

export function* insertPractice(practice: Practice, createdAt: string): Work<void> {
  yield* run(insert, { ...paramsOf(practice), created_at: createdAt })
}

export function* updatePractice(practice: Practice): Work<void> {
  yield* run(update, paramsOf(practice))
}
