import { expect, test } from 'vitest'
import { clearSpot } from './clear-spot.ts'

const area = { left: 74, top: 54, right: 1424, bottom: 864 }
const size = { width: 360, height: 160 }

test('callouts stand at the top when nothing there has the focus', () => {
  expect(clearSpot(size, area, null)).toBe('top')
  expect(clearSpot(size, area, { left: 100, top: 100, right: 400, bottom: 140 })).toBe('top')
})

test('they go to the bottom when they would cover the field somebody types into', () => {
  expect(clearSpot(size, area, { left: 900, top: 60, right: 1420, bottom: 100 })).toBe('bottom')
})

test('a field that reaches over both leaves them at the top', () => {
  expect(clearSpot(size, area, { left: 900, top: 40, right: 1420, bottom: 870 })).toBe('top')
})
