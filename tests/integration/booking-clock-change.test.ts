import { type Instant, type LocalDate, localTimeOf, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { bookByMachine, typeNamed } from '../support/desk-samples.ts'
import { practiceFile } from '../support/practice-file.ts'
import { openWorld } from '../support/world.ts'

const night = { sun: [['00:00', '06:00']], mon: [['09:00', '12:00']] }

/** A practice that works in the night of a clock change. */
async function openNightPractice(timeZone: string, now: string) {
  const file = practiceFile()
  const providers = file.providers.map((one) => ({ ...one, hours: night }))
  const world = await openWorld({ now, practice: { ...file, providers, timeZone } as never })
  const { client } = await world.pair()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const appointmentTypeId = typeNamed(await world.setup(), 'Emergency visit').id
  const startsOn = async (day: string) => {
    const date = day as LocalDate
    return (await client.call('slots.find', { appointmentTypeId, from: date, to: date, limit: 500 })).map((slot) => slot.startsAt)
  }
  const clockOf = (startsAt: Instant) => localTimeOf(startsAt, timeZone as TimeZone)
  const book = (startsAt: string) => bookByMachine(world.ctx, { patientId: ana.id, appointmentTypeId, startsAt: startsAt as Instant })
  return { world, client, ana, appointmentTypeId, startsOn, clockOf, book }
}

test('in the night the clock goes forward, no time that does not exist is offered, and visits keep their length', async () => {
  const { startsOn, clockOf, book } = await openNightPractice('America/Chicago', '2026-03-07T18:00:00.000Z')
  const starts = await startsOn('2026-03-08')
  const clocks = starts.map(clockOf)
  expect(clocks.filter((time) => time.startsWith('02:'))).toEqual([])
  expect(clocks).toContain('01:45')
  expect(clocks).toContain('03:00')
  expect(starts).toHaveLength(5 * 4 - 1)
  const over = await book('2026-03-08T07:45:00.000Z')
  expect([clockOf(over.startsAt), clockOf(over.endsAt), over.endsAt]).toEqual(['01:45', '03:15', '2026-03-08T08:15:00.000Z'])
  await expect(book('2026-03-08T08:00:00.000Z')).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  await book('2026-03-08T08:15:00.000Z')
})

test('in the night the clock goes back, an hour that comes twice is offered once, and its two halves are two times', async () => {
  const { startsOn, clockOf, book, client, ana, appointmentTypeId } = await openNightPractice('America/Chicago', '2026-10-31T18:00:00.000Z')
  const starts = await startsOn('2026-11-01')
  expect(starts.map(clockOf).filter((time) => time === '01:30')).toHaveLength(1)
  expect(starts).toContain('2026-11-01T06:30:00.000Z')
  await book('2026-11-01T06:30:00.000Z')
  await expect(book('2026-11-01T07:30:00.000Z')).rejects.toMatchObject({ code: 'NOT_BOOKABLE' })
  const second = await client.call('appointment.book', {
    patientId: ana.id,
    appointmentTypeId,
    startsAt: '2026-11-01T07:30:00.000Z' as Instant,
    sendText: false,
  })
  expect(second).toMatchObject({ overbookReason: null, startsAt: '2026-11-01T07:30:00.000Z' })
})

test('the same wall clock is another instant after the change, and a day’s schedule has all of its 23 or 25 hours', async () => {
  const { startsOn, client, book } = await openNightPractice('America/Chicago', '2026-03-01T18:00:00.000Z')
  expect((await startsOn('2026-03-02'))[0]).toBe('2026-03-02T15:00:00.000Z')
  expect((await startsOn('2026-03-09'))[0]).toBe('2026-03-09T14:00:00.000Z')
  await book('2026-03-08T10:30:00.000Z')
  const of = async (day: string) => (await client.call('schedule.range', { from: day as LocalDate, to: day as LocalDate })).appointments
  expect(await of('2026-03-08')).toHaveLength(1)
  expect(await of('2026-03-07')).toHaveLength(0)
  expect(await of('2026-03-09')).toHaveLength(0)
})

test('a practice without clock changes keeps its hours all year', async () => {
  const { startsOn, book } = await openNightPractice('America/Phoenix', '2026-03-01T18:00:00.000Z')
  expect((await startsOn('2026-03-02'))[0]).toBe('2026-03-02T16:00:00.000Z')
  expect((await startsOn('2026-03-09'))[0]).toBe('2026-03-09T16:00:00.000Z')
  expect(await startsOn('2026-03-08')).toHaveLength(6 * 4 - 1)
  await book('2026-03-08T09:30:00.000Z')
})
