import { expect, test } from 'vitest'
import { noteFlags } from './note-flags.ts'

test.each([
  ['Premedication: amoxicillin 2 g', ['Premedication']],
  ['pre-med needed, allergic to latex', ['Premedication', 'Allergy', 'Latex']],
  ['No known allergies. Wheelchair.', ['Wheelchair']],
  ['Alergia a la penicilina', ['Allergy']],
  ['No premed needed', []],
  ['Prefers mornings', []],
  ['', []],
])('%s', (note, flags) => {
  expect(noteFlags(note)).toEqual(flags)
})
