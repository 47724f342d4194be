import { expect, test } from 'vitest'
import { noteHead } from './note-head.ts'

test('a note begins with its flag', () => {
  expect(noteHead('Premedication: amoxicillin 2 g')).toEqual({ head: 'Premedication', rest: 'amoxicillin 2 g' })
  expect(noteHead('Latex allergy.')).toEqual({ head: 'Latex allergy', rest: '' })
  expect(noteHead('A long sentence that is no flag at all, so it stays whole')).toMatchObject({ head: '' })
})
