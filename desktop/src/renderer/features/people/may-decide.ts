import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { ageOn } from '../../ui/times.ts'

const OF_AGE = 18

/** Whether somebody can decide for another: nobody who is known to be a minor. */
export function mayDecide(one: Pick<Patient, 'birthDate'>, today: LocalDate): boolean {
  const age = ageOn(one.birthDate, today)
  return age === null || age >= OF_AGE
}
