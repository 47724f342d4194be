import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { NOW, sampleSetup, sampleView, sampleVisit, TUESDAY, ZONE } from '../../../samples/sample-day.ts'
import { boardOf } from '../../ui/board/board-of.ts'
import { columnBeside, isMoved, onDay, snapped, startOf, stepped } from './move-draft.ts'

const boardOn = (day: LocalDate) => boardOf({ view: sampleView(), setup: sampleSetup(), day, columns: 'operatories', now: NOW })
const board = boardOn(TUESDAY)
const visit = sampleVisit('a', '14:30')
const at = (time: string) => sampleVisit('x', time).startsAt

test('nothing is moved until the time or the place is another', () => {
  const move = startOf(visit, 'M. Lee')
  expect(isMoved(move)).toBe(false)
  expect(isMoved({ ...move, startsAt: at('15:00') })).toBe(true)
  expect(isMoved({ ...move, operatoryId: 'op2' })).toBe(true)
})

test('a step is the practice’s own, and an odd start comes back onto it', () => {
  expect(stepped(board, at('14:30'), 1)).toBe(at('14:45'))
  expect(stepped(board, at('14:30'), -2)).toBe(at('14:00'))
  expect(stepped(board, at('14:40'), 1)).toBe(at('14:45'))
  expect(stepped(board, at('14:40'), -1)).toBe(at('14:30'))
})

test('a step never leaves the day', () => {
  expect(stepped(board, at('0:00'), -1)).toBe(at('0:00'))
  expect(stepped(board, at('23:45'), 1)).toBe(at('23:45'))
})

test('columns end at the edges', () => {
  expect(columnBeside(board, 'op1', 1)).toBe('op2')
  expect(columnBeside(board, 'op1', -1)).toBe('op1')
  expect(columnBeside(board, 'op3', 1)).toBe('op3')
})

test('another day keeps the time on the clock, over a clock change too', () => {
  expect(onDay(visit.startsAt, '2026-03-04' as LocalDate, ZONE)).toBe('2026-03-04T20:30:00.000Z')
  expect(onDay(visit.startsAt, '2026-03-09' as LocalDate, ZONE)).toBe('2026-03-09T19:30:00.000Z')
})

test('a pointer lands on the step, within the day', () => {
  expect(snapped(board, 14 * 60 + 36)).toBe(at('14:30'))
  expect(snapped(board, 14 * 60 + 39)).toBe(at('14:45'))
  expect(snapped(board, -50)).toBe(at('0:00'))
  expect(snapped(board, 5_000)).toBe(at('23:45'))
})

test('steps on the short and the long day follow the time that passes', () => {
  expect(stepped(boardOn('2026-03-08' as LocalDate), '2026-03-08T07:45:00.000Z' as Instant, 1)).toBe('2026-03-08T08:00:00.000Z')
  expect(stepped(boardOn('2026-11-01' as LocalDate), '2026-11-01T06:45:00.000Z' as Instant, 1)).toBe('2026-11-01T07:00:00.000Z')
})
