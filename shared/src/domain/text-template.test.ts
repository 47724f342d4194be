import { expect, test } from 'vitest'
import { FIRST_TEMPLATES, fillTemplate, TEMPLATE_FIELDS, TextTemplates } from './text-template.ts'

test('fields are filled in, and one without a value stays for a person to complete', () => {
  const filled = fillTemplate('{practice}: {firstName}, {day} at {time}? {Phone} {other}', {
    practice: 'Bright',
    firstName: 'Ana',
    day: 'Tue',
  })
  expect(filled).toBe('Bright: Ana, Tue at {time}? {Phone} {other}')
})

test('a value is taken as it is, braces and signs included', () => {
  expect(fillTemplate('Hi {firstName}', { firstName: '{day} $1 $&' })).toBe('Hi {day} $1 $&')
  expect(fillTemplate('{constructor} {toString}', {})).toBe('{constructor} {toString}')
})

test('the first templates are valid, name only known fields, and say the same fields in both languages', () => {
  expect(TextTemplates.parse(FIRST_TEMPLATES)).toEqual(FIRST_TEMPLATES)
  const fieldsOf = (body: string) => [...body.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()
  for (const { id, bodyEn, bodyEs } of FIRST_TEMPLATES) {
    expect(fieldsOf(bodyEs), id).toEqual(fieldsOf(bodyEn))
    for (const name of fieldsOf(bodyEn)) expect(TEMPLATE_FIELDS, id).toContain(name)
  }
})

test('the first templates stay short and in the plain alphabet, so that each is at most two segments', () => {
  for (const { id, bodyEn, bodyEs } of FIRST_TEMPLATES)
    for (const body of [bodyEn, bodyEs]) {
      const values = {
        firstName: 'Maximiliana',
        day: 'Wed Mar 4',
        time: '10:30 AM',
        practice: 'Bright Smiles Dental',
        phone: '(512) 555-0142',
      }
      const text = fillTemplate(body, values)
      expect(text, id).toMatch(/^[\x20-\x7e]+$/)
      expect(text.length, id).toBeLessThanOrEqual(306)
    }
})

test('two templates cannot have one id', () => {
  expect(TextTemplates.safeParse([FIRST_TEMPLATES[0], FIRST_TEMPLATES[0]]).success).toBe(false)
})
