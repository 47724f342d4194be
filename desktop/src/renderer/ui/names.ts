import type { Patient } from '@dentalanswer/shared/domain/patient.ts'

type Named = Pick<Patient, 'firstName' | 'lastName'>

export const fullName = (one: Named): string => `${one.firstName} ${one.lastName}`

/** For boards others can see: "M. Lee". */
export function boardName(one: Named): string {
  const [initial = ''] = one.firstName
  return `${initial}. ${one.lastName}`
}

/** Who shares a number, in one line: "Dana Whitfield", "Garcia household", "Ana Garcia and Tom Reyes", "3 people". */
export function householdName(people: Named[]): string | null {
  const [first, second] = people
  if (!first) return null
  if (!second) return fullName(first)
  if (people.every((one) => one.lastName === first.lastName)) return `${first.lastName} household`
  return people.length === 2 ? `${fullName(first)} and ${fullName(second)}` : `${people.length} people`
}
