import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const nightly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]))
const nightPractice = {
  providers: [{ name: 'Kim Nguyen', spokenName: 'Kim', role: 'hygienist', hours: nightly }],
  operatories: ['Op 1'],
  appointmentTypes: [{ name: 'Cleaning', durationMinutes: 30, providers: ['Kim Nguyen'], operatories: ['Op 1'] }],
}
const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning' }

test('a time that the clock change skips is refused with a line', async () => {
  const world = await openWorld({ practice: nightPractice as never })
  const call = await world.call()
  const booked = await call.tool('book-appointment', { ...ana, startsAt: 'Sunday, March 8th at 2:30 am' })
  expect(booked.results[0]?.result).toBe('The clocks go forward that night, so that time does not exist. Which other time would suit you?')
  const offered = await call.tool('check-availability', { appointmentType: 'cleaning', when: 'Sunday March 8 around 2:30 am' })
  expect(offered.results[0]?.result).not.toMatch(/\btwo (fifteen |thirty |forty-five )?in the morning/)
  expect(await world.rows('appointments')).toEqual([])
})

test('a time that comes twice is the first, and is said to be', async () => {
  const world = await openWorld({ now: '2026-10-26T15:00:00.000Z', practice: nightPractice as never })
  const call = await world.call()
  const booked = await call.tool('book-appointment', { ...ana, startsAt: 'November 1st at 1:30 am' })
  expect(booked.results[0]?.result).toBe(
    'Booked: Ana, Sunday, November first, at one thirty in the morning, the first time the clock shows it, with Kim. A text with the time is on its way.',
  )
  expect(await world.rows('appointments')).toMatchObject([{ starts_at: '2026-11-01T06:30:00.000Z', ends_at: '2026-11-01T07:00:00.000Z' }])
})

test.each([
  ['before', '2026-03-06T15:00:00.000Z', '2026-03-09T14:00:00.000Z'],
  ['after', '2026-10-30T15:00:00.000Z', '2026-11-02T15:00:00.000Z'],
])('nine on Monday is nine on the wall, booked on the Friday %s the clocks change', async (_, now, startsAt) => {
  const world = await openWorld({ now })
  const booked = await (await world.call()).tool('book-appointment', { ...ana, startsAt: 'next Monday at nine' })
  expect(booked.results[0]?.result).toMatch(/^Booked: Ana, Monday, .*, at nine in the morning/)
  expect(await world.rows('appointments')).toMatchObject([{ starts_at: startsAt }])
})

test('Phoenix keeps its clock', async () => {
  const world = await openWorld({ now: '2026-03-06T16:00:00.000Z', practice: { timeZone: 'America/Phoenix' } as never })
  const call = await world.call()
  const booked = await call.tool('book-appointment', { ...ana, startsAt: 'Monday at nine' })
  expect(booked.results[0]?.result).toMatch(/^Booked: Ana, Monday, March ninth, at nine in the morning/)
  expect(await world.rows('appointments')).toMatchObject([{ starts_at: '2026-03-09T16:00:00.000Z' }])
})

test('late in the evening today is still the day of the practice, not of Greenwich', async () => {
  const world = await openWorld({ now: '2026-03-03T04:30:00.000Z' })
  const offered = await (await world.call()).tool('check-availability', { appointmentType: 'cleaning', when: 'tomorrow' })
  expect(offered.results[0]?.result).toMatch(/^I have Tuesday, March third: /)
})
