import { expect, test } from 'vitest'
import type { PersonView } from '../../../ipc/views.ts'
import { historyOf } from './history-of.ts'

const text = (minute: number, part: object = {}) =>
  ({
    id: `text ${minute}`,
    createdAt: `2026-03-03T16:0${minute}:00.000Z`,
    sentBy: 'patient',
    body: 'running late',
    mediaCount: 0,
    patientNumber: '+15125550148',
    ...part,
  }) as unknown as PersonView['messages'][number]

const call = (minute: number, part: object = {}) =>
  ({
    id: `call ${minute}`,
    createdAt: `2026-03-03T16:0${minute}:00.000Z`,
    startedAt: null,
    direction: 'inbound',
    status: 'ended',
    summary: 'Asked about parking.',
    ...part,
  }) as unknown as PersonView['calls'][number]

test('texts and calls are one list, the newest first, each with its place', () => {
  const rows = historyOf({ messages: [text(1), text(3, { sentBy: 'machine' })], calls: [call(2)] })
  expect(rows.map((one) => [one.what, one.place, one.id])).toEqual([
    ['Text by the AI line', 'messages', '+15125550148'],
    ['Call from them', 'calls', 'call 2'],
    ['Text from them', 'messages', '+15125550148'],
  ])
})

test('a picture without words and a call without a summary still say what they are', () => {
  const rows = historyOf({ messages: [text(1, { body: '', mediaCount: 1 })], calls: [call(0, { summary: null, status: 'in_progress' })] })
  expect(rows.map((one) => one.words)).toEqual(['a picture', 'on the line now'])
})
