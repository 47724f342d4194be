import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { isLocalDate, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { NewPerson } from './book-draft.ts'

/** What was typed to find somebody, as the beginning of a new person: a name, a number or a birth date. */
export function newPersonFrom(typed: string): NewPerson {
  const empty: NewPerson = { firstName: '', lastName: '', phone: '', birthDate: '', language: 'en' }
  if (isLocalDate(typed)) return { ...empty, birthDate: typed }
  if (/^[\d\s()+.-]+$/.test(typed)) return { ...empty, phone: typed }
  const [first = '', ...rest] = typed.split(/\s+/)
  const name = (word: string) =>
    word === word.toLowerCase() ? word.replace(/(^|[-'’])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()) : word
  return { ...empty, firstName: name(first), lastName: rest.map(name).join(' ') }
}

type PersonRead = { kind: 'person'; input: DeskInput<'patient.create'> } | { kind: 'problem'; text: string }

/** The command that makes the new person, or what is wrong with what was typed. */
export function readNewPerson(person: NewPerson, country: string, today: LocalDate): PersonRead {
  const firstName = person.firstName.trim()
  const lastName = person.lastName.trim()
  if (!firstName || !lastName) return { kind: 'problem', text: 'A new person needs a first and a last name.' }
  const number = person.phone.trim() ? readPhoneNumber(person.phone, country) : null
  if (person.phone.trim() && !number) return { kind: 'problem', text: 'That is not a phone number.' }
  const birthDate = person.birthDate
  if (birthDate && (!isLocalDate(birthDate) || birthDate > today || birthDate < '1900-01-01'))
    return { kind: 'problem', text: 'That birth date cannot be.' }
  return {
    kind: 'person',
    input: {
      firstName,
      lastName,
      birthDate: birthDate ? (birthDate as LocalDate) : null,
      language: person.language,
      contactPoints: number ? [{ phoneNumber: number, label: 'mobile', isPrimary: true }] : [],
    },
  }
}
