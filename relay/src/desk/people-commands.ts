import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { ContactPoint, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { promiseCallback } from '../calls/promise-callback.ts'
import { mergePatients } from '../patients/merge-patients.ts'
import { findDevice, updateDevice } from '../store/devices.ts'
import { findPatient, insertPatient, requireCurrentPatient, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { Commands } from './desk-context.ts'
import { noteAfter } from './note-after.ts'

type PeopleCommands = Pick<
  Commands,
  | 'patient.create'
  | 'patient.change'
  | 'contact.add'
  | 'contact.remove'
  | 'patient.merge'
  | 'lead.change'
  | 'lead.close'
  | 'callback.create'
  | 'callback.change'
  | 'callback.close'
  | 'alarm.acknowledge'
  | 'device.revoke'
>

const MOST_NUMBERS = 20

export const peopleCommands: PeopleCommands = {
  *'patient.create'(tx, input) {
    yield* requireGuardian(tx, input.guardianId ?? null)
    const patient = yield* insertPatient(tx, {
      id: tx.newId<PatientId>(),
      firstName: input.firstName,
      lastName: input.lastName,
      birthDate: input.birthDate ?? null,
      language: input.language ?? 'en',
      isNew: true,
      guardianId: input.guardianId ?? null,
      note: input.note ?? '',
      contactPoints: newContacts(input.contactPoints),
      source: 'desk',
      mergedIntoId: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    yield* tx.audit({ action: 'patient.created', subjectType: 'patient', subjectId: patient.id, detail: { by: input.by } })
    tx.emit('patient.changed')
    return patient
  },
  *'patient.change'(tx, { patientId, expectedVersion, by, ...change }) {
    const before = yield* requireCurrentPatient(tx.practiceId, patientId)
    if (expectedVersion !== undefined && before.version !== expectedVersion)
      throw new DeskError('CHANGED_MEANWHILE', 'Somebody changed this patient meanwhile.', { details: { patient: before } })
    yield* requireGuardian(tx, change.guardianId ?? null)
    if (change.guardianId === patientId) throw new DeskError('BAD_INPUT', 'Nobody is their own guardian.')
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    return yield* savePatient(tx, before, { ...before, ...given }, by)
  },
  *'patient.merge'(tx, input) {
    return yield* mergePatients(tx, input)
  },
  *'contact.add'(tx, { patientId, by, ...contact }) {
    const before = yield* requireCurrentPatient(tx.practiceId, patientId)
    const others = before.contactPoints
      .filter((one) => one.phoneNumber !== contact.phoneNumber)
      .map((one) => ({ ...one, isPrimary: one.isPrimary && !contact.isPrimary }))
    if (others.length >= MOST_NUMBERS)
      throw new DeskError('BAD_INPUT', `A patient can have at most ${MOST_NUMBERS} numbers, removed ones included.`)
    return yield* savePatient(tx, before, { ...before, contactPoints: [...others, { ...contact, status: 'active' }] }, by)
  },
  *'contact.remove'(tx, { patientId, phoneNumber, by }) {
    const before = yield* requireCurrentPatient(tx.practiceId, patientId)
    const known = before.contactPoints.find((one) => one.phoneNumber === phoneNumber)
    if (!known) throw new DeskError('NOT_FOUND', 'This patient does not have that number.')
    if (known.status === 'removed') return before
    const contactPoints = before.contactPoints.map((one) =>
      one.phoneNumber === phoneNumber ? { ...one, status: 'removed' as const, isPrimary: false } : one,
    )
    return yield* savePatient(tx, before, { ...before, contactPoints }, by)
  },
  *'lead.change'(tx, { leadId, owner, snoozedUntil, ...given }) {
    const before = yield* tx.require('leads', leadId)
    const next: Lead = {
      ...before,
      owner: owner === undefined ? before.owner : owner || null,
      snoozedUntil: snoozedUntil === undefined ? before.snoozedUntil : snoozedUntil,
      note: noteAfter(before.note, given),
    }
    if (next.owner === before.owner && next.snoozedUntil === before.snoozedUntil && next.note === before.note) return before
    yield* tx.update('leads', next)
    yield* tx.audit({ action: 'lead.changed', subjectType: 'lead', subjectId: leadId })
    tx.emit('lead.changed')
    return next
  },
  *'lead.close'(tx, { leadId, outcome }) {
    const lead = yield* tx.require('leads', leadId)
    if (lead.status === 'done') return lead
    const done = yield* tx.update('leads', { ...lead, status: 'done', outcome, doneAt: tx.now })
    yield* tx.audit({ action: 'lead.closed', subjectType: 'lead', subjectId: leadId })
    tx.emit('lead.changed')
    return done
  },
  *'callback.create'(tx, input) {
    if (input.patientId) yield* requireCurrentPatient(tx.practiceId, input.patientId)
    const callback = yield* promiseCallback(tx, {
      ...input,
    })
    yield* tx.audit({ action: 'callback.promised', subjectType: 'callback', subjectId: callback.id })
    tx.emit('callback.changed')
    return callback
  },
  *'callback.change'(tx, { callbackId, dueAt, owner, ...given }) {
    const callback = yield* tx.require('callbacks', callbackId)
    const changed = yield* tx.update('callbacks', {
      ...callback,
      dueAt: dueAt ?? callback.dueAt,
      owner: owner === undefined ? callback.owner : owner,
      note: noteAfter(callback.note, given),
    })
    yield* tx.audit({ action: 'callback.changed', subjectType: 'callback', subjectId: callbackId })
    tx.emit('callback.changed')
    return changed
  },
  *'callback.close'(tx, { callbackId, outcome }) {
    const callback = yield* tx.require('callbacks', callbackId)
    if (callback.status === 'done') return callback
    const done = yield* tx.update('callbacks', { ...callback, status: 'done', outcome, doneAt: tx.now })
    yield* tx.audit({ action: 'callback.closed', subjectType: 'callback', subjectId: callbackId })
    tx.emit('callback.changed')
    return done
  },
  *'alarm.acknowledge'(tx, { alarmId, by }) {
    const alarm = yield* tx.require('alarms', alarmId)
    // Acknowledging at one desk quiets all; the first one counts.
    if (alarm.acknowledgedAt !== null) return alarm
    const acknowledged = yield* tx.update('alarms', {
      ...alarm,
      acknowledgedAt: tx.now,
      acknowledgedBy: by || tx.actor.id,
      nextStepAt: null,
    })
    yield* tx.audit({ action: 'alarm.acknowledged', subjectType: 'alarm', subjectId: alarmId, detail: { by } })
    tx.emit('alarm.changed')
    return acknowledged
  },
  *'device.revoke'(tx, { deviceId }) {
    const device = yield* findDevice(tx.practiceId, deviceId)
    if (!device) throw new DeskError('NOT_FOUND', 'There is no such desk.')
    if (device.revokedAt !== null) return device
    const revoked = yield* updateDevice(tx, { ...device, revokedAt: tx.now })
    yield* tx.audit({ action: 'device.revoked', subjectType: 'device', subjectId: deviceId })
    tx.emit('device.changed')
    return revoked
  },
}

/** In the order the store gives them back. A number named twice would be one row. */
function newContacts(given: Pick<ContactPoint, 'phoneNumber' | 'label' | 'isPrimary'>[]): ContactPoint[] {
  const numbers = new Set(given.map((one) => one.phoneNumber))
  if (numbers.size < given.length) throw new DeskError('BAD_INPUT', 'The same number is there twice.')
  const primary = given.find((one) => one.isPrimary)
  return given
    .map((one): ContactPoint => ({ ...one, isPrimary: one === primary, status: 'active' }))
    .sort((a, b) => (a.phoneNumber < b.phoneNumber ? -1 : 1))
}

function* requireGuardian(tx: Tx, guardianId: PatientId | null): Work<void> {
  if (!guardianId) return
  const guardian = yield* findPatient(tx.practiceId, guardianId)
  if (!guardian || guardian.mergedIntoId !== null) throw new DeskError('NOT_FOUND', 'That guardian is not a patient here.')
}

function* savePatient(tx: Tx, before: Patient, next: Patient, by: string): Work<Patient> {
  const after = yield* updatePatient(tx, next)
  yield* tx.audit({ action: 'patient.changed', subjectType: 'patient', subjectId: after.id, detail: { before, after, by } })
  tx.emit('patient.changed')
  return after
}
