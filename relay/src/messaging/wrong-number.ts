import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { isReachableOn, patientsOnNumber, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { askPerson } from './ask-person.ts'

/** Stops texting this number about its patients, also what has not left yet: the dispatcher looks at the card again. Any answer would
 *  tell a stranger that somebody is a patient here, so there is none. */
export function* markWrongNumber(tx: Tx, message: Message): Work<void> {
  for (const patient of yield* patientsOnNumber(tx.practiceId, message.patientNumber))
    if (isReachableOn(patient, message.patientNumber)) yield* flagWrong(tx, patient, message)
  yield* askPerson(tx, message, 'Says it is the wrong number. It is no longer texted; find the right one.')
}

function* flagWrong(tx: Tx, patient: Patient, message: Message): Work<void> {
  const contactPoints = patient.contactPoints.map((one) =>
    one.phoneNumber === message.patientNumber ? { ...one, status: 'wrong_number' as const } : one,
  )
  yield* updatePatient(tx, { ...patient, contactPoints })
  yield* tx.audit({ action: 'contact.wrong_number', subjectType: 'patient', subjectId: patient.id, detail: { messageId: message.id } })
}
