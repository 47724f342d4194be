import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { ContactPoint, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import type { Column } from './columns.ts'
import { snakeCase } from './entity-table.ts'
import { contactPointColumns, patientColumns } from './tables.ts'
import type { Tx } from './transaction.ts'
import { all, ask, query, type Row, run, type SqlValue, statement, type Work } from './work.ts'

type Own = Omit<Patient, 'contactPoints'>
const fields = Object.keys(patientColumns) as (keyof Own)[]
const contactFields = Object.keys(contactPointColumns) as (keyof ContactPoint)[]

function readFields<E>(columns: object, names: (keyof E & string)[], row: Row): E {
  const codecs = columns as Record<string, Column<unknown>>
  return Object.fromEntries(names.map((name) => [name, codecs[name]!.read(row[snakeCase(name)] as SqlValue)])) as E
}

function writeFields<E extends object>(columns: object, names: (keyof E & string)[], entity: E): Record<string, SqlValue> {
  const codecs = columns as Record<string, Column<unknown>>
  return Object.fromEntries(names.map((name) => [snakeCase(name), codecs[name]!.write(entity[name])]))
}

const insert = statement((db, p: Record<string, SqlValue>) =>
  db
    .insertInto('patients')
    .values(Object.fromEntries(['practice_id', 'name_key', ...fields.map(snakeCase)].map((name) => [name, p[name]])) as never),
)
const update = statement((db, p: Record<string, SqlValue>) =>
  db
    .updateTable('patients')
    .set(Object.fromEntries(['name_key', ...fields.filter((name) => name !== 'id').map(snakeCase)].map((name) => [name, p[name]])) as never)
    .where('practice_id', '=', p.practice_id as string)
    .where('id', '=', p.id as string),
)
const byId = statement((db, p: { practiceId: string; id: string }) =>
  db.selectFrom('patients').selectAll().where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)
const contactsOf = statement((db, p: { practiceId: string; id: string }) =>
  db
    .selectFrom('contact_points')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_id', '=', p.id)
    .orderBy('phone_number'),
)
const onNumber = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db
    .selectFrom('patients')
    .innerJoin('contact_points as c', (join) =>
      join.onRef('c.practice_id', '=', 'patients.practice_id').onRef('c.patient_id', '=', 'patients.id'),
    )
    .selectAll('patients')
    .where('c.practice_id', '=', p.practiceId)
    .where('c.phone_number', '=', p.phoneNumber)
    .where('c.status', '!=', 'removed')
    .where('patients.merged_into_id', 'is', null)
    .orderBy('patients.id'),
)
const putContact = statement(
  (db, p: { practiceId: string; patientId: string; phoneNumber: string; label: string; isPrimary: number; status: string }) =>
    db
      .insertInto('contact_points')
      .values({
        practice_id: p.practiceId,
        patient_id: p.patientId,
        phone_number: p.phoneNumber,
        label: p.label,
        is_primary: p.isPrimary,
        status: p.status,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['practice_id', 'phone_number', 'patient_id'])
          .doUpdateSet({ label: p.label, is_primary: p.isPrimary, status: p.status }),
      ),
)

function* withContacts(practiceId: string, rows: Row[]): Work<Patient[]> {
  const patients: Patient[] = []
  for (const row of rows) {
    const contacts = yield* all(contactsOf, { practiceId, id: row.id as string })
    const contactPoints = contacts.map((contact) => readFields<ContactPoint>(contactPointColumns, contactFields, contact as Row))
    patients.push({ ...readFields<Own>(patientColumns, fields, row), contactPoints })
  }
  return patients
}

export function* findPatient(practiceId: string, id: string): Work<Patient | null> {
  const rows = yield* all(byId, { practiceId, id })
  return (yield* withContacts(practiceId, rows as Row[]))[0] ?? null
}

export function* requirePatient(practiceId: string, id: string): Work<Patient> {
  const patient = yield* findPatient(practiceId, id)
  if (!patient) throw new DeskError('NOT_FOUND', 'That patient no longer exists, or never did.')
  return patient
}

/** A patient whose record may still change: one that was merged into another is only a pointer. Throws `NOT_FOUND`, `CHANGED_MEANWHILE`. */
export function* requireCurrentPatient(practiceId: string, id: string): Work<Patient> {
  const patient = yield* requirePatient(practiceId, id)
  if (patient.mergedIntoId !== null)
    throw new DeskError('CHANGED_MEANWHILE', 'This record was merged into another one of the same patient. Use that one.', {
      details: { mergedIntoId: patient.mergedIntoId },
    })
  return patient
}

export function* findPatients(practiceId: string, ids: string[]): Work<Patient[]> {
  const found: Patient[] = []
  for (let at = 0; at < ids.length; at += SNAPSHOT_PAGE) {
    const page = ids.slice(at, at + SNAPSHOT_PAGE)
    const rows = yield* ask(
      query((db) => db.selectFrom('patients').selectAll().where('practice_id', '=', practiceId).where('id', 'in', page).orderBy('id')),
    )
    found.push(...(yield* withContacts(practiceId, rows as Row[])))
  }
  return found
}

