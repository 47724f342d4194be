import { expect, test } from 'vitest'
import { trayPicture, trayTip } from './tray-state.ts'

test('an emergency outshines a lost line, and a lost line outshines what waits', () => {
  expect(trayPicture('offline', { count: 2, isUrgent: true }, false)).toBe('tray-urgent')
  expect(trayPicture('live', { count: 0, isUrgent: false }, true)).toBe('tray-urgent')
  expect(trayPicture('offline', { count: 2, isUrgent: false }, false)).toBe('tray-offline')
  expect(trayPicture('live', { count: 2, isUrgent: false }, false)).toBe('tray-waiting')
  expect(trayPicture('live', { count: 0, isUrgent: false }, false)).toBe('tray')
})

test('the tip says both in words', () => {
  expect(trayTip('live', { count: 1, isUrgent: false })).toBe('DentalAnswer: connected. 1 matter waits.')
  expect(trayTip('offline', { count: 3, isUrgent: true })).toBe('DentalAnswer: no connection. 3 matters wait, one of them urgent.')
})
