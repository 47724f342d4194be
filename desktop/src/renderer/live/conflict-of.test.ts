import type { ErrorCode } from '@dentalanswer/shared/contract/errors.ts'
import type { Instant, LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { timesIn } from '../ui/times.ts'
import { conflictOf } from './conflict-of.ts'

const id = (last: number) => `0190a000-0000-7000-8000-00000000000${last}`
const names = {
  times: timesIn('America/Chicago' as TimeZone, 'en-US'),
  today: '2026-03-03' as LocalDate,
  providerName: (one: string) => (one === id(2) ? 'Dr. Osei' : 'Dr. Kim'),
  operatoryName: () => 'Op 2',
  typeName: () => 'Cleaning',
  phone: (one: string) => one,
}
const refused = (
  name: QueuedCommand['name'],
  input: Record<string, unknown>,
  code: ErrorCode,
  details?: Record<string, unknown>,
): QueuedCommand => ({
  id: 7,
  name,
  input,
  label: 'Move M. Lee to Tue 2:30 PM',
  createdAt: '2026-03-03T16:42:00.000Z' as Instant,
  state: 'refused',
  error: { code, message: 'Somebody changed this appointment meanwhile.', ...(details ? { details } : {}) },
})
const appointment = {
  ...{ id: id(1), patientId: id(5), providerId: id(2), operatoryId: id(3), appointmentTypeId: id(4) },
  ...{ startsAt: '2026-03-03T21:00:00.000Z', endsAt: '2026-03-03T22:00:00.000Z', releasedAt: '2026-03-03T22:00:00.000Z' },
  ...{ status: 'booked', confirmation: 'confirmed', confirmedAt: null, cancelledAt: null, cancellationReason: null, note: '' },
  ...{ overbookReason: null, bookedBy: 'desk', sourceCallId: null, sourceMessageId: null, calendarEventId: null, seenAt: null },
  ...{ version: 4, createdAt: '2026-03-01T21:00:00.000Z', updatedAt: '2026-03-03T16:40:00.000Z' },
}
const move = { appointmentId: id(1), startsAt: '2026-03-03T20:30:00.000Z', providerId: id(2), operatoryId: id(3), expectedVersion: 2 }

test('both versions are in words, and sending again goes over the present one', () => {
  const conflict = conflictOf(refused('appointment.move', move, 'CHANGED_MEANWHILE', { appointment }), names)
  expect(conflict.wanted).toEqual(['Today 2:30 PM · Dr. Osei · Op 2'])
  expect(conflict.now).toEqual(['Somebody changed this appointment meanwhile.', 'Now: Today 3:00 PM · Dr. Osei · Op 2 · confirmed'])
  expect(conflict.again).toEqual({ ...move, expectedVersion: 4 })
  expect(conflict.target).toEqual({ place: 'day', id: id(1) })
})

test('a note shows what stands there now beside what was written', () => {
  const note = { appointmentId: id(1), note: 'Bring the x-ray', expectedVersion: 2 }
  const present = { ...appointment, note: 'Call the lab first' }
  const conflict = conflictOf(refused('appointment.note', note, 'CHANGED_MEANWHILE', { appointment: present }), names)
  expect(conflict.wanted).toEqual(['Note: Bring the x-ray'])
  expect(conflict.now).toContain('Note: Call the lab first')
})

test('a taken time offers the times near it', () => {
  const slot = { providerId: id(6), operatoryId: id(3), startsAt: '2026-03-03T20:45:00.000Z' }
  const ends = { endsAt: '2026-03-03T21:45:00.000Z', releasedAt: '2026-03-03T21:45:00.000Z' }
  const details = { conflicts: ['PROVIDER_BUSY'], alternatives: [{ ...slot, ...ends }] }
  const conflict = conflictOf(refused('appointment.move', move, 'SLOT_TAKEN', details), names)
  expect(conflict.now).toContain('The provider has another appointment then.')
  expect(conflict.alternatives).toEqual([{ words: 'Today 2:45 PM · Dr. Kim · Op 2', input: { ...move, ...slot } }])
})

test('what is over for good is not offered again', () => {
  const cancelled = { ...appointment, status: 'cancelled', cancelledAt: '2026-03-03T16:00:00.000Z', cancellationReason: 'Patient is ill' }
  const conflict = conflictOf(refused('appointment.confirm', move, 'ALREADY_CANCELLED', { appointment: cancelled }), names)
  expect(conflict.again).toBe(null)
  expect(conflict.now).toContain('Now: cancelled Today 10:00 AM (Patient is ill)')
})

test('a text that was not sent shows its words and opens its thread', () => {
  const conflict = conflictOf(refused('text.send', { to: '+15125550110', body: 'See you at 9' }, 'OPTED_OUT'), names)
  expect(conflict.wanted).toEqual(['Text: See you at 9'])
  expect(conflict.target).toEqual({ place: 'messages', id: '+15125550110' })
})
