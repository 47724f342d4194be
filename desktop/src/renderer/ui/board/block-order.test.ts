import { expect, test } from 'vitest'
import { NOW, sampleOpening, sampleSetup, sampleView, sampleVisit, TUESDAY } from '../../../samples/sample-day.ts'
import { appointmentsInOrder, besideBlock, firstToCome } from './block-order.ts'
import { boardOf } from './board-of.ts'

const view = sampleView({
  appointments: [
    sampleVisit('early', '8:00'),
    sampleVisit('late', '14:00'),
    sampleVisit('hygiene', '13:30', { providerId: 'kim', operatoryId: 'op3' }),
    sampleVisit('morning', '11:30', { providerId: 'kim', operatoryId: 'op3' }),
  ],
  openings: [sampleOpening('opening', '15:00', { operatoryId: 'op1' as never })],
})
const board = boardOf({ view, setup: sampleSetup(), day: TUESDAY, columns: 'operatories', now: NOW })

test('up and down walk through one column, openings too, and stop at its ends', () => {
  expect(besideBlock(board, 'early', 'ArrowDown')).toBe('late')
  expect(besideBlock(board, 'late', 'ArrowDown')).toBe('opening')
  expect(besideBlock(board, 'opening', 'ArrowDown')).toBeNull()
  expect(besideBlock(board, 'early', 'ArrowUp')).toBeNull()
})

test('left and right find the nearest in time, past an empty column', () => {
  expect(besideBlock(board, 'late', 'ArrowRight')).toBe('hygiene')
  expect(besideBlock(board, 'morning', 'ArrowLeft')).toBe('late')
  expect(besideBlock(board, 'hygiene', 'ArrowRight')).toBeNull()
})

test('a block that is no longer there leads nowhere', () => {
  expect(besideBlock(board, 'gone', 'ArrowDown')).toBeNull()
})

test('Tab enters at the first visit that is not over', () => {
  expect(firstToCome(board)).toBe('morning')
})

test('all visits in order of time', () => {
  expect(appointmentsInOrder(board)).toEqual(['early', 'morning', 'hygiene', 'late'])
})
