import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

export type NameGiven = { firstName: string; lastName: string }

/** The same written name, apart from case, accents and punctuation. */
export function isSameName(patient: NameGiven, given: NameGiven): boolean {
  return fold(patient.firstName) === fold(given.firstName) && fold(patient.lastName) === fold(given.lastName)
}

/** A name as it may come out of speech: one letter off in a name of four or more, two in one of eight or more. */
export function soundsLike(patient: NameGiven, given: NameGiven): boolean {
  return isNear(fold(patient.firstName), fold(given.firstName)) && isNear(fold(patient.lastName), fold(given.lastName))
}

/** Two folded words that could be one heard wrong. */
export function isNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  return Math.abs(one.length - other.length) <= allowed && editDistance(one, other) <= allowed
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const swap = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}

/** The one patient of a household who matches name and birth date; null when none or several do. Both are needed before
 *  anything is read out or changed. */
export function provenPatient(household: Patient[], given: NameGiven & { birthDate: LocalDate }): Patient | null {
  const matches = household.filter((patient) => patient.birthDate === given.birthDate && soundsLike(patient, given))
  return matches.length === 1 ? matches[0]! : null
}
