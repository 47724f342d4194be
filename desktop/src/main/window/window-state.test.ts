import { expect, test } from 'vitest'
import { placeWindow, WindowState } from './window-state.ts'

const screenOne = { x: 0, y: 0, width: 1920, height: 1040 }
const screenTwo = { x: 1920, y: 0, width: 1280, height: 1000 }
const at = (x: number, y: number, width = 1200, height = 800) => ({ bounds: { x, y, width, height }, isMaximized: false })

test('the window opens where it was', () => {
  expect(placeWindow(at(2000, 100), [screenOne, screenTwo])).toEqual(at(2000, 100))
})

test('after its screen was unplugged it opens in the middle of the one that is left', () => {
  expect(placeWindow(at(2000, 100), [screenOne])).toEqual(at(360, 120))
})

test.each([
  ['its title bar above the screen', at(100, -200)],
  ['only its edge on the screen', at(1900, 10)],
  ['its title bar below the screen', at(100, 1035)],
])('with %s it is put back', (_name, state) => {
  expect(placeWindow(state, [screenOne])).toEqual(at(360, 120))
})

test('it is never larger than its screen', () => {
  expect(placeWindow(at(0, 0, 3000, 2000), [screenOne]).bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }]).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 700 })
})

test('nonsense in the file is no place', () => {
  for (const bad of [null, 'x', at(0, 0, 0, 0), at(Number.NaN, 0), { bounds: {} }]) expect(WindowState.safeParse(bad).success).toBe(false)
})
