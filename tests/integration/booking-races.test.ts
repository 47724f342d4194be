import { createDeps } from '@dentalanswer/relay/src/deps.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { TimeRefusal } from '@dentalanswer/shared/contract/times.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { expect, onTestFinished, test } from 'vitest'
import { at, bookByMachine, operatoryNamed, patiently, providerNamed, typeNamed } from '../support/desk-samples.ts'
import { engine } from '../support/test-store.ts'
import { openWorld, type PracticeWorld } from '../support/world.ts'

type Row = { id: string; status: string; provider_id: string; operatory_id: string; patient_id: string; [time: string]: string }

/** Nobody and nothing is in two places at once, whatever the claims say. */
async function expectNobodyTwice(world: PracticeWorld): Promise<Row[]> {
  const booked = (await world.rows<Row>('appointments')).filter((one) => one.status === 'booked')
  for (const one of booked)
    for (const other of booked) {
      if (one.id >= other.id) continue
      const meet = one.starts_at! < other.ends_at! && other.starts_at! < one.ends_at!
      const inRoom = one.starts_at! < other.released_at! && other.starts_at! < one.released_at!
      expect(meet && one.provider_id === other.provider_id).toBe(false)
      expect(meet && one.patient_id === other.patient_id).toBe(false)
      expect(inRoom && one.operatory_id === other.operatory_id).toBe(false)
    }
  return booked
}

const fifty = async (world: PracticeWorld): Promise<Patient[]> =>
  Promise.all(
    Array.from({ length: 50 }, (_, n) => world.addPatient({ firstName: 'Pat', lastName: `Number ${n}`, phone: `+151255501${10 + n}` })),
  )

const refusals = (settled: PromiseSettledResult<Appointment>[]): DeskError[] =>
  settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as DeskError] : []))

test('of fifty desks that want one time, one gets it and 49 are told so with open times nearby', async () => {
  const world = await openWorld()
  const setup = await world.setup()
  const patients = await fifty(world)
  const { client } = await world.pair()
  const wanted = { appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-03 09:00'), sendText: false }
  const settled = await Promise.allSettled(
    patients.map((one) => patiently((key) => client.call('appointment.book', { ...wanted, patientId: one.id }, key))),
  )
  const refused = refusals(settled)
  expect(refused).toHaveLength(49)
  for (const error of refused) {
    expect(error.code).toBe('SLOT_TAKEN')
    const { conflicts, alternatives } = TimeRefusal.parse(error.details)
    expect(conflicts).toEqual(['PROVIDER_BUSY', 'OPERATORY_BUSY'])
    expect(alternatives.map((one) => one.startsAt)).toEqual([at('03-03 08:00'), at('03-03 10:00'), at('03-03 10:15')])
  }
  expect(await expectNobodyTwice(world)).toHaveLength(1)
})

test('of fifty callers who want one time, one gets it and 49 hear other times', async () => {
  const world = await openWorld()
  const calls = await Promise.all(Array.from({ length: 50 }, (_, n) => world.call({ from: `+151255502${10 + n}` })))
  const book = async (n: number): Promise<string> => {
    const asked = await calls[n]!.tool(
      'book-appointment',
      {
        firstName: 'Pat',
        lastName: `Number${'abcdefghijklmnopqrstuvwxy'[n % 25]}${n < 25 ? 'x' : 'y'}`,
        birthDate: 'April 12th 1988',
        appointmentType: 'cleaning',
        startsAt: 'Wednesday, March eleventh, at nine in the morning',
      },
      { toolCallId: `book-${n}` },
    )
    const line = asked.results[0]?.result ?? ''
    // The busy store did not take it; the same tool call again is the same request.
    return line.includes('could not do that just now') ? book(n) : line
  }
  const lines = await Promise.all(calls.map((_, n) => book(n)))
  expect(lines.filter((line) => line.startsWith('Booked:'))).toHaveLength(1)
  expect(lines.filter((line) => /^That time .*The nearest I have is /.test(line))).toHaveLength(49)
  expect(await expectNobodyTwice(world)).toHaveLength(1)
})

test('one patient cannot be in two chairs, however many ask at once', async () => {
  const world = await openWorld()
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const types = ['Cleaning', 'Filling', 'Emergency visit'].map((name) => typeNamed(setup, name).id)
  const settled = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      patiently(() => bookByMachine(world.ctx, { patientId: ana.id, appointmentTypeId: types[n % 3]!, startsAt: at('03-03 09:00') })),
    ),
  )
  const codes = refusals(settled).map((error) => error.code)
  expect(codes).toEqual(Array.from({ length: 29 }, () => 'SLOT_TAKEN'))
  expect(await expectNobodyTwice(world)).toHaveLength(1)
})

