import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open-store.ts'
import { loadSetup } from '../src/store/setup.ts'
import { readUsage } from '../src/usage/read-usage.ts'
import { writeHistory } from './demo-history.ts'
import { seedDemo } from './demo-seed.ts'

const AT = '2026-03-03T16:42:00.000Z' as Instant

test('the demo has three months of calls and texts to report on, written in well under two seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-history-'))
  const store = openStore({ engine: 'sqlite', file: join(folder, 'relay.sqlite') })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(store)
  const base = { store, clock: { nowMs: () => Date.parse(AT) }, newId: () => randomUUIDv7(), committed() {} }
  const practice = await seedDemo(base, `AC${'0'.repeat(32)}`)
  const startedAt = performance.now()
  await writeHistory(base, practice)
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  const costs = { segmentOut: 12_500, segmentIn: 8_300, rentLocal: 1_150_000, rentTollFree: 2_150_000 }
  const { rows } = await store.read(function* () {
    const setup = yield* loadSetup(practice.id)
    const asked = { from: '2025-12', to: '2026-02', now: AT, prices: { costs, charges: null, showsMargin: false } }
    return yield* readUsage(setup, asked as never)
  })
  expect(rows).toHaveLength(3)
  for (const row of rows) {
    expect(row.calls).toBeGreaterThan(80)
    expect(row.seconds / row.calls).toBeGreaterThan(60)
    expect(row.textsOut).toBeGreaterThan(row.textsIn)
    expect(row.rentMicrodollars).toBe(1_150_000)
    expect(row.callsWithoutCost).toBe(0)
  }
  expect(rows.reduce((sum, row) => sum + row.callsBooked, 0)).toBeGreaterThan(5)
})
