import { moveAppointment } from '@dentalanswer/relay/src/booking/move-appointment.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { expect, test } from 'vitest'
import { at, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

async function openDesk() {
  const world = await openWorld()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101', isNew: true })
  const ben = await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const { client } = await world.pair()
  const ruiz = providerNamed(setup, 'Ruiz')
  const filling = { appointmentTypeId: typeNamed(setup, 'Filling').id, sendText: false }
  const visit = await client.call('appointment.book', { ...filling, patientId: ana.id, providerId: ruiz.id, startsAt: at('03-03 09:00') })
  const move = (startsAt = at('03-03 11:00'), more = {}) =>
    client.call('appointment.move', { appointmentId: visit.id, startsAt, sendText: false, ...more })
  const openings = () => world.rows<{ starts_at: string; status: Opening['status'] }>('openings')
  return { world, setup, client, ana, ben, ruiz, filling, visit, move, openings }
}

test('a moved visit keeps its provider and chair when they are free, is asked to confirm again, and leaves an opening', async () => {
  const { client, visit, move, ruiz, openings, world } = await openDesk()
  await client.call('appointment.confirm', { appointmentId: visit.id })
  const moved = await move()
  expect(moved).toMatchObject({
    startsAt: at('03-03 11:00'),
    endsAt: at('03-03 12:00'),
    providerId: ruiz.id,
    operatoryId: visit.operatoryId,
    confirmation: 'unconfirmed',
    version: 3,
  })
  expect(await openings()).toMatchObject([{ starts_at: at('03-03 09:00'), status: 'open' }])
  expect((await world.events()).at(-1)).toMatchObject({ type: 'appointment.moved', changed: { appointments: [moved] } })
})

test('a move that is refused leaves the visit and its time as they were', async () => {
  const { client, visit, move, ben, ruiz, filling, world, openings } = await openDesk()
  const other = { ...filling, patientId: ben.id, providerId: ruiz.id }
  await client.call('appointment.book', { ...other, startsAt: at('03-03 11:00') })
  const before = await world.rows('claims')
  await expect(move(at('03-03 11:00'), { providerId: ruiz.id })).rejects.toMatchObject({ code: 'SLOT_TAKEN' })
  expect(await client.call('appointment.find', { appointmentId: visit.id })).toEqual({ appointment: visit, changes: [] })
  expect(await world.rows('claims')).toEqual(before)
  expect(await openings()).toEqual([])
})

test('a visit may move into part of its own time', async () => {
  const { move, world, openings } = await openDesk()
  expect(await move(at('03-03 09:15'))).toMatchObject({ startsAt: at('03-03 09:15'), endsAt: at('03-03 10:15') })
  expect(await world.rows('claims')).toHaveLength(12 + 15 + 12)
  expect(await openings()).toMatchObject([{ status: 'filled' }])
})

test('a move to where the visit is changes nothing', async () => {
  const { move, visit, world } = await openDesk()
  const before = (await world.events()).length
  expect(await move(visit.startsAt)).toEqual(visit)
  expect(await world.events()).toHaveLength(before)
})

test('a visit of a type that is no longer booked can still be moved, but none becomes one', async () => {
  const { client, move, setup, ana } = await openDesk()
  const filling = typeNamed(setup, 'Filling')
  await client.call('appointmentType.put', { ...filling, active: false })
  await move()
  const book = client.call('appointment.book', { patientId: ana.id, appointmentTypeId: filling.id, startsAt: at('03-04 09:00') })
  await expect(book).rejects.toMatchObject({ code: 'UNKNOWN_TYPE' })
  const cleaning = { patientId: ana.id, appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-04 09:00'), sendText: false }
  const other = await client.call('appointment.book', cleaning)
  const change = { appointmentId: other.id, startsAt: other.startsAt, appointmentTypeId: filling.id }
  await expect(client.call('appointment.move', change)).rejects.toMatchObject({ code: 'UNKNOWN_TYPE' })
})

test('the alternatives for a move leave out the visit’s own time and do not count it as taken', async () => {
  const { move } = await openDesk()
  const refused = await move(at('03-03 12:05')).catch((error) => error)
  expect(refused.code).toBe('NOT_BOOKABLE')
  const times = refused.details.alternatives.map((one: { startsAt: string }) => one.startsAt)
  expect(times).toEqual([at('03-03 11:00'), at('03-03 11:15'), at('03-03 13:00')])
})

test('what is over is neither moved, cancelled nor confirmed, and a cancelled visit is never revived', async () => {
  const { client, visit, move, world } = await openDesk()
  const own = { appointmentId: visit.id }
  await client.call('appointment.cancel', { ...own, reason: 'Asked to', sendText: false })
  await expect(move()).rejects.toMatchObject({ code: 'ALREADY_CANCELLED' })
  await expect(client.call('appointment.confirm', own)).rejects.toMatchObject({ code: 'ALREADY_CANCELLED' })
  const again = await openDesk()
  again.world.clock.set(at('03-03 10:00'))
  const done = { appointmentId: again.visit.id, as: 'completed' as const }
  expect(await again.client.call('appointment.finish', done)).toMatchObject({ status: 'completed' })
  await expect(again.move()).rejects.toMatchObject({ code: 'NOT_BOOKABLE' })
  await expect(again.client.call('appointment.cancel', { appointmentId: again.visit.id, reason: 'x' })).rejects.toMatchObject({
    code: 'NOT_BOOKABLE',
  })
  expect((await again.client.call('patient.find', { patientId: again.ana.id as PatientId })).patient.isNew).toBe(false)
  expect(await world.rows('claims')).toEqual([])
})

test('a visit nobody came to frees its time for who walks in', async () => {
  const { client, visit, world, ben, filling } = await openDesk()
  await expect(client.call('appointment.finish', { appointmentId: visit.id, as: 'no_show' })).rejects.toMatchObject({
    code: 'NOT_BOOKABLE',
  })
  world.clock.set(at('03-03 09:20'))
  await client.call('appointment.finish', { appointmentId: visit.id, as: 'no_show' })
  await client.call('appointment.book', { ...filling, patientId: ben.id, startsAt: at('03-03 09:30') })
})

test('a machine moves with its own rules, and only where nobody is', async () => {
  const { world, visit } = await openDesk()
  const cause = { by: 'voice' as const, why: { rule: 'moved-in-call', matched: [] }, callId: null, messageId: null }
  const machineMove = (startsAt: typeof visit.startsAt) =>
    write(world.ctx, 'move', (tx) =>
      moveAppointment(tx, { appointmentId: visit.id, startsAt, providerId: null, operatoryId: null, overbookReason: 'please', cause }),
    )
  await expect(machineMove(at('03-02 09:15'))).rejects.toMatchObject({ code: 'NOT_BOOKABLE' })
  await expect(machineMove(at('03-03 12:30'))).rejects.toMatchObject({ code: 'NOT_BOOKABLE' })
  expect(await machineMove(at('03-04 09:00'))).toMatchObject({ seenAt: null, version: 2 })
})
