import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { expect, test } from 'vitest'
import { aiLineWords } from './ai-line-words.ts'

const phone = (part: Partial<PracticePhone> = {}) =>
  ({ isPrimary: true, status: 'active', vapiAssistantId: 'a', health: UNKNOWN_HEALTH, ...part }) as PracticePhone

test('the line is live when the assistant answers, and not known offline', () => {
  expect(aiLineWords([phone()], true)).toMatchObject({ tone: 'green', words: 'AI line: live' })
  expect(aiLineWords([phone()], false).words).toBe('AI line: not known')
  expect(aiLineWords([], true).words).toBe('AI line: no number yet')
})

test('a paused main number is said, also while another number answers', () => {
  expect(aiLineWords([phone({ status: 'paused' })], true)).toMatchObject({ tone: 'amber', words: 'AI line: paused' })
  const both = aiLineWords([phone({ status: 'paused' }), phone({ isPrimary: false })], true)
  expect(both.words).toBe('AI line: paused')
  expect(both.title).toMatch(/still answers another number/)
})

test('a problem that keeps callers away is not called live', () => {
  const problems = [
    { code: 'IMPORT_MISSING', message: 'The voice service does not have the number.', repair: 'button', since: '' },
  ] as never
  expect(aiLineWords([phone({ health: { ...UNKNOWN_HEALTH, problems } })], true).words).toBe('AI line: problem')
})
