import { expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_NINE } from './text-scenes.ts'

const MONDAY_TEN_AT_NIGHT = '2026-03-03T04:00:00.000Z'
const TUESDAY_EIGHT = '2026-03-03T14:00:00.000Z'

test('a text that answers nobody waits from 21:00 to 8:00, an answer does not', async () => {
  const world = await openTexting({ now: MONDAY_TEN_AT_NIGHT })
  const ana = await world.addPatient(ANA_GARCIA)
  await world.book(ana)
  await world.drain()
  expect(await world.last('outbound')).toMatchObject({ status: 'waiting', send_after: TUESDAY_EIGHT })
  const call = await world.call({ from: '+15125550133' })
  await call.tool('book-appointment', {
    firstName: 'Cleo',
    lastName: 'Marsh',
    birthDate: '1990-01-02',
    appointmentType: 'filling',
    startsAt: '2026-03-05T09:00',
  })
  await world.drain()
  expect(world.sent().map((one) => one.to)).toEqual(['+15125550133'])
  world.clock.set('2026-03-03T13:59:59.000Z')
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  world.clock.set(TUESDAY_EIGHT)
  await world.drain()
  expect(world.sent().map((one) => one.to)).toEqual(['+15125550133', ANA])
})

test('a text that waits for the morning holds up no answer to the same number', async () => {
  const world = await openTexting({ now: MONDAY_TEN_AT_NIGHT })
  await world.book(await world.addPatient(ANA_GARCIA), WEDNESDAY_NINE, false)
  await world.desk.call('text.send', { to: ANA as never, body: 'Good morning' })
  await world.reply('please cancel my appointment')
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  expect(world.sent()[0]!.body).toContain('is cancelled')
})

test('staff may answer at night whoever wrote within a day, and nobody else', async () => {
  const world = await openTexting({ now: MONDAY_TEN_AT_NIGHT })
  await world.addPatient(ANA_GARCIA)
  await world.reply('do you take Delta insurance?')
  await world.desk.call('text.send', { to: ANA as never, body: 'Yes, we do' })
  await world.desk.call('text.send', { to: '+15125550155' as never, body: 'Reminder' })
  await world.drain()
  expect(world.sent().map((one) => one.body)).toEqual(['Yes, we do'])
  expect(await world.last('inbound')).toMatchObject({ attention: 'done' })
})

test('what a relay that was away finds in its outbox at night waits for the morning', async () => {
  const world = await openTexting({ now: '2026-03-03T01:00:00.000Z' })
  await world.book(await world.addPatient(ANA_GARCIA))
  const call = await world.call({ from: '+15125550133' })
  await call.tool('book-appointment', {
    firstName: 'Cleo',
    lastName: 'Marsh',
    birthDate: '1990-01-02',
    appointmentType: 'filling',
    startsAt: '2026-03-05T09:00',
  })
  world.clock.set(MONDAY_TEN_AT_NIGHT)
  await world.drain()
  expect(world.sent()).toEqual([])
  expect((await world.messages()).map((one) => [one.status, one.send_after])).toEqual([
    ['waiting', TUESDAY_EIGHT],
    ['waiting', TUESDAY_EIGHT],
  ])
  world.clock.set(TUESDAY_EIGHT)
  await world.drain()
  expect(world.sent()).toHaveLength(2)
})

test('the later try of a text wakes nobody', async () => {
  const world = await openTexting({ now: '2026-03-03T02:45:00.000Z' })
  world.twilio.mark(ANA, 'unreachable')
  await world.book(await world.addPatient(ANA_GARCIA))
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  expect(await world.last('outbound')).toMatchObject({ status: 'waiting', send_after: TUESDAY_EIGHT })
})

test('a text that could leave only after its visit began is dropped', async () => {
  const world = await openTexting({ now: MONDAY_TEN_AT_NIGHT })
  await world.book(await world.addPatient(ANA_GARCIA), '2026-03-03T14:00:00.000Z')
  world.clock.set('2026-03-03T14:00:30.000Z')
  await world.drain()
  expect(world.sent()).toEqual([])
  expect(await world.last('outbound')).toMatchObject({ status: 'blocked', error_code: 'OUTDATED', attention: 'none' })
})

test('a text of a visit that was cancelled while it waited is dropped, and the news of it goes', async () => {
  const world = await openTexting({ now: MONDAY_TEN_AT_NIGHT })
  const visit = await world.book(await world.addPatient(ANA_GARCIA))
  await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Doctor ill' })
  world.clock.set(TUESDAY_EIGHT)
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  expect(world.sent()[0]!.body).toContain('is cancelled')
})

test('on the night the clocks change it is still eight by the wall', async () => {
  const world = await openTexting({ now: '2026-03-08T04:00:00.000Z' })
  await world.book(await world.addPatient(ANA_GARCIA), '2026-03-10T15:00:00.000Z')
  expect(await world.last('outbound')).toMatchObject({ send_after: '2026-03-08T13:00:00.000Z' })
})

test('a number far away is left alone while it is night there', async () => {
  const world = await openTexting()
  await world.book(await world.addPatient({ ...ANA_GARCIA, phone: '+18085550199' }))
  await world.drain()
  // Nine in Chicago is five in Honolulu.
  expect(world.sent()).toEqual([])
  expect(await world.last('outbound')).toMatchObject({ status: 'waiting', send_after: '2026-03-02T18:00:00.000Z' })
  world.clock.set('2026-03-02T18:00:00.000Z')
  await world.drain()
  expect(world.sent()).toHaveLength(1)
})
