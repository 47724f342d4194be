import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { auditEntries } from './audit-words.ts'

const line = (minute: number, action: string, detail: Record<string, unknown> = {}, who = 'Front desk') => ({
  at: `2026-03-03T16:${String(minute).padStart(2, '0')}:00.000Z` as Instant,
  actor: 'desk',
  who,
  action,
  detail,
})

test('looking several times in a row is one line', () => {
  const entries = auditEntries([line(1, 'patient.read'), line(2, 'patient.read'), line(3, 'patient.changed'), line(4, 'patient.read')])
  expect(entries.map((one) => one.what)).toEqual(['looked at this person', 'changed', 'looked at this person, 2 times'])
})

test('a change names its fields, never their values', () => {
  const [entry] = auditEntries([line(1, 'patient.changed', { before: { note: 'a', lastName: 'B' }, after: { note: 'c', lastName: 'B' } })])
  expect(entry).toMatchObject({ who: 'Front desk', what: 'changed', detail: 'note' })
})

test('an action of a later version is still shown', () => {
  expect(auditEntries([line(1, 'text.sent_again', {}, 'AI, text')])[0]).toMatchObject({ who: 'AI, text', what: 'text sent again' })
})

test('looks of two people are two lines', () => {
  const entries = auditEntries([line(1, 'patient.read', {}, 'Kim (Front desk)'), line(2, 'patient.read', {}, 'Back office')])
  expect(entries.map((one) => one.who)).toEqual(['Back office', 'Kim (Front desk)'])
})
