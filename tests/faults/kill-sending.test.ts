import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookArgs, bookByVoice, hear } from './booking-scenarios.ts'
import { deathOf, dieEverywhere, faultsOf } from './die-everywhere.ts'
import { closeLabs, type Lab, type LabPractice, newNumber, openLabs } from './fault-lab.ts'
import { expectWholeBooks } from './whole-books.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

/** The vendor is asked by twenty at once at most, so not more than that can wait for it. */
const SPARE = 5

// Each look into an empty outbox passes the same points again; the first look stands for all.
const isSending = (point: string, nth: number) => nth === 1 && /^(lease|look-ups|start-sending|send|record-outcome):/.test(point)

test('a relay killed anywhere while it sends a text sends it once, or says that nobody knows', async () => {
  const points = await dieEverywhere(labs, (lab) => ({ ...bookByVoice(lab), covers: isSending }))
  expect(points).toEqual(expect.arrayContaining(['lease:committed', 'send:before-vendor', 'send:after-vendor', 'record-outcome:commit']))
})

test('a relay killed anywhere while it finds out about a text of a dead one never sends it again', async () => {
  const lab = labs[0]!
  const practices: LabPractice[] = []
  /** Accepted by the vendor, whose answer never came: the relay that asked dies waiting. */
  const loseAnswers = async (count: number) => {
    lab.sandbox.twilio.faults.set({ sends: 'accept-then-hang' })
    await lab.start()
    const made = await Promise.all(Array.from({ length: count }, () => lab.addPractice()))
    for (const practice of made) await hear(await practice.call(newNumber('737')), 'book-appointment', bookArgs(), 'one')
    await expect.poll(() => lab.sandbox.twilio.faults.hold.count(), { timeout: 10_000 }).toBe(count)
    lab.sandbox.twilio.faults.clear()
    await lab.relay().kill()
    lab.sandbox.twilio.faults.release()
    practices.push(...made)
    return made
  }

  const [first] = await loseAnswers(1)
  await lab.expireLeases(first!.id)
  const relay = await lab.start({ records: true })
  await lab.settle(first!.id)
  const faults = faultsOf(await relay.reached(), (point) => /^(text-lost|resolve-unknown):/.test(point))
  await relay.kill()
  const spare = await loseAnswers(faults.length + SPARE)
  for (const fault of faults) {
    let death: string | null = null
    // What the last relay left behind may share a commit with this one, which then passes other points: tried again.
    while (death === null) {
      const practice = spare.pop()
      expect(practice, `a relay that dies at ${fault.point}`).toBeDefined()
      await lab.expireLeases(practice!.id)
      death = await deathOf(await lab.start({ fault }))
    }
    expect(death).toBe('SIGKILL')
  }
  for (const { id } of practices) await lab.expireLeases(id)
  await lab.start()
  for (const practice of practices) {
    await lab.settle(practice.id)
    await expectWholeBooks(lab, practice)
    const texts = await lab.sql('select status from messages where practice_id = ?', [practice.id])
    expect(texts).toEqual([{ status: 'delivered' }])
  }
  expect(faults.map(({ point }) => point)).toEqual(expect.arrayContaining(['text-lost:committed', 'resolve-unknown:committed']))
})
