import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { bookArgs, hear } from './booking-scenarios.ts'
import { readFeed } from './desk-reader.ts'
import { newNumber, openLab } from './fault-lab.ts'
import { holdLock } from './hold-lock.ts'
import { expectWholeBooks } from './whole-books.ts'

const STOPS_WITHIN_MS = 10_000
const MANY = 20

async function openedLab() {
  const lab = await openLab()
  onTestFinished(lab.close)
  const relay = await lab.start()
  return { lab, relay, practice: await lab.addPractice() }
}

/** Posts over a connection that is kept open, as a load balancer does. */
function post(agent: Agent, url: string, headers: Record<string, string>, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(JSON.stringify(body))
  })
}

test('told to stop under load, the relay answers what it accepted, ends its streams and leaves in time', async () => {
  const { lab, relay, practice } = await openedLab()
  const { token } = await practice.pair()
  const feed = readFeed(relay.url, token, 0)
  onTestFinished(feed.close)
  await expect.poll(() => feed.connections()).toBe(1)
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const create = (at: number) =>
    post(
      agent,
      `${relay.url}/api/desk/patients`,
      { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      { firstName: 'Olga', lastName: `Stone ${at}` },
    )
  const createMany = () => Promise.all(Array.from({ length: MANY }, (_, at) => create(at)))
  // The connections are open before the stop, and each has a request that waits for the database during it.
  await createMany()
  const release = await holdLock(lab, practice)
  const answers = createMany()
  await sleep(400)
  const told = performance.now()
  const ended = relay.terminate()
  await sleep(200)
  await release()
  expect(await answers).toEqual(Array.from({ length: MANY }, () => 200))
  expect(await ended).toEqual({ code: 0, signal: null })
  expect(performance.now() - told).toBeLessThan(STOPS_WITHIN_MS)
  await lab.start()
  expect(await lab.sql('select id from patients where practice_id = ?', [practice.id])).toHaveLength(2 * MANY)
  await expectWholeBooks(lab, practice)
})

test('a vendor that does not answer holds the stop up no longer than allowed, and its text is found again', async () => {
  const { lab, relay, practice } = await openedLab()
  lab.sandbox.twilio.faults.set({ sends: 'accept-then-hang' })
  await hear(await practice.call(newNumber('737')), 'book-appointment', bookArgs(), 'one')
  await expect.poll(() => lab.sandbox.twilio.faults.hold.count(), { timeout: 5_000 }).toBe(1)
  lab.sandbox.twilio.faults.clear()
  const told = performance.now()
  expect(await relay.terminate()).toEqual({ code: 0, signal: null })
  expect(performance.now() - told).toBeLessThan(STOPS_WITHIN_MS)
  await lab.expireLeases(practice.id)
  await lab.start()
  await lab.settle(practice.id)
  await expectWholeBooks(lab, practice)
})
