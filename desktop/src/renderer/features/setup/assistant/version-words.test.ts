import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { expect, test } from 'vitest'
import { timesIn } from '../../../ui/times.ts'
import { canRevertTo, changeLines, heldAs, newestOf, publishState, speakingOf, versionTag } from './version-words.ts'

const AT = '2026-03-03T16:42:00.000Z'
const version = (number: number, part: Partial<AssistantVersion> = {}): AssistantVersion =>
  ({
    ...{ id: `v${number}`, version: number, state: 'replaced', changes: [], revertOf: null, by: 'Front desk', problem: null },
    ...{ createdAt: AT, publishedAt: AT },
    ...part,
  }) as AssistantVersion
const say = { times: timesIn('America/Chicago' as never, 'en-US'), today: '2026-03-03' as never }
const phone = (part: object = {}) => ({
  status: 'active' as const,
  way: 'new' as const,
  vapiAssistantId: 'a',
  assistantVersion: null,
  ...part,
})
const phones = [phone()]
const spoken = version(3, { state: 'published' })

test('the state of publishing is one sentence', () => {
  const words = (...versions: AssistantVersion[]) => publishState(versions, phones, say)
  expect(words()).toMatchObject({ tone: 'waiting', canRetry: false })
  expect(words(spoken).words).toBe('Given to the assistant today 10:42 AM.')
  expect(words(version(4, { state: 'waiting', publishedAt: null }), spoken).words).toMatch(/few seconds/)
  expect(words(version(4, { state: 'publishing', publishedAt: null }), spoken).words).toBe('Being given to the assistant.')
})

test('what could not be given says why and can be tried again', () => {
  const failed = version(4, { state: 'failed', problem: 'The voice service refused it.', publishedAt: null })
  expect(publishState([failed, spoken], phones, say)).toEqual({
    words: 'Could not be given to the assistant: The voice service refused it.',
    tone: 'problem',
    canRetry: true,
  })
  const late = version(4, { state: 'publishing', problem: 'The voice service could not be reached.', publishedAt: null })
  expect(publishState([late, spoken], phones, say)).toMatchObject({ tone: 'problem', canRetry: true })
})

test('a change that was taken back before it was given does not count', () => {
  const versions = [version(4, { publishedAt: null }), spoken]
  expect(newestOf(versions)).toBe(spoken)
  expect(publishState(versions, phones, say).tone).toBe('settled')
})

test('callers hear the last one that was given, also while a newer one waits or failed', () => {
  expect(speakingOf([version(4, { state: 'failed', publishedAt: null }), spoken, version(2)])).toBe(spoken)
  expect(speakingOf([])).toBeNull()
})

test('after going back, changes are held until the set-up is published', () => {
  expect(heldAs([version(5, { state: 'published', revertOf: 2 }), version(4)])).toBe(2)
  expect(heldAs([version(6, { state: 'published' }), version(5, { revertOf: 2 })])).toBeNull()
})

test('one can go back only to what callers once heard and do not hear now', () => {
  expect(canRevertTo(version(2), spoken)).toBe(true)
  expect(canRevertTo(spoken, spoken)).toBe(false)
  expect(canRevertTo(version(4, { state: 'failed', publishedAt: null }), spoken)).toBe(false)
})

test('each version says where it stands', () => {
  expect(versionTag(spoken, spoken)?.words).toBe('Callers hear this')
  expect(versionTag(version(2), spoken)).toBeNull()
  expect(versionTag(version(4, { state: 'failed', publishedAt: null }), spoken)?.words).toBe('Not given')
})

test('a version always says what it changed', () => {
  expect(changeLines(version(1))).toEqual(['The first one.'])
  expect(changeLines(version(5, { revertOf: 2, changes: ['Hours on Tuesday: 8:00 was 9:00'] }))).toEqual([
    'Back to version 2.',
    'Hours on Tuesday: 8:00 was 9:00',
  ])
})

test('an assistant the operator made by hand does not follow Setup, and that is said', () => {
  const given = phone({ way: 'given' })
  expect(publishState([], [given], say)).toMatchObject({ words: expect.stringContaining('by hand'), canRetry: false })
  expect(publishState([spoken], [given, phone()], say).tone).toBe('settled')
  expect(publishState([spoken], [phone({ way: 'given', assistantVersion: 3 })], say).tone).toBe('settled')
  expect(publishState([spoken], [given, phone({ status: 'released' })], say).tone).toBe('problem')
})
