import { type NumberProblem, UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Practice, PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { LineState } from '../../ipc/line-state.ts'
import { barsOf } from './bars-of.ts'

const line = (more: Partial<LineState> = {}): LineState => ({
  state: 'live',
  since: '2026-03-03T16:42:00.000Z' as Instant,
  asOf: null,
  reason: null,
  clockOffsetMs: 0,
  ...more,
})

test('nothing is said when all is well', () => {
  expect(barsOf({ line: line(), rebuilt: null, keeping: 'kept', update: { kind: 'none', version: null }, pairingLink: null })).toEqual([])
})

test('what stops work comes before what can wait', () => {
  const bars = barsOf({
    line: line({ state: 'refused', clockOffsetMs: -300_000 }),
    rebuilt: 'The copy was damaged and was made anew.',
    keeping: 'session',
    update: { kind: 'ready', version: '1.2.0' },
  })
  expect(bars.map((bar) => bar.id)).toEqual(['refused', 'clock', 'rebuilt', 'update', 'session'])
  expect(bars.filter((bar) => !bar.isDismissable).map((bar) => bar.id)).toEqual(['refused'])
})

test('a clock that is off says by how much and in which direction', () => {
  expect(barsOf({ line: line({ clockOffsetMs: 420_000 }) })[0]?.text).toMatch(/^This computer’s clock is 7 min behind/)
  expect(barsOf({ line: line({ clockOffsetMs: 60_000 }) })).toEqual([])
})

test('only a person restarts the app for an update', () => {
  expect(barsOf({ update: { kind: 'ready', version: '1.2.0' } })[0]?.action).toEqual({ title: 'Restart to update', does: 'install' })
  expect(barsOf({ update: { kind: 'downloading', version: '1.2.0' } })).toEqual([])
})

const practice = { country: 'US' } as Practice
const phone = (problems: NumberProblem[]) =>
  ({
    ...{ phoneNumber: '+15125550100', isPrimary: true, status: 'active', vapiAssistantId: 'a', createdAt: '' },
    health: { ...UNKNOWN_HEALTH, problems },
  }) as unknown as PracticePhone
const problem = (code: NumberProblem['code'], message: string) => ({ code, message, repair: 'button', since: '' }) as NumberProblem

test('a number whose calls do not reach the assistant is told, with the way to it', () => {
  const missing = phone([problem('IMPORT_MISSING', 'The voice service does not have the number.')])
  const [bar] = barsOf({ setup: { practice, phoneNumbers: [missing], onboardingRuns: [] } })
  expect(bar).toMatchObject({ id: 'calls', tone: 'red', action: { does: 'openNumbers' } })
  expect(bar?.text).toBe('Calls to (512) 555-0100 may not reach the assistant. The voice service does not have the number.')
  const texts = phone([problem('ADDRESSES_CHANGED', 'Texts go elsewhere.')])
  expect(barsOf({ setup: { practice, phoneNumbers: [texts], onboardingRuns: [] } })).toEqual([])
})

test('a number whose set-up stopped is told until it goes on or is taken back', () => {
  const run = { state: 'failed', phoneNumber: '+15125550177', problem: { message: 'There is no money left in the account.' } }
  const told = (state: string) => barsOf({ setup: { practice, phoneNumbers: [], onboardingRuns: [{ ...run, state } as never] } })
  expect(told('failed')[0]?.text).toBe('Setting up (512) 555-0177 stopped. There is no money left in the account.')
  expect(told('running')).toEqual([])
  const ended = { ...run, state: 'undone', endedAt: '2026-03-03T16:42:00.000Z', problem: { ...run.problem, code: 'NUMBER_GONE' } } as never
  const now = '2026-03-03T17:00:00.000Z' as Instant
  expect(barsOf({ setup: { practice, phoneNumbers: [], onboardingRuns: [ended] }, now })[0]?.id).toBe('run')
})
