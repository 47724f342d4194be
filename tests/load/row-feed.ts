import { setTimeout as sleep } from 'node:timers/promises'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import type { BenchWorld } from './bench-world.ts'
import { deskBooking, freshBookings } from './booking-requests.ts'
import type { Desk, ReaderAnswer, ReaderAsk } from './desk-readers.ts'
import type { Load, LoadRequest } from './generator.ts'
import { type Measurement, measurement } from './measurement.ts'
import { type ServerProcess, startWorker, type Worker } from './processes.ts'
import { bareInserts } from './row-bookings.ts'
import { measureDeskMemory } from './row-feed-memory.ts'
import type { SeededPractice } from './seed-store.ts'
import { spreadOf } from './statistics.ts'

export type Readers = Worker<ReaderAsk, ReaderAnswer>

const DESKS = 1_000

/** How fast a change reaches the desks, and what a desk costs the relay. */
export async function measureFeed(world: BenchWorld): Promise<Measurement[]> {
  await world.restartServers()
  const readers = startWorker<ReaderAsk, ReaderAnswer>('desk-readers.ts')
  try {
    const memory = await measureDeskMemory(world, readers)
    const shared = world.practices.slice(0, -1)
    const alone = world.practices.slice(-1)
    return [
      ...(await measureAges(world, readers, shared, { name: `1,000 desks of ${shared.length} practices`, perSecond: 50 })),
      ...(await measureAges(world, readers, alone, { name: '1,000 desks of one practice', perSecond: 5 })),
      ...memory,
    ]
  } finally {
    await readers.stop()
  }
}

async function measureAges(
  world: BenchWorld,
  readers: Readers,
  practices: SeededPractice[],
  { name, perSecond }: { name: string; perSecond: number },
): Promise<Measurement[]> {
  const seconds = world.isQuick ? 2 : 6
  const count = perSecond * (seconds + 1)
  const ages = (server: ServerProcess, desks: Desk[], requests: LoadRequest[]) =>
    agesOf(world, readers, desks, {
      kind: 'open',
      url: server.url,
      perSecond,
      seconds,
      warmUp: perSecond,
      outcomes: [['done', '^{']],
      requests,
    })
  const baseline = spreadOf(
    await ages(
      world.bare,
      desksOf(practices, (at) => `/events?group=${at}`),
      bareInserts(count, practices.length),
    ),
  )
  const requests = freshBookings(practices, count, deskBooking)
  const spread = spreadOf(
    await ages(
      world.relay,
      desksOf(practices, () => EVENTS_PATH),
      requests,
    ),
  )
  const row = { engine: world.engine, unit: 'ms' } as const
  const detail = {
    spread,
    baseline,
    perSecond,
    note: 'from the beginning of the transaction, so the commit is included; whole milliseconds',
  }
  return [
    measurement({ ...row, name: `booking to desk, ${name}, p50`, value: spread.p50, baseline: baseline.p50, target: { most: 12 }, detail }),
    measurement({ ...row, name: `booking to desk, ${name}, p99`, value: spread.p99, baseline: baseline.p99, target: { most: 40 } }),
  ]
}

async function agesOf(world: BenchWorld, readers: Readers, desks: Desk[], load: Load): Promise<number[]> {
  await readers.ask({ kind: 'open', url: load.url, desks, isStalled: false })
  await world.generator.ask(load)
  await sleep(500)
  const { agesMs } = await readers.ask({ kind: 'take' })
  await readers.ask({ kind: 'close' })
  return agesMs
}

/** A thousand desks; those of one practice listen to the same things. */
export function desksOf(practices: SeededPractice[], pathOf: (practiceAt: number) => string): Desk[] {
  return practices.flatMap((one, at) => one.tokens.map((token) => ({ path: pathOf(at), token }))).slice(0, DESKS)
}
