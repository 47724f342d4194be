import { bookAppointment } from '@dentalanswer/relay/src/booking/book-appointment.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { AlarmId, CallbackId, LeadId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { at, bookByMachine, typeNamed } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

const OLD = '+15125550199' as PhoneNumber
const NEW = '+15125550177' as PhoneNumber

/** Ana was entered twice: the older record under one number, a newer one under another. */
async function anaTwice(newer: Partial<Patient> = {}) {
  const world = await openWorld()
  const { client } = await world.pair()
  const setup = await world.setup()
  const typeId = typeNamed(setup, 'Filling').id
  const old = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: OLD })
  await client.call('patient.change', { patientId: old.id, note: 'Premedication' })
  const made = await client.call('patient.create', {
    firstName: 'Anna',
    lastName: 'Garcia',
    note: 'Prefers mornings',
    contactPoints: [
      { phoneNumber: NEW, label: 'work', isPrimary: true },
      { phoneNumber: OLD, label: 'mobile', isPrimary: false },
    ],
    ...newer,
  })
  const book = (patientId: PatientId, startsAt: string) =>
    client.call('appointment.book', { patientId, appointmentTypeId: typeId, startsAt: at(startsAt), sendText: false })
  const merge = (more: object = {}) => client.call('patient.merge', { keepId: old.id, mergeId: made.id, ...more })
  return { world, client, setup, typeId, old, made, book, merge }
}

