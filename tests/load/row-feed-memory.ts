import { randomUUID } from 'node:crypto'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import type { BenchWorld } from './bench-world.ts'
import { deskBooking, freshBookings } from './booking-requests.ts'
import type { Desk } from './desk-readers.ts'
import type { LoadRequest } from './generator.ts'
import { type Measurement, measurement } from './measurement.ts'
import type { RelayProcess, ServerProcess } from './processes.ts'
import { desksOf, type Readers } from './row-feed.ts'
import type { SeededPractice } from './seed-store.ts'

const WARM_UP_DESKS = 60
const STALLED_DESKS = 40
/** Six kilobytes each: several times what the operating system keeps for a socket, so that the rest waits in the relay. */
const EVENTS_FOR_STALLED = 900

/** What a connected desk costs in memory. Needs servers that have done nothing yet: a heap that has grown once hides what is added. */
export async function measureDeskMemory(world: BenchWorld, readers: Readers): Promise<Measurement[]> {
  const alone = world.practices.at(-1)!
  const row = { engine: world.engine, unit: 'kB' } as const
  const idle = await memoryOfIdle(
    readers,
    world.relay,
    desksOf([alone], () => EVENTS_PATH),
  )
  const baseline = await memoryOfIdle(
    readers,
    world.bare,
    desksOf([alone], () => '/events'),
  )
  const stalled = await memoryOfStalled(world, readers, alone)
  return [
    measurement({ ...row, name: 'memory of an idle desk', value: idle, baseline, target: { most: 40 } }),
    measurement({ ...row, name: 'memory of a stalled desk', value: stalled.kiloBytes, target: { most: 100 }, detail: stalled }),
  ]
}

async function memoryOfIdle(readers: Readers, server: ServerProcess, desks: Desk[]): Promise<number> {
  await readers.ask({ kind: 'open', url: server.url, desks: desks.slice(0, WARM_UP_DESKS), isStalled: false })
  await readers.ask({ kind: 'close' })
  const before = await server.settledMemory()
  await readers.ask({ kind: 'open', url: server.url, desks, isStalled: false })
  const after = await server.settledMemory()
  await readers.ask({ kind: 'close' })
  return (after - before) / desks.length / 1_024
}

/** The same events twice, first without a reader. `stillFed` of the desks were not let go, because too little reached the relay's queue. */
async function memoryOfStalled(world: BenchWorld, readers: Readers, practice: SeededPractice) {
  const { relay, generator } = world
  const load = { kind: 'open', url: relay.url, perSecond: 200, seconds: 60, warmUp: 0 } as const
  const [booking] = freshBookings([practice], 1, deskBooking)
  const reply = await fetch(relay.url + booking!.path, { method: 'POST', headers: booking!.headers, body: booking!.body })
  const { id } = (await reply.json()) as { id: string }
  const noted = () => generator.ask({ ...load, outcomes: [['done', '^{']], requests: noteRequests(practice, id) })
  await noted()
  const before = await usedMemory(relay)
  const desks = practice.tokens.slice(0, STALLED_DESKS).map((token) => ({ path: EVENTS_PATH, token }))
  await readers.ask({ kind: 'open', url: relay.url, desks, isStalled: true })
  const { outcomes } = await noted()
  const after = await usedMemory(relay)
  const stillFed = await relay.metric('dentalanswer_feed_readers')
  await readers.ask({ kind: 'close' })
  return { kiloBytes: (after - before) / STALLED_DESKS / 1_024, desks: STALLED_DESKS, outcomes, stillFed }
}

/** What the heap and its buffers hold; resident memory moves by more than what is looked for here. */
async function usedMemory(relay: RelayProcess): Promise<number> {
  await relay.settledMemory()
  return (await relay.metric('nodejs_heap_size_used_bytes')) + (await relay.metric('nodejs_external_memory_bytes'))
}

function noteRequests(practice: SeededPractice, appointmentId: string): LoadRequest[] {
  return Array.from({ length: EVENTS_FOR_STALLED }, (_, at) => ({
    tag: 'note',
    method: 'POST',
    path: `/api/desk/appointments/${appointmentId}/note`,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${practice.tokens.at(-1)}`,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ note: `${at} ${'漢'.repeat(1_900)}` }),
  }))
}
