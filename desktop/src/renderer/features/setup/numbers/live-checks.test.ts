import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { expect, test } from 'vitest'
import { liveChecks } from './live-checks.ts'
import type { TrialNow } from './trial-view.ts'

const phone = (part: Partial<PracticePhone> = {}) =>
  ({ status: 'active', texting: 'ready', forwardedFrom: null, forwardTest: null, health: UNKNOWN_HEALTH, ...part }) as PracticePhone
const call = { call: { status: 'ended', startedAt: 'x' }, turns: [{}] }
const all = {
  callIn: call,
  callOut: call,
  textIn: { direction: 'inbound' },
  textOut: { direction: 'outbound', status: 'delivered' },
} as never as TrialNow
const wordsOf = (what: string, ...given: Parameters<typeof liveChecks>) => liveChecks(...given).find((one) => one.what === what)?.words

test('a number that answers and was tried both ways has nothing open', () => {
  expect(liveChecks(phone(), all).map((one) => one.tone)).toEqual(['green', 'green', 'green'])
})

test('texts that wait are told, and are not asked to be tried', () => {
  const waiting = phone({ texting: 'waiting' })
  expect(wordsOf('Texts', waiting, null)).toBe('Texts wait for the carriers')
  expect(wordsOf('Tried', waiting, { ...all, textOut: null })).toBe('Both ways')
})

test('a number behind another one says whether forwarding was tested', () => {
  expect(wordsOf('Forwarding', phone(), null)).toBeUndefined()
  const behind = phone({ forwardedFrom: '+15125550142' as never })
  expect(wordsOf('Forwarding', behind, null)).toBe('Not tested')
  expect(wordsOf('Forwarding', { ...behind, forwardTest: { state: 'loop' } as never }, null)).toBe('It goes in a circle')
})

test('what was not tried is named', () => {
  expect(wordsOf('Tried', phone(), null)).toBe('Not yet')
  expect(liveChecks(phone(), { ...all, callOut: null }).at(-1)?.advice).toBe('Not tried or not finished: call out.')
})
