import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { auditEntries } from './audit-words.ts'

const line = (minute: number, action: string, detail: Record<string, unknown> = {}, actor = 'desk') => ({
  at: `2026-03-03T16:${String(minute).padStart(2, '0')}:00.000Z` as Instant,
  actor,
  action,
  detail,
})

test('looking several times in a row is one line', () => {
  const entries = auditEntries([line(1, 'patient.read'), line(2, 'patient.read'), line(3, 'patient.changed'), line(4, 'patient.read')])
  expect(entries.map((one) => one.what)).toEqual(['looked at this person', 'changed', 'looked at this person, 2 times'])
})

test('a change names its fields, never their values', () => {
  const [entry] = auditEntries([line(1, 'patient.changed', { before: { note: 'a', lastName: 'B' }, after: { note: 'c', lastName: 'B' } })])
  expect(entry).toMatchObject({ who: 'Desk', what: 'changed', detail: 'note' })
})

test('an action of a later version is still shown', () => {
  expect(auditEntries([line(1, 'text.sent_again', {}, 'robot')])[0]).toMatchObject({ who: 'robot', what: 'text sent again' })
})
