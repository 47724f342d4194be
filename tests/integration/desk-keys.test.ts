import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { at, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

async function openDesk() {
  const world = await openWorld()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const ben = await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const { client, token, device } = await world.pair()
  const cleaning = { appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-03 09:00'), patientId: ana.id }
  return { world, ana, ben, client, token, device, cleaning }
}

test('the same request twice under one key changes one thing and answers the same', async () => {
  const { world, client, cleaning } = await openDesk()
  const key = randomUUID()
  const first = await client.call('appointment.book', cleaning, key)
  const before = (await world.events()).length
  await client.call('appointment.note', { appointmentId: first.id, note: 'Changed since' })
  expect(await client.call('appointment.book', cleaning, key)).toEqual(first)
  expect(await client.call('appointment.book', cleaning, key.toUpperCase())).toEqual(first)
  expect(await world.rows('appointments')).toHaveLength(1)
  expect(await world.rows('messages')).toHaveLength(1)
  expect(await world.events()).toHaveLength(before + 1)
})

test('the same key with another request is refused, also for another route', async () => {
  const { world, client, cleaning } = await openDesk()
  const key = randomUUID()
  const booked = await client.call('appointment.book', cleaning, key)
  const before = await world.events()
  const later = client.call('appointment.book', { ...cleaning, startsAt: at('03-03 14:00') }, key)
  await expect(later).rejects.toMatchObject({ code: 'KEY_REUSED' })
  const cancel = client.call('appointment.cancel', { appointmentId: booked.id, reason: 'x' }, key)
  await expect(cancel).rejects.toMatchObject({ code: 'KEY_REUSED' })
  expect(await world.events()).toEqual(before)
})

test('twenty at once under one key make one change and one answer', async () => {
  const { world, client, cleaning } = await openDesk()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.call('appointment.book', cleaning, key)))
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(await world.rows('appointments')).toHaveLength(1)
})

test('a refused request stays refused under its key, with the same words, though the time is free by now', async () => {
  const { world, client, cleaning, ben } = await openDesk()
  const first = await client.call('appointment.book', cleaning)
  const key = randomUUID()
  const again = () => client.call('appointment.book', { ...cleaning, patientId: ben.id }, key).catch((error) => error)
  const refused = await again()
  expect(refused).toMatchObject({ code: 'SLOT_TAKEN', details: { alternatives: { length: 3 } } })
  await client.call('appointment.cancel', { appointmentId: first.id, reason: 'Asked to' })
  const before = await world.events()
  const repeated = await again()
  expect([repeated.code, repeated.message, repeated.details]).toEqual([refused.code, refused.message, refused.details])
  expect(await world.events()).toEqual(before)
  await expect(client.call('appointment.book', cleaning, key)).rejects.toMatchObject({ code: 'KEY_REUSED' })
  await client.call('appointment.book', { ...cleaning, patientId: ben.id })
})

test('two desks may happen to use one key, and both texts go out', async () => {
  const { world, client, ana } = await openDesk()
  const other = await world.pair('Other desk')
  const key = randomUUID()
  const to = ana.contactPoints[0]!.phoneNumber
  const texts = [
    await client.call('text.send', { to, body: 'From the front' }, key),
    await other.client.call('text.send', { to, body: 'From the back' }, key),
  ]
  expect(texts.map((one) => one.body)).toEqual(['From the front', 'From the back'])
  const jobs = await world.rows<{ id: string }>('outbox')
  expect(jobs.map((one) => one.id).sort()).toEqual(texts.map((one) => String(one.id)).sort())
})

test('a change without a key, or with one that is no UUID, is refused', async () => {
  const { world, token, cleaning } = await openDesk()
  const before = await world.events()
  for (const key of [undefined, '', 'again', `${randomUUID()}x`]) {
    const headers = { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) }
    const response = await world.request('/api/desk/appointments', { method: 'POST', headers, body: JSON.stringify(cleaning) })
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([400, 'BAD_INPUT'])
  }
  expect(await world.events()).toEqual(before)
})

test('a change made against an old version is told the present one and changes nothing', async () => {
  const { world, client, cleaning, ana } = await openDesk()
  const booked = await client.call('appointment.book', { ...cleaning, sendText: false })
  const present = await client.call('appointment.note', { appointmentId: booked.id, note: 'Needs a ramp', expectedVersion: 1 })
  const before = await world.events()
  const own = { appointmentId: booked.id, expectedVersion: 1 }
  const late = [
    () => client.call('appointment.move', { ...own, startsAt: at('03-03 14:00') }),
    () => client.call('appointment.cancel', { ...own, reason: 'x' }),
    () => client.call('appointment.confirm', own),
    () => client.call('appointment.unconfirm', own),
    () => client.call('appointment.finish', { ...own, as: 'no_show' }),
    () => client.call('appointment.note', { ...own, note: 'other' }),
  ]
  for (const one of late) await expect(one()).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { appointment: present } })
  const patient = client.call('patient.change', { patientId: ana.id, note: 'x', expectedVersion: 7 })
  await expect(patient).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { patient: ana } })
  expect(await world.events()).toEqual(before)
})

test('of two desks that change one version at once, one wins and the other sees its change', async () => {
  const { world, client, cleaning } = await openDesk()
  const other = await world.pair('Other desk')
  const booked = await client.call('appointment.book', { ...cleaning, sendText: false })
  const own = { appointmentId: booked.id, expectedVersion: 1 }
  const settled = await Promise.allSettled([
    client.call('appointment.note', { ...own, note: 'one' }),
    other.client.call('appointment.note', { ...own, note: 'two' }),
  ])
  const won = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(won).toHaveLength(1)
  expect(lost).toMatchObject([{ code: 'CHANGED_MEANWHILE', details: { appointment: won[0]! } }])
})
