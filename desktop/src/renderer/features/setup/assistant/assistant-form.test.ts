import { FIRST_ASSISTANT } from '@dentalanswer/shared/domain/assistant.ts'
import { PracticeSettings } from '@dentalanswer/shared/domain/practice.ts'
import { expect, test } from 'vitest'
import { assistantChange, assistantForm, assistantWords, readInsurance, typedSettings } from './assistant-form.ts'

const settings = PracticeSettings.parse({
  transferNumber: '+15125550199',
  assistant: { ...FIRST_ASSISTANT, insurance: ['Delta Dental', 'Cigna'], answers: [{ question: 'Parking?', answer: 'Behind the house.' }] },
})
const form = assistantForm({ settings, country: 'US' } as never)

test('a form that is read back changes nothing', () => {
  expect(typedSettings(form)).toEqual(settings.assistant)
  expect(form.transferNumber).toBe('(512) 555-0199')
})

test('plans are read a line or a comma each, and once', () => {
  expect(readInsurance('Delta  Dental\nCigna, Aetna;cigna\n\n')).toEqual(['Delta Dental', 'Cigna', 'Aetna'])
})

test('only what was touched is sent', () => {
  expect(assistantChange({ ...form, transferNumber: '' }, ['transferNumber'], 'US')).toEqual({
    change: { settings: { transferNumber: null } },
  })
  expect(assistantChange({ ...form, name: 'Max' }, ['name'], 'US')).toEqual({
    change: { settings: { assistant: { ...settings.assistant, name: 'Max' } } },
  })
})

test('an empty question that was begun and left is not sent', () => {
  const read = assistantChange({ ...form, answers: [...form.answers, { question: ' ', answer: '' }] }, ['answers'], 'US')
  expect('change' in read && read.change.settings?.assistant?.answers).toHaveLength(1)
})

test.each([
  ['transferNumber', { transferNumber: 'front desk' }],
  ['languages', { languages: [] }],
  ['greeting', { greeting: '  ' }],
  ['answers', { answers: [{ question: 'Parking?', answer: '' }] }],
  ['insurance', { insurance: 'x'.repeat(61) }],
  ['name', { name: '' }],
] as const)('what is wrong with %s is said there', (field, part) => {
  const read = assistantChange({ ...form, ...part } as never, [field], 'US')
  expect('problems' in read && Object.keys(read.problems)).toEqual([field])
})

test('while typing, half an answer is not spoken yet', () => {
  expect(typedSettings({ ...form, answers: [{ question: 'Parking?', answer: '' }], greeting: ' ' })).toMatchObject({
    answers: [],
    greeting: null,
  })
})

test('both versions of a field can be read side by side', () => {
  expect(assistantWords(null, 'greeting')).toBe('Standard words')
  expect(assistantWords(['en', 'es'], 'languages')).toBe('English, and Spanish')
  expect(assistantWords(form.answers, 'answers')).toBe('Parking? Behind the house.')
  expect(assistantWords(true, 'recordCalls')).toBe('Yes')
})
