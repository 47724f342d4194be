import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { newPersonFrom, readNewPerson } from './new-person.ts'

const today = '2026-03-03' as LocalDate
const person = { firstName: 'Tom', lastName: 'Ray', phone: '', birthDate: '', language: 'en' as const }

test('what was typed to find somebody begins the new person', () => {
  expect(newPersonFrom('tom o’neil ray')).toMatchObject({ firstName: 'Tom', lastName: 'O’Neil Ray' })
  expect(newPersonFrom('Anne McKay')).toMatchObject({ firstName: 'Anne', lastName: 'McKay' })
  expect(newPersonFrom('(512) 555-0199')).toMatchObject({ firstName: '', phone: '(512) 555-0199' })
  expect(newPersonFrom('1990-05-06')).toMatchObject({ birthDate: '1990-05-06', phone: '' })
})

test('a name is enough', () => {
  expect(readNewPerson(person, 'US', today)).toEqual({
    kind: 'person',
    input: { firstName: 'Tom', lastName: 'Ray', birthDate: null, language: 'en', contactPoints: [] },
  })
})

test('a number is read as the country writes it', () => {
  const read = readNewPerson({ ...person, phone: '512 555 0199', birthDate: '1990-05-06' }, 'US', today)
  expect(read).toMatchObject({
    input: { birthDate: '1990-05-06', contactPoints: [{ phoneNumber: '+15125550199', label: 'mobile', isPrimary: true }] },
  })
})

test('what cannot be is said', () => {
  expect(readNewPerson({ ...person, lastName: ' ' }, 'US', today)).toMatchObject({ kind: 'problem' })
  expect(readNewPerson({ ...person, phone: '12' }, 'US', today)).toEqual({ kind: 'problem', text: 'That is not a phone number.' })
  expect(readNewPerson({ ...person, birthDate: '2026-03-04' }, 'US', today)).toEqual({
    kind: 'problem',
    text: 'That birth date cannot be.',
  })
  expect(readNewPerson({ ...person, birthDate: '1890-01-01' }, 'US', today)).toMatchObject({ kind: 'problem' })
})
