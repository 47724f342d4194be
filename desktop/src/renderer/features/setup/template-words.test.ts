import { FIRST_TEMPLATES } from '@dentalanswer/shared/domain/text-template.ts'
import { expect, test } from 'vitest'
import { costWords, optOutTrap, previewOf, unknownFields } from './template-words.ts'

test.each([
  'Reply CANCEL to cancel your visit.',
  'Reply with "Stop" if you cannot come',
  'Text END to change your time',
  'Please answer quit if you are late',
  'Responda CANCEL para cancelar su cita',
  'Envíe STOP si no puede venir',
  'CANCEL to cancel, C to confirm',
])('“%s” would switch texts off', (body) => {
  expect(optOutTrap(body)).toContain('no more texts')
})

test.each([
  'Reply C to confirm or R to reschedule. STOP to opt out.',
  'Reply STOP to opt out',
  'Responda STOP para no recibir mas',
  'To cancel, call {phone}.',
  'We will text you at the end of the day.',
  'Your visit ends at 5.',
])('“%s” is fine', (body) => {
  expect(optOutTrap(body)).toBeNull()
})

test('what a new practice starts with has no trap and no unknown field', () => {
  for (const { bodyEn, bodyEs } of FIRST_TEMPLATES) {
    expect([optOutTrap(bodyEn), optOutTrap(bodyEs)]).toEqual([null, null])
    expect([...unknownFields(bodyEn), ...unknownFields(bodyEs)]).toEqual([])
  }
})

test('fields are filled in, and unknown ones are named', () => {
  expect(previewOf('{practice}: {firstName}, hi', { practice: 'Bright Smiles', firstName: 'Ana' }).text).toBe('Bright Smiles: Ana, hi')
  expect(unknownFields('{name} {day} {name}')).toEqual(['name'])
})

test('an accent the plain alphabet lacks costs more, and that is said', () => {
  const words = costWords(previewOf(`¿Cómo está? ${'a'.repeat(70)}`, {}))
  expect(words).toContain('2 segments')
  expect(words).toContain('outside the plain alphabet')
  expect(costWords(previewOf('Hello', {}))).toBe('5 characters, 1 segment')
})
