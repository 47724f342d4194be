import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Done, driveLoad } from '../support/load-driver.ts'
import { readFeed } from './desk-reader.ts'
import { type Lab, type LabPractice, openLab } from './fault-lab.ts'
import { mixedDeeds } from './mixed-deeds.ts'
import { expectWholeBooks } from './whole-books.ts'

const RUNS = Number(process.env.FAULT_RUNS ?? 25)
const WITHIN_MS = 120_000 + RUNS * 3_000

test(`a relay killed ${RUNS} times at random keeps everything it answered`, { timeout: WITHIN_MS }, async () => {
  const lab = await openLab()
  try {
    await lab.start()
    const practices = await Promise.all([lab.addPractice(), lab.addPractice(), lab.addPractice()])
    const deedsOf = await Promise.all(practices.map((practice) => mixedDeeds(lab, practice)))
    const feeds = await Promise.all(practices.map(async (practice) => readFeed(lab.relay().url, (await practice.pair()).token, 0)))
    const load = driveLoad({ width: 8, pauseMs: 8, next: () => deedsOf[randomInt(deedsOf.length)]!() })
    const carrier = setInterval(() => void lab.sandbox.twilio.flush(), 100)

    for (let run = 0; run < RUNS; run++) await killOnce(lab, practices)

    await load.stop()
    clearInterval(carrier)
    for (const { deed, answer } of repeatable(load.done())) expect(await deed.act(), deed.what).toEqual(answer)
    await lab.relay().kill()
    for (const practice of practices) await lab.expireLeases(practice.id)
    await lab.start()
    for (const [at, practice] of practices.entries()) {
      await lab.settle(practice.id)
      await expectWholeBooks(lab, practice)
      await expectFeedWhole(lab, practice, feeds[at]!)
    }
    await expectAllKept(lab, load.done())
    await Promise.all(feeds.map((feed) => feed.close()))
  } finally {
    await lab.close()
  }
})

/** Mostly at work, now and then while it starts. Between two lives the leases of the dead run out. */
async function killOnce(lab: Lab, practices: LabPractice[]): Promise<void> {
  await sleep(20 + randomInt(250))
  await lab.relay().kill()
  for (const { id } of practices) await lab.expireLeases(id)
  if (randomInt(5) === 0) {
    void lab.start().catch(() => undefined)
    await sleep(randomInt(400))
    await lab.relay().kill()
  }
  await lab.start()
}

/** A refused command leaves no trace, so its repeat may be answered otherwise. */
const repeatable = (done: Done[]) => done.filter(({ answer }) => !(answer !== null && typeof answer === 'object' && 'refused' in answer))

async function expectFeedWhole(lab: Lab, practice: LabPractice, feed: ReturnType<typeof readFeed>): Promise<void> {
  const [row] = await lab.sql('select event_seq from practices where id = ?', [practice.id])
  const last = Number(row?.event_seq)
  await expect.poll(() => feed.seen().at(-1), { timeout: 10_000 }).toBe(last)
  expect(feed.seen()).toEqual(Array.from({ length: last }, (_, at) => at + 1))
}

async function expectAllKept(lab: Lab, done: Done[]): Promise<void> {
  const booked = done.filter(({ answer }) => String(answer).startsWith('Booked'))
  const kept = await lab.sql(
    'select c.external_id from appointments a join calls c on c.practice_id = a.practice_id and c.id = a.source_call_id',
  )
  expect(kept.map((row) => `call ${row.external_id}`).sort()).toEqual(booked.map(({ deed }) => deed.what).sort())
  const texts = await lab.sql(`select provider_message_id as sid from messages where direction = 'inbound'`)
  const texted = done.filter(({ deed }) => deed.what.startsWith('text '))
  expect(texts.map((row) => `text ${row.sid}`).sort()).toEqual(texted.map(({ deed }) => deed.what).sort())
  const atDesk = done.flatMap(({ deed, answer }) => (deed.what.startsWith('desk') ? [(answer as { id?: string }).id] : []))
  const appointments = new Set((await lab.sql('select id from appointments')).map((row) => row.id))
  for (const id of atDesk) if (id) expect(appointments).toContain(id)
  expect(done.length).toBeGreaterThan(RUNS)
}
