import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cacheFolder } from '../cache/cache-folder.ts'
import { ClockOffset } from '../relay/clock-offset.ts'
import type { RelayClient } from '../relay/relay-client.ts'
import { machineTimers } from '../relay/timers.ts'
import { CommandRunner, type RunnerOptions } from './command-runner.ts'
import { OwnWrites } from './own-writes.ts'

const book = (canWait = true) => ({ name: 'patient.create' as const, input: { firstName: 'Nia' }, label: 'Add Nia', canWait })

function openRunner(cache: ReturnType<ReturnType<typeof cacheFolder>['open']>['cache'], more: Partial<RunnerOptions> = {}) {
  const sent: string[] = []
  const reports: unknown[] = []
  const state = { line: 'offline' as 'offline' | 'live', answer: async (): Promise<unknown> => [] }
  const client = {
    ask: (_name: string, _input: object, key: string) => {
      sent.push(key)
      return state.answer()
    },
  }
  const runner = new CommandRunner({
    client: client as unknown as RelayClient,
    cache,
    ownWrites: new OwnWrites(cache, machineTimers),
    clock: new ClockOffset(() => Date.parse('2026-03-03T16:00:00Z')),
    timers: machineTimers,
    random: () => 0,
    writable: async () => undefined,
    lineState: () => state.line,
    onUnpaired: () => undefined,
    onQueue: () => undefined,
    report: (_where, error) => reports.push(error),
    ...more,
  })
  return { runner, state, sent, reports }
}

test('an accepted change that could not be noted is sent again with its key, never shown as refused', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  const { settle } = cache.queue
  let failures = 2
  const full = Object.assign(new Error('database or disk is full'), { name: 'SqliteError', code: 'SQLITE_FULL' })
  cache.queue.settle = (id) => {
    if (failures-- > 0) throw full
    return settle(id)
  }
  const { runner, state, sent, reports } = openRunner(cache)
  expect(await runner.run(book())).toMatchObject({ kind: 'waiting' })
  state.line = 'live'
  runner.wake()
  await expect.poll(() => cache.queue.count()).toBe(0)
  expect([sent.length, new Set(sent).size]).toEqual([3, 1])
  expect(reports).toEqual([full, full])
  await runner.stop(wait(10))
})

test('while another thread writes the copy, a change waits for it instead of failing', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  let free = () => {}
  const busy = new Promise<void>((resolve) => {
    free = resolve
  })
  const { runner } = openRunner(cache, { writable: () => busy })
  const outcome = runner.run(book())
  await wait(20)
  expect(cache.queue.count()).toBe(0)
  free()
  expect(await outcome).toMatchObject({ kind: 'waiting' })
  expect(cache.queue.count()).toBe(1)
  await runner.stop(wait(10))
})

test('closing keeps what was sent and not answered, but for what cannot wait', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  const { runner, state, sent } = openRunner(cache)
  state.line = 'live'
  state.answer = () => new Promise(() => undefined)
  void runner.run(book())
  void runner.run(book(false))
  await expect.poll(() => sent.length).toBe(2)
  await runner.stop(wait(20))
  expect(cache.queue.stored().map((one) => [one.key, one.state])).toEqual([[sent[0], 'waiting']])
})
