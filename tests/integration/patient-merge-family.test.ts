import type { AppointmentId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { at, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

const HOME = '+15125550199' as PhoneNumber
const WORK = '+15125550177' as PhoneNumber

async function family() {
  const world = await openWorld()
  const { client } = await world.pair()
  const add = async (firstName: string, guardianId: PatientId | null = null) =>
    (await client.call('patient.create', { firstName, lastName: 'Garcia', guardianId })).id
  const read = async (patientId: PatientId) => (await client.call('patient.find', { patientId })).patient
  const merge = (keepId: PatientId, mergeId: PatientId) => client.call('patient.merge', { keepId, mergeId })
  return { world, client, add, read, merge }
}

describe('guardians after a merge', () => {
  test.each([0, 1, 3])('nobody becomes their own guardian over %i others between', async (between) => {
    const { client, add, read, merge } = await family()
    const merged = await add('Anna')
    let nearest = await add('Rosa', merged)
    const furthest = nearest
    for (let step = 0; step < between; step++) nearest = await add(`Step ${step}`, nearest)
    const kept = await add('Ana', nearest)
    expect(await merge(kept, merged)).toMatchObject({ id: kept, guardianId: null })
    expect((await read(furthest)).guardianId).toBe(kept)
    await client.call('patient.change', { patientId: kept, note: 'Still to be changed' })
  })

  test('the other record’s guardian counts where the kept one’s would close a ring', async () => {
    const { add, merge } = await family()
    const guardian = await add('Guadalupe')
    const merged = await add('Anna', guardian)
    const kept = await add('Ana', await add('Rosa', merged))
    expect(await merge(kept, merged)).toMatchObject({ guardianId: guardian })
  })
})

test('what was merged earlier points at whoever is kept in the end, at every desk', async () => {
  const { world, client, add, read, merge } = await family()
  const [first, second, third] = [await add('Ana'), await add('Anna'), await add('Ann')]
  await merge(second, first)
  await merge(third, second)
  expect((await read(first)).mergedIntoId).toBe(third)
  const told = (await world.events()).at(-1)?.changed.patients ?? []
  expect(told.find((one) => one.id === first)?.mergedIntoId).toBe(third)
  const change = client.call('patient.change', { patientId: first, note: 'Late' })
  await expect(change).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { mergedIntoId: third } })
})

test('one number of the kept record is the primary one, also when its own turned out to be wrong', async () => {
  const { world, client, merge } = await family()
  const contact = (phoneNumber: PhoneNumber) => ({ phoneNumber, label: 'mobile' as const, isPrimary: true })
  const made = { firstName: 'Ana', lastName: 'Garcia' }
  const kept = await client.call('patient.create', { ...made, contactPoints: [contact(HOME)] })
  await world.text(HOME, 'wrong number')
  const merged = await client.call('patient.create', { ...made, contactPoints: [contact(WORK)] })
  expect((await merge(kept.id, merged.id)).contactPoints).toMatchObject([
    { phoneNumber: WORK, isPrimary: true, status: 'active' },
    { phoneNumber: HOME, isPrimary: false, status: 'wrong_number' },
  ])
})

test('two desks that merge the same two in opposite directions leave one person', async () => {
  const { client, add, read, merge } = await family()
  const [one, other] = [await add('Ana'), await add('Anna')]
  const settled = await Promise.allSettled([merge(one, other), merge(other, one)])
  expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  const pointers = [(await read(one)).mergedIntoId, (await read(other)).mergedIntoId]
  expect(pointers.filter((each) => each === null)).toHaveLength(1)
  expect(await client.call('patient.search', { text: 'garcia' })).toHaveLength(1)
})

async function anaAsked() {
  const world = await openWorld()
  const { client } = await world.pair()
  const typeId = typeNamed(await world.setup(), 'Filling').id
  const merged = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: HOME })
  const kept = await client.call('patient.create', { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' as LocalDate })
  const book = (patientId: PatientId, startsAt: string, more: object = {}) =>
    client.call('appointment.book', { patientId, appointmentTypeId: typeId, startsAt: at(startsAt), ...more })
  return { world, client, merged, kept, book, merge: () => client.call('patient.merge', { keepId: kept.id, mergeId: merged.id }) }
}

test('a merge while the patient answers by text and speaks in a call: both are acted on, and the call goes on', async () => {
  const { world, client, merged, kept, book, merge } = await anaAsked()
  const [first, second] = [await book(merged.id, '03-04 09:00'), await book(merged.id, '03-05 09:00', { sendText: false })]
  await world.drain()
  const call = await world.call({ from: HOME })
  const who = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' }
  await call.tool('find-appointments', who)
  world.clock.advance(1)
  await Promise.all([merge(), world.text(HOME, 'C'), call.tool('cancel-appointment', { ...who, date: 'Thursday' })])
  const visit = async (appointmentId: AppointmentId) => (await client.call('appointment.find', { appointmentId })).appointment
  expect(await visit(first.id)).toMatchObject({ patientId: kept.id, confirmation: 'confirmed', status: 'booked' })
  expect(await visit(second.id)).toMatchObject({ patientId: kept.id, status: 'cancelled' })
  expect((await call.tool('find-appointments', who)).results[0]?.result).toContain('Wednesday')
  const [row] = await world.rows<{ proven_patient_ids: string }>('calls')
  expect(JSON.parse(row!.proven_patient_ids)).toEqual([kept.id])
  const claims = await world.rows<{ kind: string; resource_id: string; appointment_id: string }>('claims')
  expect(new Set(claims.map((one) => one.appointment_id))).toEqual(new Set([first.id]))
  expect(new Set(claims.filter((one) => one.kind === 'patient').map((one) => one.resource_id))).toEqual(new Set([kept.id]))
})

test('a visit that staff squeezed in counts as well: nobody ends up in two chairs at once', async () => {
  const { world, client, merged, kept, book, merge } = await anaAsked()
  const [patel, kim] = (await world.setup()).providers
  const squeezed = { overbookReason: 'Asked for', sendText: false }
  const first = await book(kept.id, '03-04 09:00', { providerId: patel!.id, ...squeezed })
  const second = await book(kept.id, '03-04 09:00', { providerId: kim!.id, ...squeezed })
  await client.call('appointment.cancel', { appointmentId: first.id, reason: 'Twice', sendText: false })
  const third = await book(merged.id, '03-04 09:00', { providerId: patel!.id, ...squeezed })
  const clash = { code: 'SLOT_TAKEN', details: { appointmentIds: expect.arrayContaining([second.id, third.id]) } }
  await expect(merge()).rejects.toMatchObject(clash)
  await client.call('appointment.cancel', { appointmentId: second.id, reason: 'Twice', sendText: false })
  expect(await merge()).toMatchObject({ id: kept.id })
})
