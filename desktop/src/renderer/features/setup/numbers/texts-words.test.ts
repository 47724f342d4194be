import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { textsWords } from './texts-words.ts'

const LOCAL = '+15125550100' as PhoneNumber
const approved = { kind: '10dlc', approvedAt: '2026-03-01T10:00:00.000Z' as Instant } as const

test('a practice that is registered has nothing to wait for', () => {
  expect(textsWords([approved], LOCAL)).toMatch(/registered already/)
  expect(textsWords([{ ...approved, approvedAt: null }], LOCAL)).toMatch(/two to four weeks/)
  expect(textsWords([], null)).toMatch(/two to four weeks/)
})

test('a toll-free number has a registration of its own', () => {
  expect(textsWords([approved], '+18885550100' as PhoneNumber)).toMatch(/3 to 5 business days/)
})
