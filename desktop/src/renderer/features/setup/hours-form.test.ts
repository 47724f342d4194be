import { expect, test } from 'vitest'
import { sampleId } from '../../../samples/setup-samples.ts'
import { hoursForm, readableShifts, readHours } from './hours-form.ts'

const monday = [
  { weekday: 1, startsAt: '08:00', endsAt: '12:00' },
  { weekday: 1, startsAt: '13:00', endsAt: '17:00' },
] as never[]
const providerId = sampleId(2) as never

test('a week read back is the week it was made of', () => {
  const form = hoursForm(monday)
  expect(form['1']).toBe('8:00–12:00, 13:00–17:00')
  expect(form['7']).toBe('')
  expect(readHours(form, providerId)).toEqual({ hours: { providerId, shifts: monday } })
})

test('a day that cannot be read is named, and the others still show', () => {
  const form = { ...hoursForm(monday), 2: 'mornings' }
  expect(readHours(form, providerId)).toEqual({ problems: { 2: '“mornings” is no shift. Type it like 8–12, 1–5.' } })
  expect(readableShifts(form)).toHaveLength(2)
})
