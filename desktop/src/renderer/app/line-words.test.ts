import type { Instant, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { LineState } from '../../ipc/line-state.ts'
import { timesIn } from '../ui/times.ts'
import { lineWords } from './line-words.ts'

const times = timesIn('America/Chicago' as TimeZone, 'en-US')
const say = (more: Partial<LineState>) => lineWords({ state: 'live', since: at, asOf: at, reason: null, clockOffsetMs: 0, ...more }, times)
const at = '2026-03-03T16:42:00.000Z' as Instant

test('offline says first how old everything is, then why', () => {
  const { tone, words } = say({ state: 'offline', reason: 'The relay does not answer.' })
  expect(tone).toBe('amber')
  expect(words.replace(/\s/g, ' ')).toBe('Offline, as of 10:42 AM. Changes wait here. The relay does not answer.')
})

test('live is green unless the clock of this computer is off', () => {
  expect(say({})).toEqual({ tone: 'green', words: 'Live, all changes received' })
  expect(say({ clockOffsetMs: -300_000 })).toMatchObject({ tone: 'amber', words: expect.stringContaining('5 min ahead') })
})

test('a desk that was removed or is too old is red', () => {
  expect(say({ state: 'refused' })).toMatchObject({ tone: 'red', words: expect.stringContaining('Not paired') })
  expect(say({ state: 'outdated', reason: 'Update this app.' }).words).toContain('Update this app.')
})