describe('merging two records of one person', () => {
  test('moves visits, numbers and notes to the kept record, and points the other at it', async () => {
    const { world, client, old, made, book, merge } = await anaTwice()
    const visit = await book(made.id, '03-03 09:00')
    const kept = await merge()
    expect(kept).toMatchObject({
      id: old.id,
      firstName: 'Ana',
      birthDate: '1988-04-12',
      note: 'Premedication\nPrefers mornings',
      mergedIntoId: null,
      contactPoints: [
        { phoneNumber: NEW, label: 'work', isPrimary: false, status: 'active' },
        { phoneNumber: OLD, label: 'mobile', isPrimary: true, status: 'active' },
      ],
    })
    const found = await client.call('patient.find', { patientId: old.id })
    expect(found.appointments).toMatchObject([{ id: visit.id, patientId: old.id, version: visit.version + 1 }])
    expect((await client.call('patient.find', { patientId: made.id })).patient).toMatchObject({ mergedIntoId: old.id })
    const claims = await world.rows<{ kind: string; resource_id: string }>('claims')
    expect(new Set(claims.filter((one) => one.kind === 'patient').map((one) => one.resource_id))).toEqual(new Set([old.id]))
  })

  test('tells every desk all of it in one event, and both histories tell of it', async () => {
    const { world, client, old, made, book, merge } = await anaTwice()
    const visit = await book(made.id, '03-03 09:00')
    await merge()
    const event = (await world.events()).at(-1)!
    expect(event.type).toBe('patient.changed')
    expect(event.changed.appointments).toMatchObject([{ id: visit.id, patientId: old.id }])
    expect(event.changed.patients?.map((one) => [one.id, one.mergedIntoId]).sort()).toEqual(
      [
        [old.id, null],
        [made.id, old.id],
      ].sort(),
    )
    const actions = async (patientId: PatientId) => (await client.call('patient.find', { patientId })).audit.map((line) => line.action)
    expect(await actions(old.id)).toContain('patient.merged')
    expect(await actions(made.id)).toContain('patient.merged_away')
  })

  test('hides the merged record from search, household, snapshot and callers', async () => {
    const { world, client, old, made, book, merge, typeId } = await anaTwice({ birthDate: '1988-04-12' as LocalDate })
    await book(made.id, '03-03 09:00')
    await merge()
    const ids = (patients: Patient[]) => patients.map((one) => one.id)
    for (const text of ['garcia', 'anna', '1988-04-12', '5550177'])
      expect(ids(await client.call('patient.search', { text })), text).toEqual(text === 'anna' ? [] : [old.id])
    expect(ids((await client.call('household.find', { phoneNumber: NEW })).patients)).toEqual([old.id])
    expect(ids((await client.call('snapshot.take', {})).entities.patients ?? [])).toEqual([old.id])
    const again = client.call('appointment.book', { patientId: made.id, appointmentTypeId: typeId, startsAt: at('03-04 09:00') })
    await expect(again).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', details: { mergedIntoId: old.id } })
    const call = await world.call({ from: NEW })
    const mine = await call.tool('find-appointments', { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' })
    expect(mine.results[0]?.result).toContain('Tuesday')
  })

  test('carries leads, callbacks, alarms, calls and children along, and answers the question of a double', async () => {
    const { world, client, old, made, merge } = await anaTwice()
    const about = { patientId: made.id, phoneNumber: NEW, callId: null, messageId: null }
    const open = { note: '', status: 'open' as const, outcome: null, doneAt: null }
    const child = await client.call('patient.create', { firstName: 'Leo', lastName: 'Garcia', guardianId: made.id })
    const lead = (kind: 'rebook' | 'possible_duplicate') => ({
      ...about,
      ...open,
      kind,
      appointmentId: null,
      owner: null,
      snoozedUntil: null,
    })
    await write(world.ctx, 'test', function* (tx) {
      yield* tx.insert('leads', { ...lead('rebook'), id: tx.newId<LeadId>(), reason: 'Rebook', createdAt: tx.now })
      yield* tx.insert('leads', { ...lead('possible_duplicate'), id: tx.newId<LeadId>(), reason: 'One or two?', createdAt: tx.now })
      yield* tx.insert('callbacks', {
        ...about,
        ...open,
        id: tx.newId<CallbackId>(),
        callerName: null,
        reason: 'Insurance',
        urgency: 'routine',
        dueAt: tx.now,
        owner: null,
        createdAt: tx.now,
      })
      yield* tx.insert('alarms', {
        ...about,
        id: tx.newId<AlarmId>(),
        description: 'Swelling',
        matched: [],
        callerName: null,
        raisedAt: tx.now,
        ladderStep: 0,
        nextStepAt: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
      })
      tx.emit('lead.changed')
    })
    await merge()
    for (const table of ['leads', 'callbacks', 'alarms'])
      for (const row of await world.rows<{ patient_id: string }>(table)) expect(row.patient_id, table).toBe(old.id)
    expect((await client.call('patient.find', { patientId: child.id })).patient.guardianId).toBe(old.id)
    const leads = await world.rows<{ kind: string; status: string; outcome: string | null }>('leads')
    expect(leads.find((one) => one.kind === 'possible_duplicate')).toMatchObject({ status: 'done', outcome: 'Merged into one record' })
    expect(leads.find((one) => one.kind === 'rebook')).toMatchObject({ status: 'open' })
  })

  test('is refused while both are booked at one time, and changes nothing then', async () => {
    const { world, client, old, made, typeId, merge } = await anaTwice()
    const [patel, kim] = (await world.setup()).providers
    const booked = []
    for (const [patientId, providerId] of [
      [old.id, patel!.id],
      [made.id, kim!.id],
    ] as const)
      booked.push(
        await client.call('appointment.book', {
          patientId,
          appointmentTypeId: typeId,
          providerId,
          startsAt: at('03-03 09:00'),
          overbookReason: 'Test',
          sendText: false,
        }),
      )
    const before = JSON.stringify([await world.rows('patients'), await world.rows('claims'), await world.rows('appointments')])
    await expect(merge()).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
      message: 'Both are booked at the same time. Cancel or move one of the visits first.',
      details: { appointmentIds: expect.arrayContaining(booked.map((one) => one.id)) },
    })
    expect(JSON.stringify([await world.rows('patients'), await world.rows('claims'), await world.rows('appointments')])).toBe(before)
    await client.call('appointment.cancel', { appointmentId: booked[1]!.id, reason: 'Double', sendText: false })
    expect(await merge()).toMatchObject({ id: old.id })
  })

  test('with two different birth dates needs to be said twice', async () => {
    const { old, merge } = await anaTwice({ birthDate: '1989-04-12' as LocalDate })
    await expect(merge()).rejects.toMatchObject({ code: 'BIRTH_DATES_DIFFER', details: { birthDates: ['1988-04-12', '1989-04-12'] } })
    expect(await merge({ evenIfBirthDatesDiffer: true })).toMatchObject({ id: old.id, birthDate: '1988-04-12' })
  })

  test('repeats harmlessly, and refuses itself, a merged record and somebody of another practice', async () => {
    const { world, client, old, made, merge } = await anaTwice()
    const kept = await merge()
    const before = (await world.events()).length
    expect(await merge()).toEqual(kept)
    expect(await world.events()).toHaveLength(before)
    const third = await client.call('patient.create', { firstName: 'Ann', lastName: 'Garcia' })
    const refused = (keepId: PatientId, mergeId: PatientId) => client.call('patient.merge', { keepId, mergeId })
    await expect(refused(old.id, old.id)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(refused(third.id, made.id)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(refused(made.id, third.id)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const other = await world.addPractice()
    const theirs = await other.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: OLD })
    await expect(refused(old.id, theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(refused(theirs.id, old.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await other.rows<{ merged_into_id: string | null }>('patients')).toMatchObject([{ merged_into_id: null }])
  })

  test('joins a chain: what was merged once goes along when its keeper is merged', async () => {
    const { client, old, merge } = await anaTwice()
    await merge()
    const third = await client.call('patient.create', { firstName: 'Ann', lastName: 'Garcia' })
    expect(await client.call('patient.merge', { keepId: third.id, mergeId: old.id })).toMatchObject({ birthDate: '1988-04-12' })
    expect(await client.call('patient.search', { text: 'garcia' })).toMatchObject([{ id: third.id }])
  })

  test('keeps what the other booked from being undone into a record that is gone', async () => {
    const { world, client, made, typeId, merge } = await anaTwice()
    const visit = await bookByMachine(world.ctx, { patientId: made.id, appointmentTypeId: typeId, startsAt: at('03-04 09:00') })
    await merge()
    const { changes } = await client.call('appointment.find', { appointmentId: visit.id })
    await expect(client.call('change.undo', { changeId: changes[0]!.id })).rejects.toMatchObject({ code: 'NOT_UNDOABLE' })
  })

  test('and a booking for the other at once: the visit is the kept one’s, or it is refused', async () => {
    const { world, client, old, made, typeId, merge } = await anaTwice()
    const wanted = { patientId: made.id, appointmentTypeId: typeId, startsAt: at('03-05 09:00') }
    await Promise.allSettled([
      merge(),
      write({ ...world.ctx, actor: { kind: 'voice', id: null } }, 'book', (tx) =>
        bookAppointment(tx, {
          ...wanted,
          providerId: null,
          operatoryId: null,
          note: '',
          bookedBy: 'voice',
          callId: null,
          overbookReason: null,
          why: { rule: 'booked-in-call', matched: [] },
        }),
      ),
    ])
    const visits = await world.rows<{ patient_id: string }>('appointments')
    expect(visits.filter((one) => one.patient_id !== old.id)).toEqual([])
    expect((await client.call('patient.find', { patientId: made.id })).patient.mergedIntoId).toBe(old.id)
  })
})
