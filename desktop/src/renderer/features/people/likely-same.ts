import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

type Named = Pick<Patient, 'firstName' | 'lastName'>
type Compared = Named & Pick<Patient, 'birthDate' | 'contactPoints'>

/** Why two records may be one person. `differing`: the birth dates are both known and not the same, so they never are one silently. */
type Likeness = { reasons: string[]; birthDates: 'same' | 'unknown' | 'differing'; isStrong: boolean }

/** How alike two records are; null when nothing suggests that they are one person. Only ever a question for staff: twins share all but
 *  the first name, and a household shares its number. Different birth dates count only when somebody asked already (`isAsked`). */
export function likelySame(one: Compared, other: Compared, isAsked = false): Likeness | null {
  const birthDates = !one.birthDate || !other.birthDate ? 'unknown' : one.birthDate === other.birthDate ? 'same' : 'differing'
  const name = nameLikeness(one, other)
  const isOnOneNumber = shareNumber(one, other)
  if (name === null || (birthDates === 'differing' && !isAsked)) return null
  if (birthDates !== 'same' && !isOnOneNumber) return null
  const reasons = [name === 'same' ? 'same name' : 'similar name']
  if (birthDates === 'same') reasons.push('same birth date')
  if (isOnOneNumber) reasons.push('same number')
  return { reasons, birthDates, isStrong: birthDates === 'same' && (name === 'same' || isOnOneNumber) }
}

/** `same` apart from case, accents and punctuation; `similar`: a letter off, swapped, or a short form of the first name. */
export function nameLikeness(one: Named, other: Named): 'same' | 'similar' | null {
  const [a, b] = [keyOf(one), keyOf(other)]
  if (a.first === b.first && a.last === b.last) return 'same'
  if (a.first === b.last && a.last === b.first) return 'similar'
  const isLastNear = isNear(a.last, b.last) || isPartOf(a.last, b.last)
  return isLastNear && (isNear(a.first, b.first) || isPartOf(a.first, b.first) || isShortFor(a.first, b.first)) ? 'similar' : null
}

const keyOf = (one: Named) => ({ first: fold(one.firstName), last: fold(one.lastName) })

/** "Garcia" and "Garcia Lopez"; "Ana" and "Ana Maria". */
function isPartOf(one: string, other: string): boolean {
  const [few, many] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length) as [string[], string[]]
  return few.length < many.length && few.every((word) => many.includes(word))
}

/** "Alex" for "Alexander": three letters or more, or it says nothing. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 3 && long.startsWith(short)
}

/** Two spellings of one name: "Ana" and "Anna", "Jon" and "John", "Sofia" and "Sophia". */
function spoken(name: string): string {
  return name
    .replaceAll('ph', 'f')
    .replace(/(?<=[a-z])h/g, '')
    .replace(/(.)\1+/g, '$1')
}

function isNear(one: string, other: string): boolean {
  if (spoken(one) === spoken(other)) return true
  const shorter = Math.min(one.length, other.length)
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  return Math.abs(one.length - other.length) <= allowed && letterSteps(one, other) <= allowed
}

/** How many letters have to be changed, added or taken away. */
function letterSteps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= other.length; j++) {
      const swapped = row[j - 1]! + (letter === other[j - 1] ? 0 : 1)
      next.push(Math.min(swapped, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}

function shareNumber(one: Compared, other: Compared): boolean {
  const numbers = new Set(numbersOf(one))
  return numbersOf(other).some((number) => numbers.has(number))
}

const numbersOf = (one: Compared) => one.contactPoints.filter((point) => point.status === 'active').map((point) => point.phoneNumber)

export type Candidate = { patient: Patient; likeness: Likeness }

/** Of the records found, those that may be this person, the likeliest first. `isAsked`: a lead asks whether this record is there twice. */
export function candidatesFor(one: Compared & { id?: string }, found: Patient[], isAsked = false): Candidate[] {
  const others = new Map(found.filter((other) => other.id !== one.id && other.mergedIntoId === null).map((other) => [other.id, other]))
  return [...others.values()]
    .flatMap((patient) => {
      const likeness = likelySame(one, patient, isAsked)
      return likeness ? [{ patient, likeness }] : []
    })
    .sort((a, b) => b.likeness.reasons.length - a.likeness.reasons.length || Number(b.likeness.isStrong) - Number(a.likeness.isStrong))
}
