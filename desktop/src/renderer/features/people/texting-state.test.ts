import { ContactPoint, OptOut } from '@dentalanswer/shared/domain/patient.ts'
import { expect, test } from 'vitest'
import { sampleContact } from '../../../samples/people-samples.ts'
import { textingState } from './texting-state.ts'

const point = ContactPoint.parse(sampleContact('+15125550148'))
const messageId = '0190a000-0000-7000-8000-000000000009'
const optOut = OptOut.parse({
  phoneNumber: '+15125550148',
  source: 'carrier_word',
  messageId,
  optedOutAt: '2026-03-03T16:33:00.000Z',
  optedInAt: null,
})

test('an opt-out says since when and by which words', () => {
  const state = textingState(point, [optOut], [{ id: messageId as never, body: 'CANCEL' }])
  expect(state).toEqual({ kind: 'optedOut', since: optOut.optedOutAt, how: 'by text; the carrier blocks it too', words: 'CANCEL' })
})

test('the words may not be kept here', () => {
  expect(textingState(point, [optOut], [])).toMatchObject({ kind: 'optedOut', words: null })
})

test('START lifts it', () => {
  expect(textingState(point, [{ ...optOut, optedInAt: '2026-03-04T16:33:00.000Z' as never }], [])).toEqual({ kind: 'allowed' })
})

test('another number of the same person is not touched', () => {
  const other = ContactPoint.parse(sampleContact('+15125550149'))
  expect(textingState(other, [optOut], [])).toEqual({ kind: 'allowed' })
})

test('a wrong number comes first', () => {
  expect(textingState({ ...point, status: 'wrong_number' }, [optOut], [])).toEqual({ kind: 'wrongNumber' })
})
