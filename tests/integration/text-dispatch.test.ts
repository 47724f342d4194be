import { createDeps, type RelayDeps } from '@dentalanswer/relay/src/deps.ts'
import { queueText } from '@dentalanswer/relay/src/messaging/queue-text.ts'
import { type DispatcherDeps, drainOnce, startDispatcher } from '@dentalanswer/relay/src/outbox/dispatcher.ts'
import { recordOutcome, startSending } from '@dentalanswer/relay/src/outbox/send-text-job.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import type { OutboxRow } from '@dentalanswer/relay/src/store/outbox.ts'
import { expiredLeases, leaseJobs } from '@dentalanswer/relay/src/store/outbox-leases.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testConfig } from '../support/world.ts'
import { ANA, ANA_GARCIA, openTexting, type Texting } from './text-scenes.ts'

const numberOf = (at: number) => `+1512556${String(1_000 + at)}`

function queue(world: Texting, texts: { to: string; body: string }[]): Promise<void> {
  return write(world.ctx, 'test-texts', function* (tx) {
    for (const [at, text] of texts.entries())
      yield* queueText(tx, {
        to: text.to as never,
        body: text.body,
        purpose: 'staff',
        isAnswer: true,
        dedupeKey: `test:${tx.now}:${at}:${text.body}`,
        sentBy: 'desk',
      })
    tx.emit('message.queued')
  })
}

/** One more relay process: its own connection and its own name on leases. */
function anotherRelay(world: Texting): RelayDeps {
  const store = openStore(world.testStore.address)
  onTestFinished(() => store.close())
  return createDeps(testConfig(world.testStore, world.sandbox.url), { clock: world.clock, store })
}

const lease = (world: Texting, owner: string, limit = 20): Promise<OutboxRow[]> => {
  const nowMs = world.clock.nowMs()
  const at = (ms: number) => toInstant(nowMs + ms)
  return world.deps.store.write('lease', () => leaseJobs({ now: at(0), soon: at(60_000), leaseUntil: at(60_000), owner, limit }))
}

test('200 texts and four dispatchers at once: each text goes out once, each conversation in order', async () => {
  const world = await openTexting()
  const texts = Array.from({ length: 200 }, (_, at) => ({ to: numberOf(at % 50), body: `Text ${at}` }))
  for (const text of texts) {
    await queue(world, [text])
    world.clock.advance(0.001)
  }
  const relays = [world.deps, ...Array.from({ length: 3 }, () => anotherRelay(world))]
  for (let round = 0; round < 40 && world.sent().length < texts.length; round++)
    await Promise.all(relays.map((relay) => drainOnce(relay.dispatcher)))
  const bodies = world.sent().map((one) => one.body)
  expect(new Set(bodies).size).toBe(200)
  expect(bodies).toHaveLength(200)
  for (let one = 0; one < 50; one++) {
    const thread = world.sent().filter((text) => text.to === numberOf(one))
    expect(thread.map((text) => text.body)).toEqual([0, 50, 100, 150].map((more) => `Text ${one + more}`))
  }
})

