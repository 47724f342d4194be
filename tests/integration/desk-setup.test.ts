import { randomUUID } from 'node:crypto'
import type { ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Operatory } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate, LocalTime } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { at, operatoryNamed, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

const time = (text: string) => text as LocalTime
const tuesday = { from: '2026-03-03' as LocalDate, to: '2026-03-03' as LocalDate }

test('one setting is changed and all others stay as they were', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const onCall = [{ name: 'Dr. Patel', phoneNumber: '+15125550111' as never }]
  await client.call('practice.change', { settings: { onCall, cancelByText: 'ask_staff', horizonDays: 90 } })
  const changed = await client.call('practice.change', { name: 'Brighter', settings: { minimumNoticeMinutes: 5 } })
  expect(changed).toMatchObject({
    name: 'Brighter',
    textName: 'Bright Smiles',
    settings: { onCall, cancelByText: 'ask_staff', horizonDays: 90, minimumNoticeMinutes: 5, slotStepMinutes: 15 },
  })
  const bad = client.call('practice.change', { settings: { horizonDays: 9_999 } })
  await expect(bad).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(client.call('practice.change', { timeZone: 'Mars/Olympus' as never })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a new provider with hours and a type of their own can be booked at once', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const setup = await world.setup()
  const lee = { ...providerNamed(setup, 'Kim'), id: randomUUID() as ProviderId, name: 'Sam Lee', spokenName: 'Sam' }
  await client.call('provider.put', lee)
  await client.call('hours.put', { providerId: lee.id, shifts: [{ weekday: 2, startsAt: time('18:00'), endsAt: time('24:00') }] })
  const type = { ...typeNamed(setup, 'Cleaning'), providers: [{ providerId: lee.id, durationMinutes: 30 }], dentistCheckMinutes: 0 }
  await client.call('appointmentType.put', type)
  const slots = await client.call('slots.find', { ...tuesday, appointmentTypeId: type.id })
  expect([slots[0]?.startsAt, slots.at(-1)?.startsAt, slots.at(-1)?.endsAt]).toEqual([
    at('03-03 18:00'),
    at('03-03 23:30'),
    '2026-03-04T06:00:00.000Z',
  ])
  await client.call('provider.put', { ...lee, active: false })
  expect(await client.call('slots.find', { ...tuesday, appointmentTypeId: type.id }).catch((error) => error)).toEqual([])
})

test('shifts that overlap, or end before they begin, are refused and the old hours stay', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const setup = await world.setup()
  const providerId = providerNamed(setup, 'Kim').id
  const shift = (startsAt: string, endsAt: string) => ({ weekday: 1, startsAt: time(startsAt), endsAt: time(endsAt) })
  for (const shifts of [[shift('08:00', '12:00'), shift('11:00', '13:00')], [shift('12:00', '08:00')], [shift('08:00', '08:00')]])
    await expect(client.call('hours.put', { providerId, shifts })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await client.call('setup.read', {})).hours).toEqual(setup.hours)
})

test('closing a day makes work of every visit on it, and says which', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const book = (name: string, startsAt: ReturnType<typeof at>) =>
    client.call('appointment.book', { patientId: ana.id, appointmentTypeId: typeNamed(setup, name).id, startsAt, sendText: false })
  const hit = await book('Filling', at('03-03 09:00'))
  await book('Cleaning', at('03-03 14:00'))
  await book('Filling', at('03-04 09:00'))
  const whole = { operatoryId: null, providerId: null, releasedAt: null, reason: 'Course' }
  const morning = { startsAt: at('03-03 00:00'), endsAt: at('03-03 12:00') }
  const closed = await client.call('closure.add', { kind: 'closed', ...whole, ...morning, providerId: hit.providerId })
  expect(closed.affected).toEqual([hit])
  expect(await client.call('lead.list', {})).toMatchObject([{ kind: 'closed_day', appointmentId: hit.id, patientId: ana.id }])
  const block = await client.call('closure.add', { kind: 'emergency_block', ...whole, ...morning })
  expect(block.affected).toEqual([])
  const backwards = client.call('closure.add', { kind: 'closed', ...whole, startsAt: morning.endsAt, endsAt: morning.startsAt })
  await expect(backwards).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const both = { providerId: hit.providerId, operatoryId: operatoryNamed(setup, 'Op 1').id }
  await expect(client.call('closure.add', { kind: 'closed', ...whole, ...morning, ...both })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(await client.call('closure.remove', { closureId: closed.closure.id })).toMatchObject({ removedAt: expect.any(String) })
  const { closures } = await client.call('schedule.range', tuesday)
  expect(closures.map((one) => one.id)).toEqual([block.closure.id])
})

