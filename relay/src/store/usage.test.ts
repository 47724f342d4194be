import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { openSqlite, sqliteStore } from './sqlite-store.ts'
import { countCalls, countTextsIn, countTextsOut } from './usage.ts'
import type { Work } from './work.ts'

const connection = openSqlite(':memory:')
const store = sqliteStore(connection)
beforeAll(() => migrate(store))
afterAll(() => store.close())

const practiceId = randomUUID()
const month = { at: 0, from: '2026-03-01T06:00:00.000Z', until: '2026-04-01T05:00:00.000Z' }

/** How SQLite would go about the first query of this work. */
function planOf(work: Work<unknown>): string {
  const step = work.next().value as (engine: 'sqlite') => { text: string; values: unknown[] }
  const { text, values } = step('sqlite')
  const rows = connection.prepare(`explain query plan ${text}`).all(values) as { detail: string }[]
  return rows.map((row) => row.detail).join('\n')
}

// Reports may go through a million texts: these are counted in the index alone, without a look at one of them.
test('texts of a month are counted in their index', () => {
  const texts = [{ ...month, phoneNumber: '+15125550142' }]
  expect(planOf(countTextsOut(practiceId, texts))).toMatch(
    /SEARCH messages USING COVERING INDEX messages_from .*created_at>\? AND created_at<\?/,
  )
  expect(planOf(countTextsIn(practiceId, texts))).toMatch(
    /SEARCH messages USING COVERING INDEX messages_to .*created_at>\? AND created_at<\?/,
  )
})

test('calls of a month are found by their number, and their bookings by the call', () => {
  for (const phoneNumberId of [randomUUID(), null]) {
    const plan = planOf(countCalls(practiceId, [{ ...month, phoneNumberId }]))
    expect(plan).toMatch(/SEARCH calls USING INDEX calls_number .*created_at>\? AND created_at<\?/)
    expect(plan).toMatch(/SEARCH appointments USING COVERING INDEX appointments_call/)
  }
})

test('many numbers and months are asked for in parts', async () => {
  const stretches = Array.from({ length: 250 }, (_, at) => ({ ...month, at, phoneNumber: '+15125550142' }))
  const counts = await store.read(() => countTextsOut(practiceId, stretches))
  expect(counts.map((one) => one.at)).toEqual(stretches.map((one) => one.at))
  expect(counts[249]).toEqual({ at: 249, texts: 0, segments: 0 })
})
