import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookByVoice, isAboutSending, moveAtDesk } from './booking-scenarios.ts'
import { dieEverywhere } from './die-everywhere.ts'
import { closeLabs, type Lab, openLabs } from './fault-lab.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

const covers = (point: string) => !isAboutSending(point)

test('a relay killed anywhere in a booking call books once, and the repeat hears the same words', async () => {
  const points = await dieEverywhere(labs, (lab) => ({
    ...bookByVoice(lab),
    covers: (point, nth) => covers(point) || (isRead(point) && nth === 1),
  }))
  expect(points).toEqual(expect.arrayContaining(['book-appointment:1', 'book-appointment:commit', 'book-appointment:committed']))
})

test('a relay killed anywhere in a move at the desk moves once, and the old time is free', async () => {
  const points = await dieEverywhere(labs, (lab) => ({ ...moveAtDesk(lab), covers }))
  expect(points).toEqual(expect.arrayContaining(['appointment.move:1', 'appointment.move:commit', 'appointment.move:committed']))
})

// Reads change nothing, so the first of each kind stands for all.
const isRead = (point: string) => point.startsWith('read:')
