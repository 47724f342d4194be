import { describe, expect, test } from 'vitest'
import { blocksOf, boardWith, only } from '../../../samples/sample-board.ts'
import { sampleVisit } from '../../../samples/sample-day.ts'
import type { PendingChange } from './pending.ts'

describe('what waits at this desk', () => {
  const where = { providerId: null, operatoryId: null }
  const booking: PendingChange = {
    ...{ kind: 'book', key: 'q1', label: 'Book K. Ellis, 2:30 PM', state: 'waiting', ...where },
    ...{ patientId: 'Kira Ellis', appointmentTypeId: 'cleaning', startsAt: '2026-03-03T20:30:00.000Z' },
  } as PendingChange
  const moving: PendingChange = {
    ...{ kind: 'move', key: 'q2', label: 'Move M. Lee', state: 'waiting', appointmentId: 'a' },
    ...{ providerId: 'ruiz', operatoryId: 'op2', startsAt: '2026-03-03T21:00:00.000Z' },
  } as PendingChange

  test('a booking is drawn in pencil at the place the practice would choose first, and counts as nothing', () => {
    const block = only(blocksOf({}, { pending: [booking] }))
    expect(block).toMatchObject({
      column: 'op3',
      state: 'pencil',
      name: 'K. Ellis',
      words: 'Cleaning · in pencil, waits',
      from: 870,
      to: 920,
    })
    expect(block.appointmentId).toBeNull()
    expect(boardWith({}, { pending: [booking] }).booked).toBe(0)
  })

  test('somebody this desk does not know is named by the label', () => {
    const stranger = { ...booking, patientId: 'x' } as PendingChange
    expect(only(blocksOf({}, { pending: [stranger] })).name).toBe('Book K. Ellis, 2:30 PM')
  })

  test('a move shows both the old place, faded, and the new one', () => {
    const found = blocksOf({ appointments: [sampleVisit('a', '9:00')] }, { pending: [moving] })
    expect(found.map(({ column, state, from, words }) => [column, state, from, words])).toEqual([
      ['op1', 'leaves', 540, 'Filling · move waits'],
      ['op2', 'pencil', 900, 'Filling · in pencil, waits'],
    ])
    expect(found[1]?.appointmentId).toBe('a')
  })

  test('the place it leaves takes no room from the place it goes to', () => {
    const nearby = { ...moving, providerId: 'patel', operatoryId: 'op1', startsAt: '2026-03-03T15:15:00.000Z' } as PendingChange
    const found = blocksOf({ appointments: [sampleVisit('a', '9:00')] }, { pending: [nearby] })
    expect(found.map(({ state, from, lanes, isOverbooked }) => [state, from, lanes, isOverbooked])).toEqual([
      ['leaves', 540, 1, false],
      ['pencil', 555, 1, false],
    ])
  })

  test('while it is being sent it says moving', () => {
    const found = blocksOf({ appointments: [sampleVisit('a', '9:00')] }, { pending: [{ ...moving, state: 'sending' }] })
    expect(found.map((one) => [one.state, one.words])).toEqual([
      ['leaves', 'Filling · moving'],
      ['sending', 'Filling · moving'],
    ])
  })

  test('a cancellation that waits leaves the visit on the board, faded', () => {
    const cancelling = { kind: 'cancel', key: 'q', label: '', state: 'waiting', appointmentId: 'a' } as PendingChange
    expect(only(blocksOf({ appointments: [sampleVisit('a', '9:00')] }, { pending: [cancelling] }))).toMatchObject({
      state: 'leaves',
      words: 'Filling · cancellation waits',
    })
  })
})
