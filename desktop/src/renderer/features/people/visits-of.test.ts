import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { sampleVisit } from '../../../samples/people-samples.ts'
import { visitsOf, visitWords } from './visits-of.ts'

const now = '2026-03-03T16:42:00.000Z' as Instant

test('the nearest visit to come is first, and so is the latest past one', () => {
  const inChair = sampleVisit('2026-03-03T16:00:00.000Z')
  const later = sampleVisit('2026-06-01T15:00:00.000Z')
  const old = sampleVisit('2025-03-03T15:00:00.000Z', { status: 'completed' })
  const recent = sampleVisit('2026-02-03T15:00:00.000Z', { status: 'no_show' })
  const cancelled = sampleVisit('2026-04-01T15:00:00.000Z', { status: 'cancelled' })
  const visits = visitsOf([later, old, cancelled, inChair, recent], now)
  expect(visits.next).toEqual([inChair, later])
  expect(visits.past).toEqual([recent, old])
  expect(visits.cancelled).toEqual([cancelled])
})

test('a visit that is over and still booked says that nobody marked it', () => {
  expect(visitWords(sampleVisit('2026-03-02T15:00:00.000Z'), now)).toBe('Not marked')
  expect(visitWords(sampleVisit('2026-03-05T15:00:00.000Z', { confirmation: 'confirmed' }), now)).toBe('Confirmed')
})
