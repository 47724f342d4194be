import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { expect, test } from 'vitest'
import { madeCall, madeSnapshot, minutesLater } from '../../samples/entities.ts'
import { cacheFolder } from '../cache/cache-folder.ts'
import type { RelayClient } from '../relay/relay-client.ts'
import { machineTimers } from '../relay/timers.ts'
import { OlderReads } from './read-older.ts'

const call = (minute: number) =>
  madeCall(`call ${minute}`, { status: 'ended', createdAt: minutesLater(minute), updatedAt: minutesLater(minute) })
const minutesOf = (calls: Call[]) => calls.map((one) => Number(one.externalId.split(' ')[1]))

/** A relay with a call a minute for `count` minutes, of which the snapshot brought the newest three. */
function openReads(count: number, cache: ReturnType<ReturnType<typeof cacheFolder>['open']>['cache']) {
  const all = Array.from({ length: count }, (_, at) => call(-at))
  cache.replaceAll(madeSnapshot({ calls: all.slice(0, 3) }))
  const asked: object[] = []
  const world = { isLive: true, asked, replacements: 0, whileAsked: () => {} }
  const ask = async (_name: string, input: { before: string; beforeId?: string; limit: number }) => {
    asked.push(input)
    world.whileAsked()
    const isBefore = (one: Call) => one.createdAt < input.before || (one.createdAt === input.before && one.id < (input.beforeId ?? ''))
    return all.filter(isBefore).slice(0, input.limit)
  }
  const older = new OlderReads({
    client: { ask } as unknown as RelayClient,
    cache,
    timers: machineTimers,
    nowMs: () => 0,
    isLive: () => world.isLive,
    writable: async () => undefined,
    replacements: () => world.replacements,
  })
  return { all, world, read: (limit: number, before: Call | null = null) => older.calls({ limit, before: before?.createdAt ?? null }) }
}

test('pages of calls go on from what is kept to the very first one', async () => {
  using folder = cacheFolder()
  const { all, world, read } = openReads(130, folder.open().cache)
  expect(minutesOf((await read(2)).calls)).toEqual([0, -1])
  expect(world.asked).toEqual([])
  const seen: Call[] = []
  for (;;) {
    const page = await read(25, seen.at(-1) ?? null)
    expect(page.isPartial).toBeUndefined()
    seen.push(...page.calls)
    if (page.calls.length < 25) break
  }
  expect(seen).toEqual(all)
  const { length } = world.asked
  expect(await read(25, seen.at(-1)!)).toMatchObject({ calls: [] })
  expect(world.asked).toHaveLength(length)
})

test('offline a page ends where calls begin to be missing, and says so', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  const { world, read } = openReads(60, cache)
  world.isLive = false
  cache.keepCall({ call: call(-40), turns: [], changes: [], leads: [], callbacks: [], alarms: [] })
  const page = await read(25)
  expect([minutesOf(page.calls), page.isPartial]).toEqual([[0, -1, -2], true])
})

test('what was asked before the whole cache was replaced is not kept after it', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  const { world, read } = openReads(60, cache)
  world.whileAsked = () => {
    world.replacements++
    cache.replaceAll(madeSnapshot({ calls: [call(0)] }, 9))
  }
  expect(await read(25)).toMatchObject({ isPartial: true })
  expect(cache.callsFrom()?.at).toBe(minutesLater(-2))
})
