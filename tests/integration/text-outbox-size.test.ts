import { asksSince, lastSeenText, messageOfProvider } from '@dentalanswer/relay/src/store/messages.ts'
import type { OutboxRow } from '@dentalanswer/relay/src/store/outbox.ts'
import { leaseJobs, leaseLookUps } from '@dentalanswer/relay/src/store/outbox-leases.ts'
import type { EngineName, Query, Row, Work } from '@dentalanswer/relay/src/store/work.ts'
import { describe, expect, test } from 'vitest'
import { engine } from '../support/test-store.ts'
import { ANA, openTexting, type Texting } from './text-scenes.ts'

const NOW = '2026-03-02T15:00:00.000Z'
const LATER = '2026-03-02T15:01:00.000Z'
const take = () => leaseJobs({ now: NOW, soon: LATER, leaseUntil: LATER, owner: 'test', limit: 20 })
const lease = (world: Texting): Promise<OutboxRow[]> => world.deps.store.write('lease', take)

type Rows = { count: number; state: string; conversations: number; named?: string; runAfter?: string }

const COLUMNS =
  'id, practice_id, kind, dedupe_key, conversation_key, payload, state, attempts, run_after, lease_until, lease_owner, last_error, provider_ref, created_at, done_at'

/** Rows as a busy day leaves them, in a few statements. */
async function fill(world: Texting, { count, state, conversations, named = state, runAfter }: Rows): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const id = `${named}-${String(at).padStart(6, '0')}`
    const created = new Date(Date.parse('2026-03-01T00:00:00.000Z') + at).toISOString()
    const until = state === 'unknown' ? `'${LATER}'` : 'null'
    const key = `conversation ${at % conversations}`
    return `('${id}','${world.practiceId}','text.send','${id}','${key}','{}','${state}',0,'${runAfter ?? created}',${until},null,null,null,'${created}',null)`
  })
  for (let at = 0; at < rows.length; at += 500)
    await world.deps.store.write('fill', function* () {
      yield () => ({ text: `insert into outbox (${COLUMNS}) values ${rows.slice(at, at + 500).join(',')}`, values: [] })
    })
}

async function fastest(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

describe('a long outbox', () => {
  test('of 10,000 waiting texts and 30,000 done ones gives the next twenty quickly', async () => {
    const world = await openTexting()
    await fill(world, { count: 100, state: 'pending', conversations: 100, named: 'few' })
    const short = await fastest(3, () => lease(world))
    await fill(world, { count: 30_000, state: 'done', conversations: 3_000 })
    await fill(world, { count: 10_000, state: 'pending', conversations: 1_000 })
    await world.deps.store.write('analyze', function* () {
      yield () => ({ text: 'analyze', values: [] })
    })
    const long = await fastest(5, () => lease(world))
    // Reading every row for every row would take minutes.
    expect(long).toBeLessThan(short * 20 + 100)
  })

  test('gives as many as there is room for and no more', async () => {
    const world = await openTexting()
    await fill(world, { count: 300, state: 'pending', conversations: 300 })
    await fill(world, { count: 300, state: 'unknown', conversations: 300, runAfter: NOW })
    expect(await lease(world)).toHaveLength(20)
    const looks = () => leaseLookUps({ now: NOW, next: LATER, limit: 10 })
    expect(await world.deps.store.write('look-ups', looks)).toHaveLength(10)
  })

  test('never gives two texts of one conversation at a time', async () => {
    const world = await openTexting()
    await fill(world, { count: 200, state: 'pending', conversations: 5 })
    expect((await lease(world)).map((row) => row.id).sort()).toEqual([0, 1, 2, 3, 4].map((at) => `pending-00000${at}`))
    expect(await lease(world)).toEqual([])
  })

  test('with one conversation stuck behind a text of unknown outcome gives the texts of the others', async () => {
    const world = await openTexting()
    await fill(world, { count: 1, state: 'unknown', conversations: 1, named: 'a-unknown', runAfter: LATER })
    await fill(world, { count: 5_000, state: 'pending', conversations: 1 })
    await fill(world, { count: 10, state: 'pending', conversations: 10, named: 'zz-others' })
    const taken = await lease(world)
    expect(taken.map((row) => row.conversationKey).sort()).toEqual(Array.from({ length: 9 }, (_, at) => `conversation ${at + 1}`))
  })

  test('gives an answer although an older text of the conversation waits for the morning', async () => {
    const world = await openTexting()
    await fill(world, { count: 1, state: 'pending', conversations: 1, named: 'a-morning', runAfter: '2026-03-03T14:00:00.000Z' })
    await fill(world, { count: 1, state: 'pending', conversations: 1, named: 'b-answer' })
    expect((await lease(world)).map((row) => row.id)).toEqual(['b-answer-000000'])
  })
})

/** How SQLite goes about a query: which index each table is searched with. */
async function planOf<T>(world: Texting, work: () => Work<T>): Promise<string[]> {
  const step = work().next().value as (name: EngineName) => Query
  const { text, values } = step('sqlite')
  const rows = await world.deps.store.read(function* (): Work<Row[]> {
    return yield () => ({ text: `explain query plan ${text}`, values })
  })
  return rows.map((row) => String(row.detail))
}

test.runIf(engine === 'sqlite')('every query of the dispatcher and of a reply is answered from an index', async () => {
  const world = await openTexting()
  const leasing = await planOf(world, take)
  expect(leasing).toContain('SEARCH due USING INDEX outbox_due (state=? AND run_after<?)')
  expect(leasing.find((line) => line.includes('older'))).toContain('USING INDEX outbox_conversation')
  const { practiceId } = world
  const plans = await Promise.all([
    planOf(world, () => leaseLookUps({ now: NOW, next: LATER, limit: 20 })),
    planOf(world, () => asksSince(practiceId, ANA as never, NOW)),
    planOf(world, () => lastSeenText(practiceId, ANA as never, NOW)),
    planOf(world, () => messageOfProvider(practiceId, 'SM1')),
  ])
  // The rows that were chosen are scanned, at most twenty; a table never is.
  for (const line of [...leasing, ...plans.flat()]) expect(line).not.toMatch(/^SCAN (?!due$)/)
})
