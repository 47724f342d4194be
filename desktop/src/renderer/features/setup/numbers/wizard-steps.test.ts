import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { lacks, neighbour, stepMarks, WIZARD_STEPS, type WizardStep } from './wizard-steps.ts'
import type { WizardDraft } from './wizard-store.ts'

const chosen = {
  phoneNumber: '+15125550177' as PhoneNumber,
  kind: 'local',
  locality: 'Austin',
  region: 'TX',
  rentMicrodollars: 1_150_000,
} as const
const EMPTY: WizardDraft = {
  ...{ way: null, search: null, chosen: null, label: '', isMain: false, ownLine: '', carrier: 'att', when: 'noAnswer', portNumber: '' },
  ...{ port: { carrier: '', accountName: '', accountNumber: '', serviceAddress: '', note: '', dueOn: '' }, seen: [] },
}
const draft = (part: Partial<WizardDraft>): WizardDraft => ({ ...EMPTY, ...part })
const ground = { country: 'US', run: null, ours: ['+15125550100' as PhoneNumber] }
const stateOf = (marks: ReturnType<typeof stepMarks>, step: WizardStep) => marks.find((one) => one.step === step)?.state
const run = (state: OnboardingRun['state']) => ({ state }) as OnboardingRun

test('nothing behind the choice of a way opens before it is made', () => {
  const marks = stepMarks(EMPTY, ground)
  expect(stateOf(marks, 'way')).toBe('open')
  expect(stateOf(marks, 'number')).toBe('closed')
})

test('with a number chosen one gets to the review, and not past it', () => {
  const marks = stepMarks(draft({ way: 'new', chosen }), ground)
  expect(stateOf(marks, 'review')).toBe('open')
  expect(stateOf(marks, 'progress')).toBe('closed')
})

test('forwarding needs the own line, which is none of the numbers here', () => {
  expect(lacks('number', draft({ way: 'forward', chosen }), ground)).toMatch(/own number/)
  expect(lacks('number', draft({ way: 'forward', chosen, ownLine: '(512) 555-0100' }), ground)).toMatch(/cannot forward to itself/)
  expect(lacks('number', draft({ way: 'forward', chosen, ownLine: '(512) 555-0142' }), ground)).toBeNull()
})

test('a number to bring over is read as people write it, and must not be here already', () => {
  expect(lacks('number', draft({ way: 'port', portNumber: '512' }), ground)).toBe('Write the number to bring over.')
  expect(lacks('number', draft({ way: 'port', portNumber: '512 555 0142' }), ground)).toBeNull()
  expect(lacks('number', draft({ way: 'port', portNumber: '512 555 0100' }), ground)).toBe('This number is here already.')
})

test('once a run has begun its choices are closed to change, and trying opens when it is done', () => {
  const marks = stepMarks(EMPTY, { ...ground, run: run('running') })
  expect(stateOf(marks, 'number')).toBe('past')
  expect(neighbour('assistant', -1, marks)).toBeNull()
  expect(stateOf(marks, 'try')).toBe('closed')
  expect(stateOf(stepMarks(EMPTY, { ...ground, run: run('done') }), 'try')).toBe('open')
  expect(lacks('progress', EMPTY, { ...ground, run: run('failed') })).toBe('The number is not set up yet.')
})

test('next and back walk over the open steps in their order', () => {
  const marks = stepMarks(draft({ way: 'new', chosen }), ground)
  expect(neighbour('practice', -1, marks)).toBeNull()
  expect(neighbour('practice', 1, marks)).toBe(WIZARD_STEPS[1])
  expect(neighbour('review', 1, marks)).toBeNull()
})
