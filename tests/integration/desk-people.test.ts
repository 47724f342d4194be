import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { fillPractice } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

const phone = (last: number) => `+1512555${String(last).padStart(4, '0')}` as PhoneNumber
const contact = (last: number, isPrimary = false) => ({ phoneNumber: phone(last), label: 'mobile' as const, isPrimary })

test('a household is everyone who shares a number; they are never merged', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const of = await fillPractice(world)
  const { patients, upcoming } = await client.call('household.find', { phoneNumber: of.phone })
  expect(patients.map((one) => one.firstName).sort()).toEqual(['Ana', 'Luis'])
  expect(upcoming.map((one) => one.id).sort()).toEqual([of.machine.id, of.visit.id].sort())
  const found = await client.call('patient.find', { patientId: of.ana.id })
  expect(found.household.map((one) => one.id)).toEqual([of.luis.id])
  const read = await world.rows<{ action: string; actor_kind: string }>('audit_log')
  expect(read.filter((line) => line.action === 'household.read' && line.actor_kind === 'desk')).toHaveLength(1)
  expect(read.filter((line) => line.action === 'patient.read')).toHaveLength(1)
})

test('of several numbers one is the primary, and an event shows them as the store gives them back', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const numbers = [contact(109, true), contact(101, true), contact(105)]
  const made = await client.call('patient.create', { firstName: 'Mia', lastName: 'Stone', contactPoints: numbers })
  expect(made.contactPoints.map((one) => [one.phoneNumber, one.isPrimary])).toEqual([
    [phone(101), false],
    [phone(105), false],
    [phone(109), true],
  ])
  expect((await client.call('patient.find', { patientId: made.id })).patient).toEqual(made)
  const twice = client.call('patient.create', { firstName: 'Mia', lastName: 'Stone', contactPoints: [contact(101), contact(101)] })
  await expect(twice).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const changed = await client.call('contact.add', { patientId: made.id, ...contact(105, true) })
  expect(changed.contactPoints.filter((one) => one.isPrimary).map((one) => one.phoneNumber)).toEqual([phone(105)])
})

test('a patient never gets more numbers than a desk can read', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const { id: patientId } = await client.call('patient.create', { firstName: 'Mia', lastName: 'Stone' })
  for (let n = 0; n < 20; n++) {
    await client.call('contact.add', { patientId, ...contact(n) })
    await client.call('contact.remove', { patientId, phoneNumber: phone(n) })
  }
  await expect(client.call('contact.add', { patientId, ...contact(20) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await client.call('contact.add', { patientId, ...contact(3, true) })).contactPoints).toHaveLength(20)
  expect((await world.events()).length).toBeGreaterThan(40)
})

test('removing a number twice is harmless, and one the patient never had is not found', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const { id: patientId } = await client.call('patient.create', { firstName: 'Mia', lastName: 'Stone', contactPoints: [contact(1)] })
  const removed = await client.call('contact.remove', { patientId, phoneNumber: phone(1) })
  const before = await world.events()
  expect(await client.call('contact.remove', { patientId, phoneNumber: phone(1) })).toEqual(removed)
  await expect(client.call('contact.remove', { patientId, phoneNumber: phone(2) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const own = client.call('patient.change', { patientId, guardianId: patientId })
  await expect(own).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(await world.events()).toEqual(before)
})

test('work is closed once: a second closing keeps the first outcome', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const of = await fillPractice(world)
  const closed = await client.call('lead.close', { leadId: of.lead.id, outcome: 'Booked' })
  expect(await client.call('lead.close', { leadId: of.lead.id, outcome: 'Other' })).toEqual(closed)
  const called = await client.call('callback.close', { callbackId: of.callback.id, outcome: 'Reached' })
  expect(await client.call('callback.close', { callbackId: of.callback.id, outcome: null })).toEqual(called)
  const quiet = await client.call('alarm.acknowledge', { alarmId: of.alarm.id, by: 'Kim' })
  expect(await client.call('alarm.acknowledge', { alarmId: of.alarm.id, by: 'Lee' })).toEqual(quiet)
  expect(await client.call('alarm.list', {})).toEqual([])
  expect(await client.call('lead.list', {})).toEqual([])
  expect(await client.call('lead.list', { status: 'done' })).toEqual([closed])
  expect(await client.call('callback.list', { status: 'done' })).toEqual([called])
})

test('a thread shows what waits for a person until somebody has read or answered it', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const of = await fillPractice(world)
  const threads = () => client.call('thread.list', { filter: 'actionable' })
  expect(await threads()).toMatchObject([{ openCount: 1, newest: { id: of.message.id }, patients: { length: 2 } }])
  await client.call('message.done', { messageId: of.message.id })
  expect(await threads()).toEqual([])
  const sent = await client.call('text.send', { to: of.phone, body: 'This is Bright Smiles' })
  const thread = await client.call('thread.read', { phoneNumber: of.phone })
  expect(thread.map((one) => one.id)).toEqual([sent.id, of.message.id])
  const found = await client.call('call.find', { callId: of.call.id })
  expect(found).toMatchObject({ turns: [{ text: 'Hello' }], leads: [{ id: of.lead.id }], callbacks: [{}], alarms: [{}] })
})

test('opening a person is one line for each desk in ten minutes, with who it was by name', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const other = await world.pair('Back office')
  const of = await fillPractice(world)
  const patientId = of.ana.id
  const looks = async () =>
    (await world.rows<{ action: string; subject_id: string }>('audit_log')).filter(
      (line) => line.action === 'patient.read' && line.subject_id === patientId,
    ).length
  const open = (desk: typeof client) => desk.call('patient.find', { patientId })
  await open(client)
  await open(client)
  await client.call('patient.find', { patientId: of.luis.id })
  expect(await looks()).toBe(1)
  world.clock.advance(1)
  await open(other.client)
  expect(await looks()).toBe(2)
  world.clock.advance(8)
  await open(client)
  expect(await looks()).toBe(2)
  world.clock.advance(2)
  const { audit } = await open(client)
  expect(await looks()).toBe(3)
  expect(audit.filter((line) => line.action === 'patient.read').map((line) => line.who)).toEqual([
    'Front desk',
    'Back office',
    'Front desk',
  ])
})

test('the history of a person names who changed it: staff at their desk, a desk that is gone, and the machine', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const gone = await world.pair('Tablet')
  const of = await fillPractice(world)
  const patientId = of.ana.id
  await client.call('patient.change', { patientId, note: 'Prefers mornings', by: 'Kim' })
  await gone.client.call('contact.add', { patientId, ...contact(109) })
  await client.call('device.revoke', { deviceId: gone.device.id })
  const { audit } = await client.call('patient.find', { patientId })
  const changed = audit.filter((line) => line.action === 'patient.changed')
  expect(changed.map((line) => line.who).sort()).toEqual(['Kim (Front desk)', 'Tablet'])
  expect(changed.every((line) => !('by' in line.detail))).toBe(true)
  const read = (actor: 'voice' | 'text') =>
    write({ ...world.ctx, actor: { kind: actor, id: null } }, 'test', (tx) =>
      tx.audit({ action: 'patient.read', subjectType: 'patient', subjectId: patientId }),
    )
  await read('voice')
  await read('text')
  const machines = (await client.call('patient.find', { patientId })).audit.filter((line) => line.actor !== 'desk')
  expect(machines.map((line) => line.who)).toEqual(expect.arrayContaining(['AI, phone', 'AI, text']))
})