describe('a worker that goes away', () => {
  test('between taking a text and beginning to send it: it is sent once, by the next', async () => {
    const world = await openTexting()
    await queue(world, [{ to: ANA, body: 'Hello' }])
    await lease(world, 'gone')
    await world.drain()
    expect(world.sent()).toEqual([])
    world.clock.advance(1.1)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('while sending: the text is of unknown outcome and is not sent again', async () => {
    const world = await openTexting()
    await queue(world, [{ to: ANA, body: 'Hello' }])
    const [row] = await lease(world, 'gone')
    await startSending(world.ctx, row!, 'gone')
    for (let round = 0; round < 10; round++) {
      world.clock.advance(0.6)
      await world.drain()
    }
    expect(world.sent()).toEqual([])
    expect(await world.last('outbound')).toMatchObject({ status: 'unknown', attention: 'open' })
  })

  test('and comes back after its lease neither sends nor decides anything', async () => {
    const world = await openTexting()
    await queue(world, [{ to: ANA, body: 'Hello' }])
    const [row] = await lease(world, world.deps.dispatcher.owner)
    world.clock.advance(1.1)
    expect(await world.deps.store.read(() => expiredLeases(toInstant(world.clock.nowMs()), 10))).toHaveLength(1)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    // The same process, so also the same name on the lease.
    expect(await startSending(world.ctx, row!, world.deps.dispatcher.owner)).toBeNull()
    await recordOutcome(world.ctx, row!, world.deps.dispatcher.owner, { kind: 'refused', code: '21211' })
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
    expect(await world.jobs()).toMatchObject([{ state: 'done', attempts: 2 }])
  })
})

test('one text that hangs delays no other, and look-ups that hang delay no text', async () => {
  const world = await openTexting()
  const patience = { timeout: 15_000 }
  const loop = (deps: DispatcherDeps) => {
    const dispatcher = startDispatcher(deps, 20)
    onTestFinished(async () => {
      world.twilio.faults.release()
      await dispatcher.stop()
    })
  }
  world.twilio.faults.set({ sends: { kind: 'hang', times: 1 } })
  await queue(world, [{ to: ANA, body: 'Hangs' }])
  loop(world.deps.dispatcher)
  await expect.poll(() => world.twilio.faults.hold.count(), patience).toBe(1)
  world.twilio.faults.set({ sends: '500', reads: 'hang' })
  await queue(
    world,
    Array.from({ length: 30 }, (_, at) => ({ to: numberOf(at), body: 'Unknown' })),
  )
  await expect.poll(async () => (await world.jobs()).filter((one) => one.state === 'unknown').length, patience).toBe(30)
  world.clock.advance(0.6)
  await expect.poll(() => world.twilio.faults.hold.count(), patience).toBe(11)
  world.twilio.faults.set({ sends: null })
  await queue(
    world,
    Array.from({ length: 60 }, (_, at) => ({ to: numberOf(100 + at), body: 'Goes' })),
  )
  await expect.poll(() => world.sent().filter((one) => one.body === 'Goes').length, patience).toBe(60)
  // Each text of unknown outcome is looked up once at a time, however often the dispatcher comes round.
  expect(world.twilio.faults.hold.count()).toBe(11)
})

test('a row that cannot be worked on does not stop the others', async () => {
  const world = await openTexting()
  await queue(world, [{ to: ANA, body: 'Hello' }])
  const errors: unknown[] = []
  const deps = { ...world.deps.dispatcher, onError: (error: unknown) => errors.push(error) }
  await world.deps.store.write('test', function* () {
    yield () => ({
      text: `insert into outbox (id, practice_id, kind, dedupe_key, conversation_key, payload, state, attempts, run_after, lease_until, lease_owner, created_at)
             values ('broken', 'no-such-practice', 'text.send', 'broken', 'broken', '{}', 'sending', 1, '2026-01-01', '2026-01-01', 'gone', '2026-01-01')`,
      values: [],
    })
  })
  await drainOnce(deps)
  expect(errors).toHaveLength(1)
  expect(world.sent()).toHaveLength(1)
})

test('two texts with one key are one text', async () => {
  const world = await openTexting()
  await world.addPatient(ANA_GARCIA)
  const text = { to: ANA as never, body: 'Hello', purpose: 'staff' as const, isAnswer: true, dedupeKey: 'one', sentBy: 'desk' as const }
  const ids: string[] = []
  for (let round = 0; round < 2; round++)
    await write(world.ctx, 'test', function* (tx) {
      ids.push((yield* queueText(tx, text)).id)
      tx.emit('message.queued')
    })
  await world.drain()
  expect(new Set(ids).size).toBe(1)
  expect(await world.messages()).toHaveLength(1)
  expect(world.sent()).toHaveLength(1)
})