test('a range of days shows its visits, the people in them and the openings, and no other day’s', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const cleaning = { patientId: ana.id, appointmentTypeId: typeNamed(setup, 'Cleaning').id, sendText: false }
  const first = await client.call('appointment.book', { ...cleaning, startsAt: at('03-03 08:00') })
  await client.call('appointment.book', { ...cleaning, startsAt: at('03-04 08:00') })
  const gone = await client.call('appointment.book', { ...cleaning, startsAt: at('03-03 10:00') })
  const cancelled = await client.call('appointment.cancel', { appointmentId: gone.id, reason: 'Ill', sendText: false })
  const day = await client.call('schedule.range', tuesday)
  expect(day).toMatchObject({ appointments: [first, cancelled], patients: [ana], openings: [{ fromAppointmentId: gone.id }], closures: [] })
})

describe('two desks that change the set-up at once', () => {
  async function openDesks() {
    const world = await openWorld()
    const setup = await world.setup()
    return { world, setup, mine: (await world.pair()).client, theirs: (await world.pair('Back office')).client }
  }

  test('of the same provider the second is told what the first made of it, and nothing is lost', async () => {
    const { setup, mine, theirs } = await openDesks()
    const before = providerNamed(setup, 'Patel')
    const renamed = await theirs.call('provider.put', { ...before, name: 'Dr. Ravi Patel', expected: before })
    expect(renamed).toEqual({ ...before, name: 'Dr. Ravi Patel' })
    const change = mine.call('provider.put', { ...before, spokenName: 'Doctor P', expected: before })
    await expect(change).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { current: renamed } })
    expect((await mine.call('setup.read', {})).providers).toContainEqual(renamed)
    expect(await mine.call('provider.put', { ...renamed, spokenName: 'Doctor P', expected: renamed })).toMatchObject({
      spokenName: 'Doctor P',
    })
  })

  test('of other rows do not clash, and the same change twice is no clash either', async () => {
    const { setup, mine, theirs } = await openDesks()
    const [patel, kim] = [providerNamed(setup, 'Patel'), providerNamed(setup, 'Kim')]
    const op = operatoryNamed(setup, 'Op 1')
    await theirs.call('provider.put', { ...kim, name: 'Sam Kim', expected: kim })
    await mine.call('provider.put', { ...patel, position: 7, expected: patel })
    await theirs.call('operatory.put', { ...op, name: 'Op One', expected: op })
    expect(await mine.call('operatory.put', { ...op, name: 'Op One', expected: op })).toMatchObject({ name: 'Op One' })
    const type = typeNamed(setup, 'Cleaning')
    await theirs.call('appointmentType.put', { ...type, maxPerDay: 3, expected: type })
    const late = mine.call('appointmentType.put', { ...type, maxPerDay: 4, expected: type })
    await expect(late).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { current: { maxPerDay: 3 } } })
    expect(await mine.call('appointmentType.put', { ...type, maxPerDay: 4 })).toMatchObject({ maxPerDay: 4 })
  })

  test('of the same new row, or of one provider’s week, are told apart', async () => {
    const { setup, mine, theirs } = await openDesks()
    const fresh = { id: randomUUID() as Operatory['id'], name: 'Op 9', active: true, position: 9 }
    await theirs.call('operatory.put', { ...fresh, expected: null })
    const again = mine.call('operatory.put', { ...fresh, name: 'Op 10', expected: null })
    await expect(again).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { current: fresh } })
    const week = setup.hours.find((one) => one.providerId === providerNamed(setup, 'Kim').id)!
    const shuffled = { ...week, shifts: week.shifts.toReversed() }
    const shorter = { ...week, shifts: week.shifts.slice(1) }
    await theirs.call('hours.put', { ...shorter, expected: shuffled })
    const empty = mine.call('hours.put', { ...week, shifts: [], expected: week })
    await expect(empty).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { current: shorter } })
  })

  test('of the practice clash only in the values that both named', async () => {
    const { setup, mine, theirs } = await openDesks()
    const { name, settings } = setup.practice
    const { minimumNoticeMinutes, onCall, horizonDays } = settings
    await theirs.call('practice.change', { settings: { minimumNoticeMinutes: 5 }, expected: { settings: { minimumNoticeMinutes } } })
    const other = { name: 'Brighter', settings: { horizonDays: 90, onCall: [] }, expected: { name, settings: { horizonDays, onCall } } }
    const changed = await mine.call('practice.change', other)
    expect(changed).toMatchObject({ name: 'Brighter', settings: { horizonDays: 90, minimumNoticeMinutes: 5 } })
    const late = mine.call('practice.change', { settings: { minimumNoticeMinutes: 9 }, expected: { settings: { minimumNoticeMinutes } } })
    await expect(late).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { current: changed } })
  })
})
