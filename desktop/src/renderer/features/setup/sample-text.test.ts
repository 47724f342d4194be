import { expect, test } from 'vitest'
import { sampleText } from './sample-text.ts'

const WHEN = 'Tue Dec 1 at 2:00 PM'

test('the name stands before the text', () => {
  const { text, segments } = sampleText('Bright Smiles', '(512) 555-0200', WHEN)
  expect(text).toMatch(/^Bright Smiles: Ana, your visit is Tue Dec 1 at 2:00 PM\./)
  expect(segments).toBe(1)
})

test('a long name costs the last words, not a second segment', () => {
  const { text, segments } = sampleText('Bright Smiles Family Dentistry of Austin', '(512) 555-0200', WHEN)
  expect(segments).toBe(1)
  expect(text).not.toContain('STOP')
})

test('letters a plain text cannot spell drop out', () => {
  expect(sampleText('Zahnärzte Łódź', '(512) 555-0200', WHEN).text).toMatch(/^Zahnärzte Lodz: /)
})