/** Everyone who can be reached on a number: a household, never one patient. Also those it was a wrong number for; nobody who was merged
 *  into another record. */
export function* patientsOnNumber(practiceId: string, phoneNumber: PhoneNumber): Work<Patient[]> {
  return yield* withContacts(practiceId, (yield* all(onNumber, { practiceId, phoneNumber })) as Row[])
}

export function isReachableOn(patient: Patient, phoneNumber: PhoneNumber): boolean {
  return patient.contactPoints.some((contact) => contact.phoneNumber === phoneNumber && contact.status === 'active')
}

/** The number that texts about this patient go to; null when there is none. */
export function textNumberOf(patient: Patient): PhoneNumber | null {
  const active = patient.contactPoints.filter((contact) => contact.status === 'active')
  return (active.find((contact) => contact.isPrimary) ?? active[0])?.phoneNumber ?? null
}

export function nameKey(patient: Pick<Patient, 'firstName' | 'lastName'>): string {
  return `${fold(patient.lastName)} ${fold(patient.firstName)}`.trim()
}

/** Patients whose folded name holds every word, or with this birth date or number; by name, at most `limit`. */
export function* searchPatients(
  practiceId: string,
  by: { words: string[]; birthDate: string | null; digits: string | null },
  limit: number,
): Work<Patient[]> {
  const rows = yield* ask(
    query((db) => {
      let search = db.selectFrom('patients').selectAll().where('practice_id', '=', practiceId).where('merged_into_id', 'is', null)
      for (const word of by.words)
        search = search.where((eb) => eb.or([eb('name_key', 'like', `${word}%`), eb('name_key', 'like', `% ${word}%`)]))
      if (by.birthDate) search = search.where('birth_date', '=', by.birthDate)
      if (by.digits)
        search = search.where('id', 'in', (inner) =>
          inner
            .selectFrom('contact_points')
            .select('patient_id')
            .where('practice_id', '=', practiceId)
            .where('phone_number', 'like', `%${by.digits}%`)
            .where('status', '!=', 'removed'),
        )
      return search.orderBy('name_key').orderBy('id').limit(limit)
    }),
  )
  return yield* withContacts(practiceId, rows as Row[])
}

const SNAPSHOT_PAGE = 500

/** All patients of a practice but those merged into another, in id order, in pages: two queries a page instead of one per patient. */
export function* listPatients(practiceId: string): Work<Patient[]> {
  const everyone: Patient[] = []
  const contactRows = yield* ask(
    query((db) => db.selectFrom('contact_points').selectAll().where('practice_id', '=', practiceId).orderBy('phone_number')),
  )
  const contacts = Map.groupBy(contactRows, (row) => row.patient_id)
  for (let last = ''; ; ) {
    const rows = yield* ask(
      query((db) =>
        db
          .selectFrom('patients')
          .selectAll()
          .where('practice_id', '=', practiceId)
          .where('merged_into_id', 'is', null)
          .where('id', '>', last)
          .orderBy('id')
          .limit(SNAPSHOT_PAGE),
      ),
    )
    for (const row of rows)
      everyone.push({
        ...readFields<Own>(patientColumns, fields, row as Row),
        contactPoints: (contacts.get(row.id) ?? []).map((contact) =>
          readFields<ContactPoint>(contactPointColumns, contactFields, contact as Row),
        ),
      })
    if (rows.length < SNAPSHOT_PAGE) return everyone
    last = rows.at(-1)!.id
  }
}

function* putContacts(practiceId: string, patient: Patient): Work<void> {
  for (const contact of patient.contactPoints)
    yield* run(putContact, {
      practiceId,
      patientId: patient.id,
      phoneNumber: contact.phoneNumber,
      label: contact.label,
      isPrimary: contact.isPrimary ? 1 : 0,
      status: contact.status,
    })
}

function recordPatient(tx: Tx, patient: Patient): Patient {
  tx.record('patients', patient, (other) => other.id === patient.id)
  return patient
}

export function* insertPatient(tx: Tx, patient: Patient): Work<Patient> {
  const row = { practice_id: tx.practiceId, name_key: nameKey(patient), ...writeFields<Own>(patientColumns, fields, patient) }
  yield* run(insert, row)
  yield* putContacts(tx.practiceId, patient)
  return recordPatient(tx, patient)
}

/** Writes the patient and its numbers; a number left out of `contactPoints` stays as it is, set it to `removed` to drop it. */
export function* updatePatient(tx: Tx, patient: Patient): Work<Patient> {
  const next: Patient = { ...patient, version: patient.version + 1, updatedAt: tx.now }
  yield* run(update, { practice_id: tx.practiceId, name_key: nameKey(next), ...writeFields<Own>(patientColumns, fields, next) })
  yield* putContacts(tx.practiceId, next)
  return recordPatient(tx, yield* requirePatient(tx.practiceId, next.id as PatientId))
}
