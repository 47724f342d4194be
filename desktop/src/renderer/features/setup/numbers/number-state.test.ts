import { type NumberProblem, type OnboardingRun, UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { callsTrouble, endedBadly, inOrder, numberState, openRun, portingRuns, replaceWords } from './number-state.ts'

const at = '2026-03-03T16:42:00.000Z'
const phone = (part: Partial<PracticePhone> = {}): PracticePhone =>
  ({
    ...{ id: 'p1', phoneNumber: '+15125550100', label: '', isPrimary: true, status: 'active', way: 'new', texting: 'ready' },
    ...{ vapiAssistantId: 'a1', health: UNKNOWN_HEALTH, forwardTest: null, trial: null, releaseAt: null, createdAt: at },
    ...part,
  }) as PracticePhone
const problem = (code: NumberProblem['code']): NumberProblem =>
  ({ code, message: 'The assistant is not on the number.', repair: 'button', since: at }) as NumberProblem
const withProblem = (code: NumberProblem['code']) => ({ health: { ...UNKNOWN_HEALTH, problems: [problem(code)] } })
const words = (part: Partial<PracticePhone>) => numberState(phone(part), () => 'Thu, Apr 2').words

test('a number says what a caller meets there', () => {
  expect(words({})).toBe('Answers calls')
  expect(words({ status: 'paused' })).toBe('Paused: calls ring the desk')
  expect(words({ vapiAssistantId: null })).toBe('No assistant')
  expect(words({ status: 'released' })).toBe('Given up')
  expect(words({ releaseAt: at as never })).toBe('Given up on Thu, Apr 2')
  expect(words(withProblem('ASSISTANT_NOT_LINKED'))).toBe('Calls have a problem')
})

test('only what keeps callers away is trouble with calls, and not while it is paused', () => {
  expect(callsTrouble(phone(withProblem('IMPORT_MISSING')))?.code).toBe('IMPORT_MISSING')
  expect(callsTrouble(phone(withProblem('ADDRESSES_CHANGED')))).toBeNull()
  expect(callsTrouble(phone({ ...withProblem('IMPORT_MISSING'), status: 'paused' }))).toBeNull()
})

test('the main number stands first and those given up last', () => {
  const old = phone({ id: 'old' as never, status: 'released' })
  const second = phone({ id: 'second' as never, isPrimary: false })
  const main = phone({ id: 'main' as never })
  expect(inOrder([old, second, main]).map((one) => one.id)).toEqual(['main', 'second', 'old'])
})

test('a run is looked at until it is done or taken back', () => {
  const run = (state: OnboardingRun['state']) => ({ id: state, state }) as unknown as OnboardingRun
  expect(openRun([run('done'), run('failed')])?.id).toBe('failed')
  expect(openRun([run('done'), run('undone')])).toBeNull()
  expect(openRun([run('porting'), run('running')])?.id).toBe('running')
  expect(openRun([run('porting'), run('done')])).toBeNull()
  expect(portingRuns([run('porting'), run('done')]).map((one) => one.id)).toEqual(['porting'])
})

test('a run that took itself back is shown for a day, unless staff stopped it or a newer one came', () => {
  const run = (code: string) => ({ state: 'undone', endedAt: at, problem: { code } }) as unknown as OnboardingRun
  const later = '2026-03-03T18:00:00.000Z' as Instant
  expect(endedBadly([run('NUMBER_GONE')], later)?.problem?.code).toBe('NUMBER_GONE')
  expect(endedBadly([run('STOPPED')], later)).toBeNull()
  expect(endedBadly([{ state: 'done' } as OnboardingRun, run('NUMBER_GONE')], later)).toBeNull()
  expect(endedBadly([run('NUMBER_GONE')], '2026-03-05T18:00:00.000Z' as Instant)).toBeNull()
  expect(endedBadly([], later)).toBeNull()
})

test('replacing an assistant made by hand says what is lost', () => {
  expect(replaceWords({ way: 'given', assistantVersion: null })).toMatch(/by hand/)
  expect(replaceWords({ way: 'given', assistantVersion: 3 })).not.toMatch(/by hand/)
  expect(replaceWords({ way: 'new', assistantVersion: null })).not.toMatch(/by hand/)
})
