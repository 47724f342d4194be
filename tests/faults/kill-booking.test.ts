import { afterAll, beforeAll, expect, test } from 'vitest'
import { engine } from '../support/test-store.ts'
import { bookArgs, bookByVoice, hear, isAboutSending, moveAtDesk, workingDay } from './booking-scenarios.ts'
import { deathOf, dieEverywhere } from './die-everywhere.ts'
import { closeLabs, type Lab, newNumber, openLabs } from './fault-lab.ts'
import { expectWholeBooks } from './whole-books.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

// Reads change nothing, so the first of each kind stands for all.
const isFirstRead = (point: string, nth: number) => point.startsWith('read:') && nth === 1

test('a relay killed anywhere in a booking call books once, and the repeat hears the same words', async () => {
  const covers = (point: string, nth: number) => !isAboutSending(point) || isFirstRead(point, nth)
  const points = await dieEverywhere(labs, (lab) => ({ ...bookByVoice(lab), covers }))
  expect(points).toEqual(expect.arrayContaining(['read:1', 'book-appointment:1', 'book-appointment:commit', 'book-appointment:committed']))
})

test('a relay killed anywhere in a move at the desk moves once, and the old time is free', async () => {
  const points = await dieEverywhere(labs, (lab) => ({ ...moveAtDesk(lab), covers: (point) => point.startsWith('appointment.move:') }))
  expect(points).toEqual(expect.arrayContaining(['appointment.move:1', 'appointment.move:commit', 'appointment.move:committed']))
})

test.runIf(engine === 'sqlite').each(['batch:commit', 'batch:committed'])(
  'bookings that share a commit are all kept or all made again when the relay dies at %s',
  async (point) => {
    const lab = labs[0]!
    const relay = await lab.start()
    const practice = await lab.addPractice()
    const calls = await Promise.all(Array.from({ length: 10 }, () => practice.call(newNumber('737'))))
    const bookAll = () =>
      Promise.all(
        calls.map((call, at) => hear(call, 'book-appointment', bookArgs(workingDay(at % 5), at < 5 ? '9:00 am' : '2:00 pm'), 'one')),
      )
    await relay.arm({ point, nth: 1 })
    const first = await bookAll()
    expect(await deathOf(relay)).toBe('SIGKILL')
    await lab.expireLeases(practice.id)
    await lab.start()
    const again = await bookAll()
    for (const [at, words] of again.entries()) {
      expect(words).toMatch(/^Booked/)
      if (first[at] !== null) expect(words).toBe(first[at])
    }
    await lab.settle(practice.id)
    expect(await lab.sql('select id from appointments where practice_id = ?', [practice.id])).toHaveLength(calls.length)
    await expectWholeBooks(lab, practice)
  },
)
