import { expect, test } from 'vitest'
import { nextZoom } from './zoom.ts'

test('the size goes up and down in a browser’s steps and back to where it was', () => {
  expect([nextZoom(1, 1), nextZoom(1.1, 1), nextZoom(1, -1), nextZoom(nextZoom(1, 1), -1)]).toEqual([1.1, 1.25, 0.9, 1])
})

test('it ends at 50 % and 300 %', () => {
  expect([nextZoom(3, 1), nextZoom(0.5, -1)]).toEqual([3, 0.5])
})
