import { randomUUID } from 'node:crypto'
import { openStore, readStoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import type { BenchWorld } from './bench-world.ts'
import { deskBooking, freshBookings, voiceBooking } from './booking-requests.ts'
import type { Load, LoadRequest, LoadResult } from './generator.ts'
import { type Measurement, measurement } from './measurement.ts'
import type { ServerProcess } from './processes.ts'
import { median, spreadOf } from './statistics.ts'

const OUTCOMES: Load['outcomes'] = [
  ['booked', '^{"id":"[0-9a-f-]{36}","patientId"|"Booked: '],
  ['inserted', '^{"id":"[0-9a-f-]{36}","at"'],
]
const WARM_UP = 300
/** More than any machine of today books in a second. */
const MOST_PER_SECOND = 6_000

type Kind = { name: string; make: typeof deskBooking; bookedBy: string; connections: number; target?: { least: number; of: 'ratio' } }

const KINDS: Kind[] = [
  { name: 'bookings at the desk, 64 at once', make: deskBooking, bookedBy: 'desk', connections: 64, target: { least: 0.5, of: 'ratio' } },
  { name: 'bookings at the desk, 1 at once', make: deskBooking, bookedBy: 'desk', connections: 1, target: { least: 0.5, of: 'ratio' } },
  { name: 'bookings by voice with a text, 64 at once', make: voiceBooking, bookedBy: 'voice', connections: 64 },
]

/** Bookings a second as fast as they go, beside a bare route that makes one durable insert; both in turns, so that a busy moment of the
 *  machine hits both. Every booking has to succeed and to be found afterwards. */
export async function measureBookings(world: BenchWorld): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const kind of KINDS) rows.push(...(await measureKind(world, kind)))
  return rows
}

async function measureKind(world: BenchWorld, kind: Kind): Promise<Measurement[]> {
  const seconds = world.isQuick ? 1 : 2
  const rounds = world.isQuick ? 1 : 3
  const share = kind.connections === 1 ? 0.4 : 1
  const before = await countBooked(world, kind.bookedBy)
  const booked: Timed[] = []
  const inserted: Timed[] = []
  for (let round = 0; round < rounds; round++) {
    const load = { kind: 'closed', connections: kind.connections, seconds, outcomes: OUTCOMES, warmUp: WARM_UP } as const
    const most = Math.min(Math.round(MOST_PER_SECOND * share * seconds), freeStarts(world))
    inserted.push(await timed(world.bare, () => world.generator.ask({ ...load, url: world.bare.url, requests: bareInserts(most * 3) })))
    const requests = freshBookings(world.practices, most, kind.make)
    booked.push(await timed(world.relay, () => world.generator.ask({ ...load, url: world.relay.url, requests })))
  }
  const answered = booked.reduce((sum, one) => sum + (one.outcomes.booked ?? 0), 0)
  const asked = booked.reduce((sum, one) => sum + Object.values(one.outcomes).reduce((a, b) => a + b, 0), 0)
  const found = (await countBooked(world, kind.bookedBy)) - before
  if (found !== answered) throw new Error(`${answered} bookings were confirmed, ${found} are in the store`)
  const spread = spreadOf(booked.flatMap((one) => Object.values(one.tags).flatMap((tag) => tag.latenciesMs)))
  const speed = measurement({
    name: kind.name,
    engine: world.engine,
    value: median(booked.map((one) => one.done / one.seconds)),
    unit: 'per second',
    baseline: median(inserted.map((one) => one.done / one.seconds)),
    target: kind.target,
    detail: {
      rounds: booked.map((one, at) => [Math.round(one.done / one.seconds), Math.round(inserted[at]!.done / inserted[at]!.seconds)]),
      asked,
      booked: answered,
      foundAfterwards: found,
      refused: asked - answered,
      examples: booked.flatMap((one) => Object.values(one.tags).map((tag) => ({ ...tag.examples, booked: undefined }))),
      latencyMs: spread,
    },
  })
  const cpu = measurement({
    name: `processor time: ${kind.name}`,
    engine: world.engine,
    value: median(booked.map((one) => one.cpuMsEach)),
    unit: 'ms each',
    baseline: median(inserted.map((one) => one.cpuMsEach)),
  })
  return [speed, cpu]
}

type Timed = LoadResult & { cpuMsEach: number }

async function timed(server: ServerProcess, load: () => Promise<LoadResult>): Promise<Timed> {
  const before = server.cpuMs()
  const result = await load()
  const answered = Object.values(result.outcomes).reduce((sum, times) => sum + times, 0)
  return { ...result, cpuMsEach: (server.cpuMs() - before) / answered }
}

const freeStarts = (world: BenchWorld) => world.practices.length * Math.min(...world.practices.map((one) => one.visits.untouched.length))

/** Inserts for the yardstick, about as large as a booking; with `groups` for so many groups of readers in turn. */
export function bareInserts(count: number, groups = 1): LoadRequest[] {
  const patient = randomUUID()
  return Array.from({ length: count }, (_, at) => ({
    tag: 'insert',
    method: 'POST',
    path: '/insert',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      patientId: patient,
      startsAt: '2026-03-03T15:00:00.000Z',
      providerId: patient,
      operatoryId: patient,
      group: String(at % groups),
    }),
  }))
}

/** Asks the database itself, not the relay. */
async function countBooked(world: BenchWorld, bookedBy: string): Promise<number> {
  const store = openStore(readStoreAddress(world.databaseUrl)!)
  try {
    const [row] = await store.read(function* () {
      return yield (engine) => ({
        text: `select count(*) as count from appointments where booked_by = ${engine === 'postgres' ? '$1' : '?'}`,
        values: [bookedBy],
      })
    })
    return Number(row?.count)
  } finally {
    await store.close()
  }
}
