import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { WizardDraft } from './wizard-store.ts'

export const WIZARD_STEPS = ['practice', 'hours', 'way', 'number', 'assistant', 'texts', 'review', 'progress', 'try', 'live'] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

export const STEP_TITLES: Record<WizardStep, string> = {
  practice: 'Practice',
  hours: 'Hours and types',
  way: 'Which number',
  number: 'The number',
  assistant: 'Assistant',
  texts: 'Leave to text',
  review: 'Cost and start',
  progress: 'Being set up',
  try: 'Try it',
  live: 'Go live',
}

type Ground = {
  country: string
  run: OnboardingRun | null
  /** The practice's numbers here, which cannot be had a second time. */
  ours: PhoneNumber[]
}

/** Which number a draft would get; null while that is not said yet. */
export function wantedNumber(draft: WizardDraft, country: string): PhoneNumber | null {
  if (draft.way === 'port') return readPhoneNumber(draft.portNumber, country)
  return draft.chosen?.phoneNumber ?? null
}

/** What keeps the wizard on a step, in plain words; null when one may go on. */
export function lacks(step: WizardStep, draft: WizardDraft, { country, run, ours }: Ground): string | null {
  if (step === 'way') return draft.way ? null : 'Choose one of the three.'
  if (step === 'number') {
    if (!draft.way) return 'Choose first how the practice comes to the number.'
    if (draft.way === 'forward') {
      const own = readPhoneNumber(draft.ownLine, country)
      if (!own) return 'Write the practice’s own number.'
      if (ours.includes(own)) return 'The own number is one of those here already: it cannot forward to itself.'
    }
    const wanted = wantedNumber(draft, country)
    if (!wanted) return draft.way === 'port' ? 'Write the number to bring over.' : 'Choose a number from the list.'
    return ours.includes(wanted) ? 'This number is here already.' : null
  }
  if (step === 'review') return run ? null : 'Press “Get this number”.'
  if (step === 'progress') return run?.state === 'done' ? null : 'The number is not set up yet.'
  return null
}

/** `past`: done, and not to be changed any more. `closed`: not yet. */
export type StepMark = { step: WizardStep; state: 'done' | 'open' | 'past' | 'closed' }

/** How each step is marked in the column: those behind a step that lacks something cannot be opened yet, and once a run has begun, what
 *  it was begun with is over. */
export function stepMarks(draft: WizardDraft, ground: Ground): StepMark[] {
  const { run } = ground
  if (run) return WIZARD_STEPS.map((step) => ({ step, state: stateBeside(step, run, draft) }))
  let isReached = true
  return WIZARD_STEPS.map((step) => {
    const isOpen = isReached
    const lack = lacks(step, draft, ground)
    if (lack) isReached = false
    const state = !isOpen ? 'closed' : lack || !draft.seen.includes(step) ? 'open' : 'done'
    return { step, state } as const
  })
}

function stateBeside(step: WizardStep, run: OnboardingRun, { seen }: WizardDraft): StepMark['state'] {
  const isSetUp = run.state === 'done'
  if (step === 'assistant' || step === 'texts') return seen.includes(step) ? 'done' : 'open'
  if (step === 'progress') return isSetUp ? 'done' : 'open'
  if (step === 'try' || step === 'live') return !isSetUp ? 'closed' : seen.includes(step) ? 'done' : 'open'
  return 'past'
}

/** The step before or after that can be opened; null at the ends. */
export function neighbour(at: WizardStep, step: -1 | 1, marks: StepMark[]): WizardStep | null {
  const open = marks.filter((one) => one.step === at || (one.state !== 'closed' && one.state !== 'past')).map((one) => one.step)
  return open[open.indexOf(at) + step] ?? null
}
