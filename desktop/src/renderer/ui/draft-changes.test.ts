import { expect, test } from 'vitest'
import { clashingFields, editedFields, overPresent, settleField, typeInto } from './draft-changes.ts'

const there = { name: 'Ana', note: '', numbers: ['1'] }

test('only touched fields are edited, and typing back undoes it', () => {
  const draft = typeInto(null, there, { name: 'Anna' })
  expect(editedFields(draft)).toEqual(['name'])
  expect(editedFields(typeInto(draft, there, { name: 'Ana' }))).toEqual([])
})

test('lists are compared by what they hold', () => {
  expect(editedFields(typeInto(null, there, { numbers: ['1'] }))).toEqual([])
  expect(editedFields(typeInto(null, there, { numbers: ['2', '1'] }))).toEqual(['numbers'])
})

test('a change elsewhere of another field is taken over without a question', () => {
  const draft = typeInto(null, there, { name: 'Anna' })
  const now = { ...there, note: 'Premedication' }
  expect(clashingFields(draft, now)).toEqual([])
  expect(overPresent(draft, now)).toEqual({ name: 'Anna', note: 'Premedication', numbers: ['1'] })
})

test('a change elsewhere of the same field clashes, unless it is the same change', () => {
  const draft = typeInto(null, there, { name: 'Anna' })
  expect(clashingFields(draft, { ...there, name: 'Anne' })).toEqual(['name'])
  expect(clashingFields(draft, { ...there, name: 'Anna' })).toEqual([])
})

test('a clash is settled either way', () => {
  const draft = typeInto(null, there, { name: 'Anna' })
  const now = { ...there, name: 'Anne' }
  const mine = settleField(draft, now, 'name', 'mine')
  expect(clashingFields(mine, now)).toEqual([])
  expect(overPresent(mine, now).name).toBe('Anna')
  const theirs = settleField(draft, now, 'name', 'theirs')
  expect(editedFields(theirs)).toEqual([])
  expect(overPresent(theirs, now).name).toBe('Anne')
})
