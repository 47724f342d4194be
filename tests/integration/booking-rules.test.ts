import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { at, bookByMachine, operatoryNamed, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

async function openPractice(options: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(options)
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const { client } = await world.pair()
  const patel = providerNamed(setup, 'Patel')
  const byMachine = (type: string, startsAt: Instant, providerId: string | null = null) =>
    bookByMachine(world.ctx, {
      patientId: ana.id,
      appointmentTypeId: typeNamed(setup, type).id,
      startsAt,
      providerId: providerId as typeof patel.id | null,
    })
  const close = (closure: Partial<Closure>) =>
    client.call('closure.add', {
      kind: 'closed',
      providerId: null,
      operatoryId: null,
      startsAt: at('03-03 00:00'),
      endsAt: at('03-04 00:00'),
      releasedAt: null,
      reason: '',
      ...closure,
    })
  const refusedFor = (booking: Promise<unknown>, ...conflicts: string[]) =>
    expect(booking).rejects.toMatchObject({ code: 'NOT_BOOKABLE', details: { conflicts } })
  return { world, setup, ana, client, patel, byMachine, close, refusedFor }
}

test('a machine books inside working hours only, and not over lunch', async () => {
  const { byMachine, refusedFor } = await openPractice()
  await refusedFor(byMachine('Cleaning', at('03-03 07:00')), 'OUTSIDE_HOURS', 'NO_DENTIST_PRESENT')
  await refusedFor(byMachine('Cleaning', at('03-03 11:15')), 'OUTSIDE_HOURS')
  await refusedFor(byMachine('Cleaning', at('03-03 12:30')), 'OUTSIDE_HOURS')
  await refusedFor(byMachine('Cleaning', at('03-03 16:30')), 'OUTSIDE_HOURS')
  await refusedFor(byMachine('Cleaning', at('03-07 09:00')), 'OUTSIDE_HOURS', 'NO_DENTIST_PRESENT')
  await byMachine('Cleaning', at('03-03 11:00'))
  await byMachine('Cleaning', at('03-03 16:00'))
})

test('closed days, a provider who is away and a chair that is out are not booked', async () => {
  const { byMachine, close, refusedFor, patel, setup } = await openPractice()
  await close({})
  await refusedFor(byMachine('Cleaning', at('03-03 09:00')), 'CLOSED', 'NO_DENTIST_PRESENT')
  await close({ startsAt: at('03-04 00:00'), endsAt: at('03-05 00:00'), providerId: patel.id })
  expect(await byMachine('Filling', at('03-04 09:00'))).toMatchObject({ providerId: providerNamed(setup, 'Ruiz').id })
  await close({ startsAt: at('03-05 00:00'), endsAt: at('03-06 00:00'), operatoryId: operatoryNamed(setup, 'Op 1').id })
  expect(await byMachine('Filling', at('03-05 09:00'))).toMatchObject({ operatoryId: operatoryNamed(setup, 'Op 2').id })
})

test('a closure that is taken back opens the time again', async () => {
  const { byMachine, close, client, refusedFor } = await openPractice()
  const { closure } = await close({})
  await refusedFor(byMachine('Emergency visit', at('03-03 09:00')), 'CLOSED')
  await client.call('closure.remove', { closureId: closure.id })
  await byMachine('Emergency visit', at('03-03 09:00'))
})

test('a visit takes as long as the provider needs, and the chair stays taken for the turnover', async () => {
  const { byMachine, setup, patel, world, client } = await openPractice()
  const other = await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const withPatel = await byMachine('Filling', at('03-03 09:00'), patel.id)
  expect(withPatel).toMatchObject({ endsAt: at('03-03 09:45'), releasedAt: at('03-03 10:00') })
  const withRuiz = await byMachine('Filling', at('03-04 09:00'), providerNamed(setup, 'Ruiz').id)
  expect(withRuiz).toMatchObject({ endsAt: at('03-04 10:00'), releasedAt: at('03-04 10:15') })
  const next = { patientId: other.id, appointmentTypeId: typeNamed(setup, 'Filling').id, providerId: patel.id, sendText: false }
  const during = client.call('appointment.book', { ...next, operatoryId: withPatel.operatoryId, startsAt: at('03-03 09:45') })
  await expect(during).rejects.toMatchObject({ code: 'SLOT_TAKEN', details: { conflicts: ['OPERATORY_BUSY'] } })
  const elsewhere = await client.call('appointment.book', { ...next, startsAt: at('03-03 09:45') })
  expect(elsewhere.operatoryId).toBe(operatoryNamed(setup, 'Op 2').id)
})

test('a machine keeps the practice’s notice and horizon, staff need not', async () => {
  const { byMachine, client, refusedFor, setup, ana } = await openPractice()
  await client.call('practice.change', { settings: { minimumNoticeMinutes: 120, horizonDays: 14 } })
  await refusedFor(byMachine('Cleaning', at('03-02 10:45')), 'IN_THE_PAST_OR_TOO_SOON')
  await refusedFor(byMachine('Cleaning', '2026-03-17T15:00:00.000Z' as Instant), 'BEYOND_HORIZON')
  await byMachine('Cleaning', at('03-02 11:00'))
  await byMachine('Emergency visit', at('03-02 09:30'))
  const byStaff = { patientId: ana.id, appointmentTypeId: typeNamed(setup, 'Cleaning').id, sendText: false }
  await client.call('appointment.book', { ...byStaff, startsAt: at('03-02 08:00') })
  await client.call('appointment.book', { ...byStaff, startsAt: '2026-03-17T15:00:00.000Z' as Instant })
})

test('no reason makes a visit years away right, and yesterday needs one', async () => {
  const { client, setup, ana, refusedFor } = await openPractice()
  const cleaning = { patientId: ana.id, appointmentTypeId: typeNamed(setup, 'Cleaning').id, sendText: false, overbookReason: 'Really' }
  const book = (startsAt: string, more = {}) => client.call('appointment.book', { ...cleaning, startsAt: startsAt as Instant, ...more })
  await refusedFor(book('2199-03-04T15:00:00.000Z'), 'BEYOND_HORIZON')
  await refusedFor(book('1926-03-02T15:00:00.000Z'), 'IN_THE_PAST_OR_TOO_SOON')
  await expect(book('9999-12-31T23:55:00.000Z')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await refusedFor(book('2026-02-27T15:00:00.000Z', { overbookReason: null }), 'IN_THE_PAST_OR_TOO_SOON')
  expect(await book('2026-02-27T15:00:00.000Z')).toMatchObject({ overbookReason: 'Really' })
})

test('an emergency block is open to emergencies only, and to all from its release on', async () => {
  const { byMachine, close, patel, world, client, setup } = await openPractice()
  const block = { kind: 'emergency_block' as const, startsAt: at('03-04 08:00'), endsAt: at('03-04 12:00'), providerId: patel.id }
  await close({ ...block, releasedAt: at('03-04 07:00') })
  await expect(byMachine('Filling', at('03-04 09:00'), patel.id)).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  await byMachine('Emergency visit', at('03-04 11:00'), patel.id)
  const range = { from: '2026-03-04', to: '2026-03-04', providerId: patel.id, appointmentTypeId: typeNamed(setup, 'Filling').id } as const
  const open = async () => (await client.call('slots.find', range as never)).map((slot) => slot.startsAt)
  expect((await open())[0]).toBe(at('03-04 13:00'))
  world.clock.set(at('03-04 07:00'))
  expect((await open())[0]).toBe(at('03-04 08:00'))
  await byMachine('Filling', at('03-04 09:00'), patel.id)
})

test('a machine starts on the practice’s own quarter hours', async () => {
  const { byMachine, refusedFor } = await openPractice()
  await refusedFor(byMachine('Cleaning', at('03-03 09:05')))
  await expect(byMachine('Cleaning', '2026-03-03T15:02:00.000Z' as Instant)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('what the desk is told about a time is what a booking there would say', async () => {
  const { client, setup, ana, patel } = await openPractice()
  const kim = providerNamed(setup, 'Kim')
  const asked = { patientId: ana.id, appointmentTypeId: typeNamed(setup, 'Filling').id, operatoryId: operatoryNamed(setup, 'Op 3').id }
  for (const providerId of [kim.id, patel.id])
    for (const startsAt of [at('03-03 09:00'), at('03-03 12:30'), at('03-01 09:00')]) {
      const { conflicts } = await client.call('slots.check', { ...asked, providerId, startsAt })
      const booking = client.call('appointment.book', { ...asked, providerId, startsAt })
      await expect(booking).rejects.toMatchObject({ details: { conflicts } })
      expect(conflicts.includes('PROVIDER_NOT_SUITABLE')).toBe(providerId === kim.id)
    }
})
