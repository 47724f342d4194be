import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { at, bookByMachine, operatoryNamed, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

const NINE = at('03-03 09:00')

async function openDesk() {
  const world = await openWorld()
  const setup = await world.setup()
  const [ana, ben, cleo] = await Promise.all(
    ['Ana', 'Ben', 'Cleo'].map((firstName, n) => world.addPatient({ firstName, lastName: 'Garcia', phone: `+1512555010${n}` })),
  )
  const { client } = await world.pair()
  const place = { providerId: providerNamed(setup, 'Kim').id, operatoryId: operatoryNamed(setup, 'Op 3').id }
  const appointmentTypeId = typeNamed(setup, 'Cleaning').id
  const book = (patient: typeof ana, overbookReason: string | null = null, more = {}) =>
    client.call('appointment.book', {
      ...place,
      appointmentTypeId,
      patientId: patient!.id,
      startsAt: NINE,
      overbookReason,
      sendText: false,
      ...more,
    })
  const byMachine = (patient: typeof ana, startsAt: Instant = NINE) =>
    bookByMachine(world.ctx, { patientId: patient!.id, appointmentTypeId, startsAt, overbookReason: 'please' })
  const cancel = (appointmentId: Awaited<ReturnType<typeof book>>['id']) =>
    client.call('appointment.cancel', { appointmentId, reason: 'Asked to', sendText: false })
  return { world, setup, client, ana, ben, cleo, book, byMachine, cancel, appointmentTypeId, place }
}

test('staff overbook with a reason, which stays with the visit; without one they are told what is in the way', async () => {
  const { book, ana, ben } = await openDesk()
  await book(ana)
  await expect(book(ben)).rejects.toMatchObject({ code: 'SLOT_TAKEN', details: { conflicts: ['PROVIDER_BUSY', 'OPERATORY_BUSY'] } })
  await expect(book(ben, '  ')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(await book(ben, 'Pain, will wait')).toMatchObject({ overbookReason: 'Pain, will wait', startsAt: NINE })
})

test('a reason given for a free time is not kept: nothing was overbooked', async () => {
  const { book, ana } = await openDesk()
  expect(await book(ana, 'Just in case')).toMatchObject({ overbookReason: null })
})

test('a machine never overbooks, whatever reason it gives', async () => {
  const { book, byMachine, ana, ben } = await openDesk()
  await book(ana)
  await expect(byMachine(ben)).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
})

test('after the first visit is cancelled the overbooked one keeps machines out, until it goes as well', async () => {
  const { book, byMachine, cancel, world, ana, ben, cleo } = await openDesk()
  const first = await book(ana)
  const over = await book(ben, 'Pain', { startsAt: at('03-03 09:30') })
  await cancel(first.id)
  await expect(byMachine(cleo)).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  await expect(byMachine(cleo, at('03-03 10:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  const claims = await world.rows<{ appointment_id: string }>('claims')
  expect(claims.filter((one) => one.appointment_id === over.id)).toHaveLength(3 * 12)
  await cancel(over.id)
  expect(await world.rows('claims')).toEqual([])
  await byMachine(cleo)
})

test('of three over each other, each one that goes leaves the time to the next', async () => {
  const { book, byMachine, cancel, ana, ben, cleo, world } = await openDesk()
  const visits = [await book(ana), await book(ben, 'Pain'), await book(cleo, 'Pain too')]
  for (const visit of visits) {
    await expect(byMachine(ana)).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
    await cancel(visit.id)
  }
  expect(await world.rows('claims')).toEqual([])
})

test('an overbooked visit that moves to a free time is an ordinary one there', async () => {
  const { book, client, byMachine, ana, ben, cleo } = await openDesk()
  await book(ana)
  const over = await book(ben, 'Pain')
  const moved = await client.call('appointment.move', { appointmentId: over.id, startsAt: at('03-03 14:00'), sendText: false })
  expect(moved.overbookReason).toBeNull()
  await expect(byMachine(cleo, at('03-03 14:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
})

test('with a reason staff book outside hours, with a provider who does not do the type, and into a closed day', async () => {
  const { book, client, setup, ana } = await openDesk()
  const rules = [
    [{ startsAt: at('03-03 18:00') }, ['OUTSIDE_HOURS', 'NO_DENTIST_PRESENT']],
    [{ providerId: providerNamed(setup, 'Patel').id, startsAt: at('03-04 09:00') }, ['PROVIDER_NOT_SUITABLE']],
    [{ operatoryId: operatoryNamed(setup, 'Op 1').id, startsAt: at('03-05 09:00') }, ['OPERATORY_NOT_SUITABLE']],
  ] as const
  for (const [more, conflicts] of rules) {
    await expect(book(ana, null, more)).rejects.toMatchObject({ code: 'NOT_BOOKABLE', details: { conflicts } })
    expect(await book(ana, 'Agreed with the doctor', more)).toMatchObject({ overbookReason: 'Agreed with the doctor' })
  }
  const day = { startsAt: at('03-06 00:00'), endsAt: at('03-07 00:00') }
  const { affected } = await client.call('closure.add', {
    ...day,
    kind: 'closed',
    providerId: null,
    operatoryId: null,
    releasedAt: null,
    reason: '',
  })
  expect(affected).toEqual([])
  expect(await book(ana, 'Doctor comes in', { startsAt: at('03-06 09:00') })).toMatchObject({ overbookReason: 'Doctor comes in' })
})

test('staff who leave the place to the relay and give a reason get the place with least in its way', async () => {
  const { client, setup, ana, ben, cleo } = await openDesk()
  const filling = { appointmentTypeId: typeNamed(setup, 'Filling').id, startsAt: NINE, sendText: false }
  const first = await client.call('appointment.book', { ...filling, patientId: ana!.id })
  const second = await client.call('appointment.book', { ...filling, patientId: ben!.id })
  expect([first.operatoryId, second.operatoryId]).toEqual([operatoryNamed(setup, 'Op 1').id, operatoryNamed(setup, 'Op 2').id])
  await expect(client.call('appointment.book', { ...filling, patientId: cleo!.id })).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  const third = await client.call('appointment.book', { ...filling, patientId: cleo!.id, overbookReason: 'Pain' })
  expect(third).toMatchObject({ overbookReason: 'Pain', startsAt: NINE })
})

test('an operatory that was asked for is used, also when another would come first', async () => {
  const { client, setup, ana } = await openDesk()
  const operatoryId = operatoryNamed(setup, 'Op 2').id
  const filling = { appointmentTypeId: typeNamed(setup, 'Filling').id, startsAt: NINE, sendText: false, patientId: ana!.id }
  expect(await client.call('appointment.book', { ...filling, operatoryId })).toMatchObject({ operatoryId })
})
