import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { isReachableOn, patientsOnNumber, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { askPerson } from './ask-person.ts'
import { lastTextTo } from './recent-texts.ts'

const FLAGGED = 'Says it is the wrong number. It is no longer texted; find the right one.'
const FLAGGED_ONE = 'Says it is the wrong number for the patient we wrote about, who is no longer texted there; find the right one.'
const FLAGGED_NOBODY = 'Says it is the wrong number, but not for whom. Nothing was changed; ask who is meant.'

/** Stops texting this number about the patient our newest text was about, also what has not left yet: the dispatcher looks at the card
 *  again. The rest of a household is still reached there. Any answer would tell a stranger that somebody is a patient here, so there is
 *  none. */
export function* markWrongNumber(tx: Tx, message: Message): Work<void> {
  const number = message.patientNumber
  const household = (yield* patientsOnNumber(tx.practiceId, number)).filter((one) => isReachableOn(one, number))
  const named = yield* patientOfLastText(tx, message)
  const meant = named ? household.filter((one) => one.id === named) : household
  if (meant.length > 1 || (meant.length === 0 && household.length > 0)) return void (yield* askPerson(tx, message, FLAGGED_NOBODY))
  for (const patient of meant) yield* flagWrong(tx, patient, message)
  yield* askPerson(tx, message, household.length > 1 ? FLAGGED_ONE : FLAGGED)
}

function* patientOfLastText(tx: Tx, message: Message): Work<string | null> {
  const last = yield* lastTextTo(tx, message.patientNumber)
  if (last?.relatedType !== 'appointment' || last.relatedId === null) return null
  return (yield* tx.find('appointments', last.relatedId))?.patientId ?? null
}

function* flagWrong(tx: Tx, patient: Patient, message: Message): Work<void> {
  const contactPoints = patient.contactPoints.map((one) =>
    one.phoneNumber === message.patientNumber ? { ...one, status: 'wrong_number' as const } : one,
  )
  yield* updatePatient(tx, { ...patient, contactPoints })
  yield* tx.audit({ action: 'contact.wrong_number', subjectType: 'patient', subjectId: patient.id, detail: { messageId: message.id } })
}
