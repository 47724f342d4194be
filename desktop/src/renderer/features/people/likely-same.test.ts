import { expect, test } from 'vitest'
import { sampleContact, samplePatient } from '../../../samples/people-samples.ts'
import { candidatesFor, likelySame, nameLikeness } from './likely-same.ts'

const mobile = sampleContact('+15125550199')
const named = (firstName: string, lastName: string) => ({ firstName, lastName })

test('accents, case and order do not make another person', () => {
  expect(nameLikeness(named('José', "O'Neil-Díaz"), named('jose', 'Oneil Diaz'))).toBe('same')
  expect(nameLikeness(named('Ana', 'Garcia'), named('Garcia', 'Ana'))).toBe('similar')
})

test('short forms, second names and a slip of a letter are similar', () => {
  expect(nameLikeness(named('Alex', 'Novak'), named('Alexander', 'Novak'))).toBe('similar')
  expect(nameLikeness(named('Ana', 'Garcia'), named('Ana Maria', 'Garcia Lopez'))).toBe('similar')
  expect(nameLikeness(named('Marcus', 'Whitfield'), named('Markus', 'Whitfeild'))).toBe('similar')
})

test('spellings of one name are similar', () => {
  for (const [one, other] of [
    ['Ana', 'Anna'],
    ['Jon', 'John'],
    ['Sofia', 'Sophia'],
  ] as const)
    expect(nameLikeness(named(one, 'Garcia'), named(other, 'Garcia'))).toBe('similar')
})

test('other first names are other people', () => {
  expect(nameLikeness(named('Ana', 'Garcia'), named('Leo', 'Garcia'))).toBeNull()
  expect(nameLikeness(named('Jo', 'Garcia'), named('Joan', 'Garcia'))).toBeNull()
})

test('the same name and birth date is a strong likeness', () => {
  const likeness = likelySame(samplePatient({ contactPoints: [mobile] }), samplePatient())
  expect(likeness).toEqual({ reasons: ['same name', 'same birth date'], birthDates: 'same', isStrong: true })
})

test('different birth dates are never suggested, not even on one number', () => {
  const father = samplePatient({ contactPoints: [mobile], birthDate: '1960-01-01' })
  expect(likelySame(father, samplePatient({ contactPoints: [mobile] }))).toBeNull()
})

test('when it was asked already, different birth dates are shown as such', () => {
  const father = samplePatient({ contactPoints: [mobile], birthDate: '1960-01-01' })
  const likeness = likelySame(father, samplePatient({ contactPoints: [mobile] }), true)
  expect(likeness).toEqual({ reasons: ['same name', 'same number'], birthDates: 'differing', isStrong: false })
})

test('without a birth date only the number can suggest it', () => {
  const unborn = samplePatient({ birthDate: null, contactPoints: [mobile] })
  expect(likelySame(unborn, samplePatient())).toBeNull()
  expect(likelySame(unborn, samplePatient({ contactPoints: [mobile] }))?.reasons).toEqual(['same name', 'same number'])
})

test('a number that was taken off suggests nothing', () => {
  const gone = samplePatient({ birthDate: null, contactPoints: [{ ...mobile, status: 'removed' }] })
  expect(likelySame(gone, samplePatient({ contactPoints: [mobile] }))).toBeNull()
})

test('candidates are listed once, the likeliest first, without the record itself and merged ones', () => {
  const one = samplePatient({ contactPoints: [mobile] })
  const near = samplePatient({ firstName: 'Anna', lastName: 'Garcias' })
  const nearest = samplePatient({ contactPoints: [mobile] })
  const merged = samplePatient({ mergedIntoId: one.id })
  const found = [one, near, nearest, nearest, merged, samplePatient({ firstName: 'Leo' })]
  expect(candidatesFor(one, found).map((each) => each.patient.id)).toEqual([nearest.id, near.id])
})
