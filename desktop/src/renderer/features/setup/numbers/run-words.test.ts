import type { OnboardingRun, OnboardingStep } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { actionWords, againWords, elapsed, offersOf, runWords, stepState, takeBackWords } from './run-words.ts'

const instant = (seconds: number) => new Date(Date.UTC(2026, 2, 3, 16, 0) + seconds * 1_000).toISOString() as Instant
const step = (part: Partial<OnboardingStep>): OnboardingStep => ({
  ...{ name: 'buy', state: 'pending', attempts: 0, startedAt: null, doneAt: null, made: null, isOurs: true },
  ...part,
})
const run = (part: Partial<OnboardingRun>) => ({ steps: [], problem: null, retryAt: null, ...part }) as unknown as OnboardingRun
const when = () => 'at 4:05 PM'

test('a step at work counts the seconds, a done one keeps what it took', () => {
  expect(elapsed(step({}), instant(5))).toBe('')
  expect(elapsed(step({ state: 'running', startedAt: instant(0) }), instant(5))).toBe('5 s')
  expect(elapsed(step({ state: 'running', startedAt: instant(0) }), instant(200))).toBe('3 min')
  expect(elapsed(step({ state: 'done', startedAt: instant(0), doneAt: instant(0.8) }), instant(90))).toBe('0.8 s')
  expect(elapsed(step({ state: 'done', startedAt: instant(0), doneAt: instant(0.02) }), instant(90))).toBe('at once')
  expect(elapsed(step({ state: 'failed', startedAt: instant(0) }), instant(90))).toBe('')
})

test('a step that waits for a service says so, and one that found its thing there says that', () => {
  const moving = (one: OnboardingStep, retryAt: Instant | null = null) => stepState(one, { retryAt, state: 'running', steps: [one] })
  expect(moving(step({ state: 'running', attempts: 1 }))).toBe('At work')
  expect(moving(step({ state: 'running', attempts: 3 }))).toBe('At work, try 3')
  expect(moving(step({ state: 'pending', attempts: 1 }), instant(60))).toBe('Waits, then tries again')
  expect(moving(step({ state: 'done', made: 'PN1', isOurs: false }))).toBe('Done: was there already')
})

test('only the first step that is not done is at work', () => {
  const steps = [step({ name: 'buy', state: 'done' }), step({ name: 'service' }), step({ name: 'import' })]
  const words = steps.map((one) => stepState(one, { retryAt: null, state: 'running', steps }))
  expect(words).toEqual(['Done', 'At work', 'To do'])
  expect(steps.map((one) => stepState(one, { retryAt: null, state: 'failed', steps }))[1]).toBe('To do')
})

test('what is tried again soon says so, later by the clock', () => {
  expect(againWords(instant(20), instant(0), () => '4:05 PM')).toBe('in a moment')
  expect(againWords(instant(300), instant(0), () => '4:05 PM')).toBe('at 4:05 PM')
})

test('a run that waits names the time it goes on', () => {
  expect(runWords(run({ state: 'running', retryAt: instant(60) }), when).text).toMatch(/asked again at 4:05 PM/)
  expect(runWords(run({ state: 'running', steps: [step({ state: 'done' }), step({})] }), when).text).toBe('1 of 2 steps done.')
  expect(runWords(run({ state: 'undone', problem: { code: 'NUMBER_GONE' } as never }), when).title).toBe('Not set up')
  expect(runWords(run({ state: 'undone', problem: { code: 'STOPPED' } as never }), when).title).toBe('Taken back')
  expect(runWords(run({ state: 'failed' }), when)).toMatchObject({ title: 'Stopped', tone: 'amber' })
})

test('taking back says what it costs, and that carriers are not stopped by it', () => {
  expect(takeBackWords({ state: 'running', steps: [step({ state: 'done' })] })).toMatch(/rent is not paid back/)
  expect(takeBackWords({ state: 'failed', steps: [step({ state: 'failed' })] })).toBe('Everything made so far is removed.')
  expect(takeBackWords({ state: 'porting', steps: [] })).toMatch(/operator has to stop it/)
})

test('a number that is gone is not asked for again', () => {
  expect(offersOf(run({ state: 'failed', problem: { code: 'NUMBER_GONE' } as never }))).toEqual(['another', 'undo'])
  expect(offersOf(run({ state: 'failed', problem: { code: 'NO_FUNDS' } as never }))).toEqual(['retry', 'undo'])
  expect(offersOf(run({ state: 'done' }))).toEqual([])
  expect(offersOf(run({ state: 'undoing' }))).toEqual([])
})

test('what was taken back is added anew, not tried again', () => {
  const problem = { action: 'The operator tops the account up. Then press Try again.' } as never
  expect(actionWords({ state: 'failed', problem })).toMatch(/Then press Try again\.$/)
  expect(actionWords({ state: 'undone', problem })).toMatch(/Then add the number again\.$/)
})
