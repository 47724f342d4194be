import { expect, test } from 'vitest'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'
import { firstNotice, noticeWords } from './alarm-words.ts'

const notice = (alarmId: string | null, level: Notice['level'] = 'urgent'): Notice => ({
  ...{ key: `alarm:${alarmId}`, level, title: '2 emergencies', body: 'Emergency: Dana Whitfield. swollen', changeId: null, alarmId },
  target: { place: 'now', id: null },
})
const points = [{ phoneNumber: '+15125550110', status: 'active' }]
const work = {
  alarms: [
    { id: 'new', raisedAt: '2026-03-03T16:41:00.000Z', description: 'swollen', patientId: 'd', phoneNumber: null, callerName: null },
    { id: 'old', raisedAt: '2026-03-03T16:30:00.000Z', description: 'bleeding', patientId: null, phoneNumber: '+15125550110' },
    { id: 'hidden', raisedAt: '2026-03-03T16:42:00.000Z', description: 'fever', patientId: null, phoneNumber: null, callerName: null },
  ],
  patients: [
    { id: 'd', firstName: 'Dana', lastName: 'Whitfield', contactPoints: [] },
    { id: 'a', firstName: 'Ana', lastName: 'Garcia', contactPoints: points },
    { id: 'l', firstName: 'Leo', lastName: 'Garcia', contactPoints: points },
  ],
} as unknown as WorkView
const phone = (number: string) => number

test('the emergency that has waited longest is shown first', () => {
  expect(firstNotice([notice('new'), notice('old'), notice(null, 'high')], work)?.alarmId).toBe('old')
  expect(firstNotice([notice(null, 'high')], work)?.level).toBe('high')
})

test('each emergency has its own words, whatever the notice counted', () => {
  expect(noticeWords(notice('new'), work, phone)).toEqual({ title: 'Dana Whitfield', body: 'swollen' })
  expect(noticeWords(notice('old'), work, phone)).toEqual({ title: 'Garcia household', body: 'bleeding' })
  expect(noticeWords(notice('hidden'), work, phone).title).toBe('Number withheld')
})

test('what the cache does not know yet is told as it came', () => {
  expect(noticeWords(notice('unknown'), work, phone).title).toBe('2 emergencies')
})
