import { cancelAppointment } from '@dentalanswer/relay/src/booking/cancel-appointment.ts'
import type { Cause } from '@dentalanswer/relay/src/booking/change-appointment.ts'
import { confirmAppointment } from '@dentalanswer/relay/src/booking/confirm-appointment.ts'
import { moveAppointment } from '@dentalanswer/relay/src/booking/move-appointment.ts'
import { type Tx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { Work } from '@dentalanswer/relay/src/store/work.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { expect, test } from 'vitest'
import { at, bookByMachine, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { openWorld, type PracticeWorld } from '../support/world.ts'

const cause: Cause = { by: 'text', why: { rule: 'cancel-word', matched: ['cancel'] }, callId: null, messageId: null }

async function openDesk() {
  const world = await openWorld()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const ben = await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const { client } = await world.pair()
  const filling = { appointmentTypeId: typeNamed(setup, 'Filling').id, sendText: false, providerId: providerNamed(setup, 'Patel').id }
  const visit = await client.call('appointment.book', { ...filling, patientId: ana.id, startsAt: at('03-03 09:00') })
  const own = { appointmentId: visit.id }
  const byText = (change: (tx: Tx) => Work<Appointment>) => write({ ...world.ctx, actor: { kind: 'text', id: null } }, 'text', change)
  const cancelByText = () => byText((tx) => cancelAppointment(tx, { ...own, reason: 'Texted', cause }))
  const moveByText = (startsAt = at('03-03 14:00')) =>
    byText((tx) => moveAppointment(tx, { ...own, startsAt, providerId: null, operatoryId: null, overbookReason: null, cause }))
  const newest = async (appointmentId = visit.id) => (await client.call('appointment.find', { appointmentId })).changes[0]!
  const undo = async (appointmentId = visit.id) => client.call('change.undo', { changeId: (await newest(appointmentId)).id })
  return { world, setup, client, ana, ben, filling, visit, own, byText, cancelByText, moveByText, newest, undo }
}

/** All that is kept, without the notes of who asked what and when. */
async function kept(world: PracticeWorld): Promise<unknown> {
  const tables = ['appointments', 'claims', 'openings', 'leads', 'changes', 'messages', 'practices', 'events'] as const
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await world.rows(name)])))
}

test('a texted cancellation is undone: the visit stands again, its opening and lead are withdrawn', async () => {
  const { world, visit, cancelByText, undo, newest } = await openDesk()
  await cancelByText()
  expect(await newest()).toMatchObject({ action: 'appointment.cancelled', by: 'text', why: { matched: ['cancel'] }, undoneAt: null })
  const restored = await undo()
  expect(restored).toEqual({ ...visit, version: 3, seenAt: restored.seenAt, updatedAt: restored.updatedAt })
  expect(await world.rows('openings')).toMatchObject([{ status: 'withdrawn' }])
  expect(await world.rows('leads')).toMatchObject([{ status: 'done', outcome: 'The cancellation was undone' }])
  expect(await world.rows('claims')).toHaveLength(9 + 9 + 12)
  expect((await world.events()).at(-1)).toMatchObject({ type: 'change.undone', by: { kind: 'desk' } })
})

test('a confirmation is undone without touching the visit’s time, also under an overbooked visit', async () => {
  const { world, client, visit, own, ben, filling, byText, undo } = await openDesk()
  const over = { ...filling, patientId: ben.id, startsAt: visit.startsAt, operatoryId: visit.operatoryId, overbookReason: 'Pain' }
  await client.call('appointment.book', over)
  await byText((tx) => confirmAppointment(tx, { ...own, cause }))
  const claims = await world.rows('claims')
  expect(await undo()).toMatchObject({ confirmation: 'unconfirmed', confirmedAt: null, status: 'booked' })
  expect(await world.rows('claims')).toEqual(claims)
})

test('a move by a machine is undone: back to the old time, and the new one is free again', async () => {
  const { world, visit, moveByText, undo, ben, filling } = await openDesk()
  await moveByText()
  expect(await undo()).toMatchObject({ startsAt: visit.startsAt, operatoryId: visit.operatoryId, version: 3 })
  const openings = (await world.rows<{ starts_at: string; status: string }>('openings')).map((one) => [one.starts_at, one.status]).sort()
  expect(openings).toEqual([
    [at('03-03 09:00'), 'withdrawn'],
    [at('03-03 14:00'), 'open'],
  ])
  await bookByMachine(world.ctx, { ...filling, patientId: ben.id, startsAt: at('03-03 14:00') })
})

test('of two moves only the newest is undone, and only its own opening is withdrawn', async () => {
  const { world, client, own, moveByText, undo } = await openDesk()
  await client.call('appointment.move', { ...own, startsAt: at('03-03 11:00'), sendText: false })
  await moveByText()
  await undo()
  const openings = (await world.rows<{ starts_at: string; status: string }>('openings')).map((one) => [one.starts_at, one.status]).sort()
  expect(openings).toEqual([
    [at('03-03 09:00'), 'open'],
    [at('03-03 11:00'), 'withdrawn'],
    [at('03-03 14:00'), 'open'],
  ])
})

