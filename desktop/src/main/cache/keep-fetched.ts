import type { EntityOf } from '@dentalanswer/shared/contract/events.ts'
import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { noteWhole, putTurn } from './call-rows.ts'
import type { Db } from './database.ts'
import { putRow, type TableKind } from './entity-rows.ts'
import { markCallsFrom, markWholeThread } from './marks.ts'
import { putPatient } from './patient-rows.ts'
import { readOne } from './read-rows.ts'
import { refreshThreads } from './thread-rows.ts'

// What was fetched may be older than an event applied while the answer was on its way: it only replaces an older version, and what
// carries no version is only added.

/** Keeps a call that was asked for, with all its turns. */
export function keepCall(db: Db, found: DeskOutput<'call.find'>): void {
  db.transaction(() => {
    const kept = readOne(db, 'calls', found.call.id)
    if (!kept || kept.updatedAt <= found.call.updatedAt) {
      putRow(db, 'calls', found.call)
      if (kept && kept.updatedAt < found.call.updatedAt) db.run('delete from call_turns where call_id = ?', found.call.id)
      for (const turn of found.turns) putTurn(db, turn)
      noteWhole(db, found.call.id)
    }
    addMissing(db, 'changes', found.changes)
    addMissing(db, 'leads', found.leads)
    addMissing(db, 'callbacks', found.callbacks)
    addMissing(db, 'alarms', found.alarms)
  })
}

/** Keeps a patient, the household and all appointments of the patient. */
export function keepPatientHistory(db: Db, found: DeskOutput<'patient.find'>): void {
  db.transaction(() => {
    for (const patient of [found.patient, ...found.household]) keepPatient(db, patient)
    for (const appointment of found.appointments) keepAppointment(db, appointment)
  })
}

/** Keeps an appointment that was asked for, with what machines changed about it. */
export function keepAppointmentFound(db: Db, found: DeskOutput<'appointment.find'>): void {
  db.transaction(() => {
    keepAppointment(db, found.appointment)
    addMissing(db, 'changes', found.changes)
  })
}

/** Keeps the appointments of days that were fetched whole. */
export function keepDays(db: Db, days: LocalDate[], found: DeskOutput<'schedule.range'>): void {
  db.transaction(() => {
    for (const patient of found.patients) keepPatient(db, patient)
    for (const appointment of found.appointments) keepAppointment(db, appointment)
    for (const day of days) db.run('insert or ignore into kept_days (day) values (?)', day)
  })
}

/** Keeps the calls before the oldest that was kept. `isWhole`: there are none before these. */
export function keepOlderCalls(db: Db, calls: Call[], isWhole: boolean): void {
  db.transaction(() => {
    addMissing(db, 'calls', calls)
    const last = calls.at(-1)
    if (isWhole) markCallsFrom(db, null)
    else if (last) markCallsFrom(db, { at: last.createdAt, id: last.id })
  })
}

/** Keeps the texts of a number before the oldest that was kept. `isWhole`: there are none before these. */
export function keepOlderTexts(db: Db, phoneNumber: PhoneNumber, messages: Message[], isWhole: boolean): void {
  db.transaction(() => {
    addMissing(db, 'messages', messages)
    if (isWhole) markWholeThread(db, phoneNumber)
    refreshThreads(
      db,
      messages.map((message) => message.patientNumber),
    )
  })
}

function keepAppointment(db: Db, appointment: Appointment): void {
  const kept = readOne(db, 'appointments', appointment.id)
  if (!kept || kept.version < appointment.version) putRow(db, 'appointments', appointment)
}

function keepPatient(db: Db, patient: Patient): void {
  const kept = readOne(db, 'patients', patient.id)
  if (!kept || kept.version < patient.version) putPatient(db, patient)
}

function addMissing<K extends TableKind>(db: Db, kind: K, entities: EntityOf<K>[]): void {
  for (const one of entities) if (!readOne(db, kind, (one as { id: string }).id)) putRow(db, kind, one)
}
