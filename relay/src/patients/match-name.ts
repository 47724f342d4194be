import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

export type NameGiven = { firstName: string; lastName: string }

/** The same written name, apart from case, accents and punctuation. */
export function isSameName(patient: NameGiven, given: NameGiven): boolean {
  return fold(patient.firstName) === fold(given.firstName) && fold(patient.lastName) === fold(given.lastName)
}

/** A name that may be the same one heard wrong: one letter off in a name of four or more, two in one of eight or more. Enough to ask
 *  staff about, never proof. */
export function soundsLike(patient: NameGiven, given: NameGiven): boolean {
  const isFirstNear = isNear(fold(patient.firstName), fold(given.firstName)) || isSameSpoken(patient.firstName, given.firstName)
  return isFirstNear && isNear(fold(patient.lastName), fold(given.lastName))
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

/** Two spellings of one spoken first name: "Jon" and "John", "Sara" and "Sarah". One letter makes another person of Jayden, Kayden and
 *  Hayden, or of Mario and Maria, so nothing else counts. */
export function isSameSpoken(one: string, other: string): boolean {
  return spoken(one) === spoken(other)
}

function spoken(name: string): string {
  return fold(name)
    .replaceAll(' ', '')
    .replace(/ch(?=[lr]|$)/g, 'k')
    .replaceAll('ph', 'f')
    .replace(/(?<!^|[cs])h/g, '')
    .replace(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1')
}

/** The one patient of a household who matches name and birth date; both are needed before anything is read out or changed. The name as
 *  written counts before one heard a little wrong: twins share all but the first name. Two records alike in everything are one person
 *  entered twice, known by the older. Null when nobody matches, or several might. */
export function provenPatient(household: Patient[], given: NameGiven & { birthDate: LocalDate }): Patient | null {
  const sameDay = household.filter((patient) => patient.birthDate === given.birthDate)
  const written = sameDay.filter((patient) => isSameName(patient, given))
  if (written.length > 0) return written.reduce((oldest, one) => (one.createdAt < oldest.createdAt ? one : oldest))
  const heard = sameDay.filter((patient) => isHeardAs(patient, given))
  return heard.length === 1 ? heard[0]! : null
}

function isHeardAs(patient: NameGiven, given: NameGiven): boolean {
  return isSameSpoken(patient.firstName, given.firstName) && isNear(fold(patient.lastName), fold(given.lastName))
}
