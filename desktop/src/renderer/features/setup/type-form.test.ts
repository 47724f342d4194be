import { expect, test } from 'vitest'
import { sampleType } from '../../../samples/setup-samples.ts'
import { readTypeForm, typeForm, whyNotBookable } from './type-form.ts'

test('a form read back is the type it was made of', () => {
  const type = sampleType({ minimumAge: 14, maxPerDay: 4 })
  expect(readTypeForm(typeForm(type), type)).toEqual({ type })
})

test('words callers say are split at commas and lines', () => {
  const type = sampleType()
  const read = readTypeForm({ ...typeForm(type), spokenNames: 'checkup, \n cleaning,,' }, type)
  expect('type' in read && read.type.spokenNames).toEqual(['checkup', 'cleaning'])
})

test('problems stand under their fields', () => {
  const type = sampleType()
  const read = readTypeForm({ ...typeForm(type), name: '', durationMinutes: '', bufferMinutes: '7' }, type)
  expect(read).toEqual({
    problems: { name: 'Needed', durationMinutes: 'A whole number, please', bufferMinutes: 'Must be a multiple of 5' },
  })
  expect(readTypeForm({ ...typeForm(type), minimumAge: '18', maximumAge: '12' }, type)).toEqual({
    problems: { maximumAge: 'Below the lowest age' },
  })
})

test('a type without anybody or anywhere says that it cannot be booked', () => {
  expect(whyNotBookable(typeForm(sampleType()))).toBeNull()
  expect(whyNotBookable(typeForm(sampleType({ providers: [] })))).toContain('Nobody')
  expect(whyNotBookable(typeForm(sampleType({ operatoryIds: [] })))).toContain('operatory')
  expect(whyNotBookable(typeForm(sampleType({ active: false })))).toContain('Not in use')
})
