import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { mustQueue, sendable } from './subjects-of.ts'

type Queued = Pick<QueuedCommand, 'id' | 'name' | 'input' | 'state'>
const cancel = (id: number, appointmentId: string, state: Queued['state'] = 'waiting'): Queued => ({
  id,
  name: 'appointment.cancel',
  input: { appointmentId, reason: 'asked' },
  state,
})
const ids = (queue: Queued[]) => sendable(queue).map((one) => one.id)

test('what was refused holds back later changes about the same, and only those', () => {
  expect(ids([cancel(1, 'a', 'refused'), cancel(2, 'b'), cancel(3, 'a')])).toEqual([2])
  expect(ids([cancel(1, 'a'), cancel(2, 'a', 'refused'), cancel(3, 'b')])).toEqual([1, 3])
})

test('what is held back holds back what follows from it', () => {
  const moved: Queued = { id: 2, name: 'patient.merge', input: { keepId: 'a', mergeId: 'b' }, state: 'waiting' }
  const later: Queued = { id: 3, name: 'patient.change', input: { patientId: 'b' }, state: 'waiting' }
  const refused: Queued = { id: 1, name: 'patient.change', input: { patientId: 'a' }, state: 'refused' }
  expect(ids([refused, moved, later])).toEqual([])
})

test('one provider, operatory or type is no reason to wait', () => {
  const book = (id: number, patientId: string, state: Queued['state']): Queued => ({
    id,
    name: 'appointment.book',
    input: { patientId, providerId: 'p', operatoryId: 'o', appointmentTypeId: 't' },
    state,
  })
  expect(ids([book(1, 'a', 'refused'), book(2, 'b', 'waiting')])).toEqual([2])
})

test('settings of one thing follow each other', () => {
  const put = (id: number, thing: string, state: Queued['state']): Queued => ({ id, name: 'provider.put', input: { id: thing }, state })
  expect(ids([put(1, 'a', 'refused'), put(2, 'a', 'waiting'), put(3, 'b', 'waiting')])).toEqual([3])
})

test('a new change goes behind what is about to be sent or waits about the same, but not behind a refusal', () => {
  const next = { name: 'appointment.cancel' as const, input: { appointmentId: 'a' } }
  expect(mustQueue([], next)).toBe(false)
  expect(mustQueue([cancel(1, 'a', 'refused')], next)).toBe(false)
  expect(mustQueue([cancel(1, 'b')], next)).toBe(true)
  expect(mustQueue([cancel(1, 'a', 'refused'), cancel(2, 'a')], next)).toBe(true)
  expect(mustQueue([cancel(1, 'b', 'refused'), cancel(2, 'b')], next)).toBe(false)
})
