import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../../ipc/queue-state.ts'
import { pendingOf } from './pending.ts'

const ID = '0196a1b2-0000-7000-8000-000000000001'
const queued = (change: Partial<QueuedCommand>): QueuedCommand =>
  ({
    id: 7,
    name: 'appointment.move',
    input: {},
    label: 'Move M. Lee',
    createdAt: '2026-03-03T16:42:00.000Z',
    state: 'waiting',
    error: null,
    ...change,
  }) as QueuedCommand

test('moves, bookings and cancellations that wait, in order', () => {
  const found = pendingOf([
    queued({ input: { appointmentId: ID, startsAt: '2026-03-03T20:30:00.000Z' } }),
    queued({ id: 8, name: 'appointment.cancel', input: { appointmentId: ID, reason: 'Sick' }, state: 'sending' }),
    queued({ id: 9, name: 'appointment.book', input: { patientId: ID, appointmentTypeId: ID, startsAt: '2026-03-03T20:30:00.000Z' } }),
  ])
  expect(found.map(({ key, kind, state }) => [key, kind, state])).toEqual([
    ['queued-7', 'move', 'waiting'],
    ['queued-8', 'cancel', 'sending'],
    ['queued-9', 'book', 'waiting'],
  ])
  expect(found[0]).toMatchObject({ providerId: null, operatoryId: null })
})

test('what was refused, is about something else or cannot be read is left out', () => {
  expect(
    pendingOf([
      queued({ input: { appointmentId: ID, startsAt: '2026-03-03T20:30:00.000Z' }, state: 'refused' }),
      queued({ name: 'appointment.note', input: { appointmentId: ID, note: '' } }),
      queued({ input: { appointmentId: 'nonsense' } }),
    ]),
  ).toEqual([])
})
