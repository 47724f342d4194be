import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { NameGiven } from '../../patients/match-name.ts'
import { textOf } from '../tool-calls.ts'
import { arg, type Voice } from '../voice-tool.ts'
import { resolveBirthDate } from '../when/resolve-when.ts'

const LONGEST_NAME = 60
const MOST_WORDS = 5
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u

export type PersonGiven = NameGiven & { birthDate: LocalDate | null }
export type Ask = { ask: string }

/** Who is spoken of, from `firstName` and `lastName` or one whole name, and `birthDate` when it was said; or the one question to ask. */
export function personGiven({ args, today }: Pick<Voice, 'args' | 'today'>, whose: string): PersonGiven | Ask {
  const name = nameGiven(args)
  if (!name.firstName || !name.lastName) return { ask: `May I have the first and last name ${whose}?` }
  if (![name.firstName, name.lastName].every(isName)) return { ask: 'I did not catch the name. Could you spell the first and last name?' }
  const said = arg(args, ['birthDate', 'dateOfBirth', 'dob', 'birthday'])
  const birthDate = said ? resolveBirthDate(said, today) : null
  if (said && !birthDate) return { ask: 'I did not catch the birth date. Could you say it again, with the year?' }
  return { ...name, birthDate }
}

function nameGiven(args: Record<string, unknown>): NameGiven {
  const read = (names: string[]) => names.map((name) => textOf(args[name], 200)).find(Boolean) ?? ''
  const firstName = read(['firstName', 'patientFirstName'])
  const lastName = read(['lastName', 'patientLastName'])
  if (firstName && lastName) return { firstName, lastName }
  const [first = '', ...rest] = read(['name', 'patientName', 'fullName', firstName ? 'firstName' : 'lastName']).split(' ')
  return rest.length > 0 ? { firstName: first, lastName: rest.join(' ') } : { firstName, lastName }
}

/** Anything else is a sentence or a program, not a name, and is not stored as one. */
function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME.test(text) && text.split(' ').length <= MOST_WORDS
}
