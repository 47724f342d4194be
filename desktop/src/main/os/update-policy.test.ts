import { expect, test } from 'vitest'
import { mayInstall } from './update-policy.ts'

const idle = { hasLiveCall: false, hasAlarm: false, isSending: false }

test('an update is installed only when nothing is going on', () => {
  expect(mayInstall(idle)).toBe(true)
  for (const name of ['hasLiveCall', 'hasAlarm', 'isSending'] as const) expect(mayInstall({ ...idle, [name]: true }), name).toBe(false)
})
