import type { Instant, LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { HouseholdView } from '../../ipc/views.ts'
import { timesIn } from '../ui/times.ts'
import { callerFacts, callStateWords } from './caller-facts.ts'

const now = '2026-03-03T16:42:00.000Z' as Instant
const practice = {
  times: timesIn('America/Chicago' as TimeZone, 'en-US'),
  today: '2026-03-03' as LocalDate,
  typeName: () => 'Cleaning',
  providerName: () => 'Kim',
}
const person = (id: string, firstName: string, more = {}) => ({
  ...{ id, firstName, lastName: 'Garcia', birthDate: null, language: 'en', isNew: false, note: '' },
  ...more,
})
const visit = (patientId: string, startsAt: string, more = {}) => ({
  ...{ patientId, startsAt, endsAt: startsAt, status: 'booked', confirmation: 'confirmed', appointmentTypeId: 't', providerId: 'p' },
  ...more,
})
const facts = (patients: unknown[], appointments: unknown[]) =>
  callerFacts({ patients, appointments } as Pick<HouseholdView, 'patients' | 'appointments'>, now, practice)

test('everyone on the number is told, the one expected soonest first', () => {
  const found = facts(
    [person('a', 'Ana'), person('l', 'Leo', { birthDate: '2014-09-01', language: 'es' })],
    [
      visit('a', '2026-03-12T15:00:00.000Z'),
      visit('l', '2026-03-03T20:30:00.000Z', { confirmation: 'unconfirmed' }),
      visit('l', '2025-09-02T15:00:00.000Z', { status: 'completed' }),
    ],
  )
  expect(found.map((one) => one.name)).toEqual(['Leo Garcia', 'Ana Garcia'])
  expect(found[0]).toMatchObject({ age: 11, next: 'Today 2:30 PM, Cleaning, Kim', last: 'Sep 2, 2025 10:00 AM, Cleaning, Kim' })
  expect(found[0]?.tags.map((tag) => tag.words)).toEqual(['Spanish', 'Unconfirmed'])
})

test('a cancelled or missed visit is neither the next nor the last', () => {
  const [found] = facts(
    [person('a', 'Ana')],
    [visit('a', '2026-03-05T15:00:00.000Z', { status: 'cancelled' }), visit('a', '2026-02-05T15:00:00.000Z', { status: 'no_show' })],
  )
  expect(found).toMatchObject({ next: null, last: null, tags: [] })
})

test('an ended call has no words left', () => {
  expect(callStateWords({ status: 'ended', takenOverBy: 'Rosa' })).toBe(null)
  expect(callStateWords({ status: 'forwarding', takenOverBy: 'Rosa' })).toBe('Rosa takes it over')
  expect(callStateWords({ status: 'in_progress', takenOverBy: null })).toBe('Talking with the assistant')
})
