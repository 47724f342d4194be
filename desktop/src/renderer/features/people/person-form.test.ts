import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { samplePatient } from '../../../samples/people-samples.ts'
import { changeOf, emptyForm, formOf, readForm, readNewPerson } from './person-form.ts'

const ground = { country: 'US', today: '2026-03-03' as LocalDate }

test('a form read back says what the record says', () => {
  const patient = samplePatient({ note: 'Premedication' })
  const read = readForm(formOf(patient, 'US'), ground)
  expect(read).toEqual({
    fields: { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', language: 'en', guardianId: null, note: 'Premedication' },
  })
})

test('problems stand under their fields', () => {
  const form = { ...formOf(samplePatient(), 'US'), firstName: ' ', birthDate: '31/31/31' }
  expect(readForm(form, ground)).toEqual({ problems: { firstName: 'Needed', birthDate: 'Not a past day. Type it like 4/12/1988.' } })
})

test('only edited fields are sent', () => {
  const read = readForm(formOf(samplePatient(), 'US'), ground)
  expect('fields' in read && changeOf(read.fields, ['note'])).toEqual({ note: '' })
})

test('a new person needs a name; a number is read the way the country writes it', () => {
  expect(readNewPerson({ ...emptyForm, phoneNumber: '12' }, ground)).toEqual({
    problems: { firstName: 'Needed', lastName: 'Needed', phoneNumber: 'Not a phone number' },
  })
  const read = readNewPerson({ ...emptyForm, firstName: 'Ana', lastName: 'Garcia', phoneNumber: '(512) 555-0199' }, ground)
  expect('input' in read && read.input.contactPoints).toEqual([{ phoneNumber: '+15125550199', label: 'mobile', isPrimary: true }])
})
