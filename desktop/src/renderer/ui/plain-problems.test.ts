import { line } from '@dentalanswer/shared/domain/text.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkForm, readWhole } from './plain-problems.ts'

const Form = z.object({
  name: line(10, 1),
  minutes: z
    .int()
    .min(5)
    .max(600)
    .refine((minutes) => minutes % 5 === 0, 'must be a multiple of 5'),
})

test('what is right comes back parsed', () => {
  expect(checkForm(Form, { name: '  Ana ', minutes: 15 })).toEqual({ value: { name: 'Ana', minutes: 15 }, problems: null })
})

test('what is wrong is said in plain words under its field', () => {
  expect(checkForm(Form, { name: ' ', minutes: 3 }).problems).toEqual({ name: 'Needed', minutes: 'At least 5' })
  expect(checkForm(Form, { name: 'a'.repeat(11), minutes: 601 }).problems).toEqual({
    name: 'At most 10 characters',
    minutes: 'At most 600',
  })
  expect(checkForm(Form, { name: 'Ana', minutes: 7 }).problems).toEqual({ minutes: 'Must be a multiple of 5' })
  expect(checkForm(Form, { name: 'Ana', minutes: Number.NaN }).problems).toEqual({ minutes: 'A whole number, please' })
})

test('a typed number is whole or none at all', () => {
  expect([readWhole(' 15 '), readWhole(''), readWhole('1.5'), readWhole('ten')]).toEqual([15, null, Number.NaN, Number.NaN])
})
