import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import type { Db } from './database.ts'

/** A patient with the numbers and words it is found by. */
export function putPatient(db: Db, patient: Patient): void {
  const nameKey = `${fold(patient.lastName)} ${fold(patient.firstName)}`.trim()
  db.run(
    `insert into patients (id, json, is_merged, name_key, birth_date) values (?, ?, ?, ?, ?) on conflict (id) do update
     set json = excluded.json, is_merged = excluded.is_merged, name_key = excluded.name_key, birth_date = excluded.birth_date`,
    patient.id,
    JSON.stringify(patient),
    patient.mergedIntoId === null ? 0 : 1,
    nameKey,
    patient.birthDate,
  )
  forgetLookUps(db, patient.id)
  // Who was merged into somebody else is found as that person only.
  if (patient.mergedIntoId !== null) return
  for (const { phoneNumber, status } of patient.contactPoints)
    if (status !== 'removed')
      db.run('insert or ignore into contact_points (phone_number, patient_id) values (?, ?)', phoneNumber, patient.id)
  for (const word of new Set(nameKey.split(' ')))
    if (word) db.run('insert into patient_words (word, patient_id) values (?, ?)', word, patient.id)
}

function forgetLookUps(db: Db, patientId: string): void {
  db.run('delete from contact_points where patient_id = ?', patientId)
  db.run('delete from patient_words where patient_id = ?', patientId)
}
