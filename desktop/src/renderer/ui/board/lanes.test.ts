import { expect, test } from 'vitest'
import { inLanes } from './lanes.ts'

const span = (name: string, from: number, to: number) => ({ name, from, to })
const seats = (...spans: ReturnType<typeof span>[]) =>
  Object.fromEntries(inLanes(spans).map((one) => [one.name, `${one.lane}/${one.lanes}`]))

test('visits one after the other keep the whole width', () => {
  expect(seats(span('a', 0, 30), span('b', 30, 60))).toEqual({ a: '0/1', b: '0/1' })
})

test('two at one time stand side by side, and the next one is whole again', () => {
  expect(seats(span('a', 0, 60), span('b', 30, 60), span('c', 60, 90))).toEqual({ a: '0/2', b: '1/2', c: '0/1' })
})

test('a lane that is free again is used again within a chain of overlaps', () => {
  expect(seats(span('a', 0, 60), span('b', 10, 30), span('c', 30, 90), span('d', 60, 70))).toEqual({
    a: '0/2',
    b: '1/2',
    c: '1/2',
    d: '0/2',
  })
})

test('three at one time need three lanes', () => {
  expect(seats(span('a', 0, 60), span('b', 0, 60), span('c', 0, 60))).toEqual({ a: '0/3', b: '1/3', c: '2/3' })
})

test('nothing stays nothing', () => {
  expect(inLanes([])).toEqual([])
})
