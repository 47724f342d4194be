import { expect, test } from 'vitest'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'
import { noticeActions } from './notice-actions.ts'

const notice = (more: Partial<Notice>): Notice => ({
  key: 'k',
  level: 'high',
  title: 'M. Lee cancelled today 2:30 PM',
  body: 'By text.',
  target: { place: 'now', id: null },
  changeId: null,
  alarmId: null,
  ...more,
})
const work = {
  alarms: [
    { id: 'a1', phoneNumber: '+15125550110' },
    { id: 'a2', phoneNumber: null },
  ],
  changes: [
    { id: 'c1', appointmentId: 'x1', undoneAt: null },
    { id: 'c2', appointmentId: 'x2', undoneAt: null },
    { id: 'c3', appointmentId: 'x3', undoneAt: '2026-03-03T16:00:00.000Z' },
  ],
  openings: [
    { id: 'o1', fromAppointmentId: 'x1', status: 'open' },
    { id: 'o2', fromAppointmentId: 'x2', status: 'filled' },
  ],
} as unknown as WorkView
const titles = (more: Partial<Notice>) => noticeActions(notice(more), work).map((one) => one.title)

test('an emergency is called back, or only acknowledged when the number was withheld', () => {
  expect(titles({ level: 'urgent', alarmId: 'a1' })).toEqual(['Call', 'Acknowledge'])
  expect(titles({ level: 'urgent', alarmId: 'a2' })).toEqual(['Acknowledge'])
})

test('a cancellation offers to fill what it left, while it is open', () => {
  expect(titles({ changeId: 'c1' })).toEqual(['Fill this opening', 'Undo', 'Open'])
  expect(titles({ changeId: 'c2' })).toEqual(['Undo', 'Open'])
})

test('what was undone or is not known can only be opened', () => {
  expect(titles({ changeId: 'c3' })).toEqual(['Open'])
  expect(titles({})).toEqual(['Open'])
})