test('a booking by a machine is undone: cancelled, its time free', async () => {
  const { world, ben, filling, client, undo } = await openDesk()
  const booked = await bookByMachine(world.ctx, { ...filling, patientId: ben.id, startsAt: at('03-04 09:00') })
  expect(await undo(booked.id)).toMatchObject({ status: 'cancelled', cancellationReason: 'Booking by the machine undone by staff' })
  await client.call('appointment.book', { ...filling, patientId: ben.id, startsAt: at('03-04 09:00') })
})

test('when the old time is gone the undo is refused and nothing changes', async () => {
  const { world, client, visit, ben, filling, cancelByText, moveByText, newest } = await openDesk()
  const taken = { ...filling, patientId: ben.id, startsAt: at('03-03 09:30'), operatoryId: visit.operatoryId }
  await moveByText()
  const blocker = await client.call('appointment.book', taken)
  const change = (await newest()).id
  const before = await kept(world)
  await expect(client.call('change.undo', { changeId: change })).rejects.toMatchObject({
    code: 'SLOT_TAKEN',
    details: { conflicts: ['PROVIDER_BUSY', 'OPERATORY_BUSY'] },
  })
  expect(await kept(world)).toEqual(before)
  await client.call('appointment.cancel', { appointmentId: blocker.id, reason: 'Asked to', sendText: false })
  await client.call('change.undo', { changeId: change })

  await cancelByText()
  const day = { startsAt: at('03-03 00:00'), endsAt: at('03-04 00:00'), providerId: null, operatoryId: null, releasedAt: null, reason: '' }
  await client.call('closure.add', { kind: 'closed', ...day })
  await expect(client.call('change.undo', { changeId: (await newest()).id })).rejects.toMatchObject({
    code: 'NOT_BOOKABLE',
    details: { conflicts: ['CLOSED'] },
  })
})

test('a visit stands again as long as it was to take, though the type or the hours changed since', async () => {
  const { world, client, setup, visit, cancelByText, undo, ben, filling } = await openDesk()
  await client.call('appointment.book', { ...filling, patientId: ben.id, startsAt: at('03-03 10:00'), operatoryId: visit.operatoryId })
  await cancelByText()
  await client.call('appointmentType.put', { ...typeNamed(setup, 'Filling'), durationMinutes: 90, active: false })
  await client.call('hours.put', { providerId: filling.providerId, shifts: [] })
  expect(await undo()).toMatchObject({ startsAt: visit.startsAt, endsAt: visit.endsAt, releasedAt: visit.releasedAt })
  expect(await world.rows('claims')).toHaveLength(2 * (9 + 9 + 12))
})

test('undoing twice, or from two desks at once, is harmless', async () => {
  const { world, client, cancelByText, newest } = await openDesk()
  await cancelByText()
  const changeId = (await newest()).id
  const answers = await Promise.all(Array.from({ length: 10 }, () => client.call('change.undo', { changeId })))
  expect(new Set(answers.map((one) => one.version))).toEqual(new Set([3]))
  const before = await kept(world)
  expect(await client.call('change.undo', { changeId })).toEqual(answers[0])
  expect(await kept(world)).toEqual(before)
})

test('after another change it is no longer undoable, but having been looked at is no change', async () => {
  const { world, client, own, cancelByText, moveByText, newest, undo } = await openDesk()
  await moveByText()
  await client.call('appointment.seen', own)
  await undo()
  await moveByText()
  await client.call('appointment.note', { ...own, note: 'Late' })
  const before = await kept(world)
  await expect(undo()).rejects.toMatchObject({ code: 'NOT_UNDOABLE', details: { appointment: { note: 'Late' } } })
  expect(await kept(world)).toEqual(before)
  await cancelByText()
  const [cancelled, moved] = (await client.call('appointment.find', own)).changes
  await expect(client.call('change.undo', { changeId: moved!.id })).rejects.toMatchObject({ code: 'NOT_UNDOABLE' })
  await client.call('change.undo', { changeId: cancelled!.id })
  expect((await newest()).undoneAt).not.toBeNull()
})

test('a text about a change that has not left is dropped when the change is undone', async () => {
  const { world, client, visit, own, undo, byText } = await openDesk()
  await byText((tx) => confirmAppointment(tx, { ...own, cause }))
  await undo()
  await client.call('appointment.move', { ...own, startsAt: at('03-03 11:00') })
  expect(await world.rows('messages')).toMatchObject([{ status: 'waiting', related_id: visit.id }])
  await client.call('appointment.cancel', { ...own, reason: 'Asked to', sendText: false })
  expect(await world.rows('messages')).toMatchObject([{ status: 'blocked', error_code: 'OUTDATED' }])
})