test('one operatory holds one visit and its turnover, whoever treats', async () => {
  const world = await openWorld()
  const setup = await world.setup()
  const patients = await fifty(world)
  const operatoryId = operatoryNamed(setup, 'Op 1').id
  const { client } = await world.pair()
  const settled = await Promise.allSettled(
    patients.slice(0, 20).map((one, n) =>
      client.call('appointment.book', {
        patientId: one.id,
        appointmentTypeId: typeNamed(setup, 'Filling').id,
        startsAt: at(n % 2 ? '03-03 09:00' : '03-03 09:30'),
        providerId: providerNamed(setup, n % 4 < 2 ? 'Patel' : 'Ruiz').id,
        operatoryId,
      }),
    ),
  )
  expect(refusals(settled).map((error) => error.code)).toEqual(Array.from({ length: 19 }, () => 'SLOT_TAKEN'))
  await expectNobodyTwice(world)
})

test('bookings, moves and cancellations that cross each other never leave anybody twice', async () => {
  const world = await openWorld()
  const setup = await world.setup()
  const patients = await fifty(world)
  const { client } = await world.pair()
  const appointmentTypeId = typeNamed(setup, 'Filling').id
  const time = (n: number) => at(`03-03 ${['09:00', '09:15', '09:30', '09:45', '10:00', '10:30', '11:00'][n % 7]}`)
  const visits = (
    await Promise.allSettled(
      patients.map((one, n) => bookByMachine(world.ctx, { patientId: one.id, appointmentTypeId, startsAt: time(n) })),
    )
  ).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(visits.length).toBeGreaterThan(2)
  const crossing = Array.from({ length: 120 }, (_, n) => {
    const appointmentId = visits[n % visits.length]!.id
    if (n % 3 === 0) return client.call('appointment.move', { appointmentId, startsAt: time(n + 3), sendText: false })
    if (n % 11 === 0) return client.call('appointment.cancel', { appointmentId, reason: 'test', sendText: false })
    return bookByMachine(world.ctx, { patientId: patients[n % 50]!.id, appointmentTypeId, startsAt: time(n * 5) })
  })
  await Promise.allSettled(crossing)
  const booked = await expectNobodyTwice(world)
  const claims = await world.rows<{ appointment_id: string }>('claims')
  expect(new Set(claims.map((one) => one.appointment_id))).toEqual(new Set(booked.map((one) => one.id)))
})

test.runIf(engine === 'postgres')('of fifty who ask two relays on one database, one gets the time', async () => {
  const world = await openWorld()
  const second = createDeps(world.deps.config, { clock: world.clock, store: openStore(world.testStore.address) })
  onTestFinished(async () => {
    second.feed.close()
    await second.store.close()
  })
  const setup = await world.setup()
  const patients = await fifty(world)
  const appointmentTypeId = typeNamed(setup, 'Cleaning').id
  const settled = await Promise.allSettled(
    patients.map((one, n) =>
      patiently(() =>
        bookByMachine(n % 2 ? { ...world.ctx, ...second.base } : world.ctx, {
          patientId: one.id,
          appointmentTypeId,
          startsAt: at('03-03 09:00'),
        }),
      ),
    ),
  )
  expect(refusals(settled).map((error) => error.code)).toEqual(Array.from({ length: 49 }, () => 'SLOT_TAKEN'))
  expect(await expectNobodyTwice(world)).toHaveLength(1)
})
