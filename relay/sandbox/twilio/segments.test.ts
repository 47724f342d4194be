import { expect, test } from 'vitest'
import { countSegments } from './segments.ts'

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['ñàèö'.repeat(40), 1],
  ['í'.repeat(70), 1],
  ['í'.repeat(71), 2],
  ['👍'.repeat(35), 1],
  ['👍'.repeat(36), 2],
  [`${'a'.repeat(133)}í`, 2],
])('%j takes %i parts', (body, parts) => {
  expect(countSegments(body)).toBe(parts)
})
