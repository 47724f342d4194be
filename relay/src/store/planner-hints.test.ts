import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { openSqlite, sqliteStore } from './sqlite-store.ts'

const connection = openSqlite(':memory:')
const store = sqliteStore(connection)
beforeAll(() => migrate(store))
afterAll(() => store.close())

function planOf(sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => 'x')
  const rows = connection.prepare(`explain query plan ${sql}`).all(values) as { detail: string }[]
  return rows.map((row) => row.detail).join('\n')
}

test.each([
  ['appointments', 'practice_id = ? and source_call_id = ? order by starts_at, id'],
  ['appointments', 'practice_id = ? and patient_id = ? and starts_at > ? order by starts_at, id'],
  ['contact_points', 'practice_id = ? and patient_id = ? order by phone_number'],
  ['contact_points', 'practice_id = ? and phone_number = ?'],
  ['messages', "practice_id = ? and related_id = ? and status = 'waiting' order by created_at"],
  ['messages', 'practice_id = ? and patient_number = ? and created_at >= ? order by created_at desc, id desc'],
  ['leads', "practice_id = ? and status = 'open' and appointment_id = ? order by id"],
  ['leads', 'practice_id = ? and call_id = ? order by id'],
  ['callbacks', 'practice_id = ? and call_id = ? order by id'],
  ['changes', 'practice_id = ? and call_id = ? order by at, id'],
  ['audit_log', 'practice_id = ? and subject_id = ? order by at desc, id desc limit 50'],
  ['audit_log', "practice_id = ? and subject_id = ? and at > ? and action = 'patient.read' and actor_id = ? limit 1"],
  ['calls', 'practice_id = ? and external_id = ?'],
])('%s where %s reads its own rows, not the whole practice', (table, condition) => {
  expect(planOf(`select * from ${table} where ${condition}`)).toMatch(/SEARCH .*practice_id=\? AND \w+=\?/)
})

test('a household is found from its number', () => {
  const plan = planOf(
    'select p.* from patients p join contact_points c on c.practice_id = p.practice_id and c.patient_id = p.id where c.practice_id = ? and c.phone_number = ? order by p.id',
  )
  expect(plan).toMatch(/^SEARCH c .*phone_number=\?/)
})
