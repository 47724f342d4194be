import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { zonesOfNumber } from './area-code-zones.ts'

test.each([
  ['+15125550199', ['America/Chicago']],
  ['+12125550199', ['America/New_York']],
  ['+18085550199', ['Pacific/Honolulu']],
  ['+18505550199', ['America/New_York', 'America/Chicago']],
  ['+17095550199', ['America/Halifax', 'America/St_Johns']],
  ['+18005550199', []],
  ['+442079460000', []],
])('%s may live by %j', (number, zones) => {
  expect(zonesOfNumber(number as PhoneNumber)).toEqual(zones)
})

test('every area code has clocks that exist, each once', () => {
  for (let code = 200; code < 1_000; code++) {
    const zones = zonesOfNumber(`+1${code}5550199` as PhoneNumber)
    expect(new Set(zones).size, String(code)).toBe(zones.length)
    for (const zone of zones) expect(TimeZone.safeParse(zone).success, zone).toBe(true)
  }
})
