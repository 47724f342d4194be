import { expect, test } from 'vitest'
import { moved, moveInOrder } from './move-in-order.ts'

const rows = (...positions: number[]) => positions.map((position, at) => ({ id: 'abc'[at]!, position }))

test('two neighbours change places', () => {
  expect(moveInOrder(rows(0, 1, 2), 'b', -1)).toEqual([
    { id: 'b', position: 0 },
    { id: 'a', position: 1 },
  ])
})

test('rows on one position are numbered anew', () => {
  expect(moveInOrder(rows(0, 0, 0), 'c', -1)).toEqual([
    { id: 'c', position: 1 },
    { id: 'b', position: 2 },
  ])
})

test('nothing moves past the ends', () => {
  expect(moveInOrder(rows(0, 1, 2), 'a', -1)).toEqual([])
  expect(moved(['x', 'y'], 1, 1)).toEqual(['x', 'y'])
  expect(moved(['x', 'y'], 0, 1)).toEqual(['y', 'x'])
})
