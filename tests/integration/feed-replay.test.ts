import { takeSnapshot } from '@dentalanswer/relay/src/desk/take-snapshot.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import type { Changed, DeskEvent, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { DeskInput, DeskOutput, DeskRouteName } from '@dentalanswer/shared/contract/routes.ts'
import type { Device } from '@dentalanswer/shared/domain/device.ts'
import { expect, test } from 'vitest'
import { at, bookByMachine, deskSamples, fillPractice, patiently } from '../support/desk-samples.ts'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'

type State = Map<string, Record<string, unknown>>

/** What makes two values of a kind the same entity. */
const KEYS: Partial<Record<EntityKind, string[]>> = {
  practice: [],
  hours: ['providerId'],
  optOuts: ['phoneNumber'],
  threads: ['phoneNumber'],
  callTurns: ['callId', 'position'],
}

/** The desk's own algorithm: the newest full value of each entity counts. */
function apply(state: State, changed: Changed): State {
  for (const [kind, entities] of Object.entries(changed) as [EntityKind, Record<string, unknown>[]][])
    for (const entity of entities) state.set([kind, ...(KEYS[kind] ?? ['id']).map((key) => entity[key])].join(':'), entity)
  return state
}

/** What a snapshot leaves out because it is over, a desk leaves out as well. When a desk was last seen is told by no event. */
function current(state: State): Record<string, unknown> {
  const isOver = (key: string, one: Record<string, unknown>) =>
    (key.startsWith('openings:') && one.status !== 'open') ||
    (key.startsWith('patients:') && one.mergedIntoId !== null) ||
    (key.startsWith('threads:') && one.takenOverBy === null && one.snoozedUntil === null) ||
    (key.startsWith('closures:') && one.removedAt !== null)
  const kept = [...state].filter(([key, one]) => !isOver(key, one)).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept.map(([key, one]) => [key, key.startsWith('devices:') ? { ...one, lastSeenAt: null } : one]))
}

async function expectSound(world: PracticeWorld): Promise<DeskEvent[]> {
  const events = await world.events()
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
  const [row] = await world.rows<{ event_seq: number }>('practices')
  expect(Number(row!.event_seq)).toBe(events.length)
  const { client } = await world.pair('Looks on')
  const snapshot = await client.call('snapshot.take', {})
  expect(snapshot.seq).toBe(events.length + 1)
  const replayed = (await world.events()).reduce((state, event) => apply(state, event.changed), new Map() as State)
  expect(current(replayed)).toEqual(current(apply(new Map(), snapshot.entities)))
  return events
}

/** Takes one snapshot after another, over a connection of its own so that it never waits for the writers. */
async function lookOn(world: World, device: Device, isOver: () => boolean): Promise<DeskOutput<'snapshot.take'>[]> {
  const store = openStore(world.testStore.address)
  const taken: DeskOutput<'snapshot.take'>[] = []
  do {
    taken.push(await takeSnapshot({ ...world.ctx, store, device }))
    await new Promise((resolve) => setTimeout(resolve, 10))
  } while (!isOver())
  await store.close()
  return taken
}

test('every command’s event parses, and replaying all events over nothing is the snapshot', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const samples = deskSamples(await fillPractice(world))
  for (const [name, input] of Object.entries(samples) as [DeskRouteName, never][]) await client.call(name, input)
  const events = await expectSound(world)
  expect(new Set(events.map((event) => event.type)).size).toBeGreaterThan(12)
})

test('after 500 changes and refusals at once the numbers have no gap, and every snapshot taken meanwhile is the replay up to its number', async () => {
  const world = await openWorld()
  const of = await fillPractice(world)
  const { client } = await world.pair()
  const days = ['03', '04', '05', '06']
  const time = (n: number) => at(`03-${days[n % 4]} ${['09:00', '10:00', '11:00', '14:00', '15:00'][n % 5]}`)
  const own = { appointmentId: of.visit.id }
  const ask = <N extends DeskRouteName>(name: N, input: DeskInput<N>) => patiently((key) => client.call(name, input, key))
  const patientId = of.ana.id
  const kinds: ((n: number) => Promise<unknown>)[] = [
    (n) => ask('appointment.book', { patientId, appointmentTypeId: of.filling.id, startsAt: time(n), sendText: false }),
    (n) => patiently(() => bookByMachine(world.ctx, { patientId: of.luis.id, appointmentTypeId: of.cleaning.id, startsAt: time(n) })),
    (n) => ask('appointment.move', { ...own, startsAt: time(n), sendText: false }),
    (n) => ask('appointment.note', { ...own, note: `note ${n}`, expectedVersion: n % 3 }),
    () => ask('appointment.confirm', own),
    () => ask('appointment.unconfirm', own),
    () => ask('lead.close', { leadId: of.lead.id, outcome: null }),
    () => ask('appointment.confirm', { appointmentId: crypto.randomUUID() as never }),
    (n) => ask('patient.change', { patientId, note: `note ${n}` }),
    () => ask('change.undo', { changeId: of.change.id }),
  ]
  let isOver = false
  // Paired before, because a desk that pairs in such a crowd may find no connection free.
  const { device } = await world.pair('Looks on all the time')
  const looking = lookOn(world, device, () => isOver)
  const done = await Promise.allSettled(Array.from({ length: 500 }, (_, n) => kinds[n % kinds.length]!(Math.floor(n / kinds.length))))
  isOver = true
  expect(done.filter((one) => one.status === 'fulfilled').length).toBeGreaterThan(100)
  expect(done.filter((one) => one.status === 'rejected').length).toBeGreaterThan(50)
  const events = await expectSound(world)
  for (const { seq, entities } of await looking) {
    const replayed = events.slice(0, seq).reduce((state, event) => apply(state, event.changed), new Map() as State)
    expect(current(replayed)).toEqual(current(apply(new Map(), entities)))
  }
}, 120_000)
