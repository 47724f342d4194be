import { expect, test } from 'vitest'
import { limitReloads } from './reload-limit.ts'

test('a page that keeps dying is loaded three times a minute', () => {
  let now = 0
  const mayReload = limitReloads(() => now)
  expect([mayReload(), mayReload(), mayReload(), mayReload()]).toEqual([true, true, true, false])
  now = 60_000
  expect(mayReload()).toBe(true)
})
