import type { NumberProblem, NumberProblemCode, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { epochMs, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Tone } from '../../../ui/Tag.tsx'

export type StateWords = { words: string; tone: Tone; meaning: string }

/** What a caller of this number meets, in one line. `day` says an instant as a day. */
export function numberState(phone: PracticePhone, day: (at: string) => string): StateWords {
  if (phone.status === 'released') return { words: 'Given up', tone: 'grey', meaning: 'It is not the practice’s any more.' }
  if (phone.releaseAt)
    return {
      words: `Given up on ${day(phone.releaseAt)}`,
      tone: 'amber',
      meaning: phone.status === 'paused' ? 'Until then calls ring the desk.' : 'Until then everything works as before.',
    }
  if (phone.status === 'paused')
    return {
      words: 'Paused: calls ring the desk',
      tone: 'amber',
      meaning: 'The assistant does not answer. Unanswered calls go to voicemail.',
    }
  if (!phone.vapiAssistantId) return { words: 'No assistant', tone: 'amber', meaning: 'Calls here are not answered by the assistant.' }
  if (callsTrouble(phone)) return { words: 'Calls have a problem', tone: 'amber', meaning: callsTrouble(phone)?.message ?? '' }
  return { words: 'Answers calls', tone: 'green', meaning: 'The assistant answers calls here.' }
}

export const TEXTING: Record<PracticePhone['texting'], StateWords> = {
  ready: { words: 'Texts work', tone: 'green', meaning: 'Texts go out from here and come in.' },
  waiting: {
    words: 'Texts wait for the carriers',
    tone: 'amber',
    meaning: 'No text goes out until the carriers agree. Calls work meanwhile.',
  },
  refused: { words: 'Carriers refused texts', tone: 'amber', meaning: 'No text goes out. Leave to text says why. Calls work.' },
}

// With these a caller does not reach the assistant.
const STOPS_CALLS = new Set<NumberProblemCode>([
  'NUMBER_MISSING',
  'VOICE_ADDRESS_CHANGED',
  'IMPORT_MISSING',
  'ASSISTANT_MISSING',
  'ASSISTANT_NOT_LINKED',
  'VENDOR_BLOCKED',
])

/** The problem that keeps callers from the assistant; null when there is none, or when calls are not meant to reach it. */
export const callsTrouble = (phone: PracticePhone): NumberProblem | null =>
  phone.status === 'active' ? (phone.health.problems.find((one) => STOPS_CALLS.has(one.code)) ?? null) : null

/** Whether the assistant that answers is one the operator made by hand; once it was replaced it is one of ours. */
const isByHand = ({ way, assistantVersion }: Pick<PracticePhone, 'way' | 'assistantVersion'>): boolean =>
  way === 'given' && assistantVersion === null

/** What replacing the assistant of a number does. */
export const replaceWords = (phone: Pick<PracticePhone, 'way' | 'assistantVersion'>): string =>
  isByHand(phone)
    ? 'The operator made this assistant by hand. A new one is made from Setup and answers instead; what was special about the present one is gone for callers.'
    : 'A new one is made from Setup and answers within seconds; the present one is removed. Callers are answered all the time.'

export const WAYS: Record<PracticePhone['way'], string> = {
  given: 'Set up by the operator',
  new: 'A number of its own',
  forward: 'Behind the practice’s own number, which forwards here',
  port: 'Brought over from another carrier',
}

/** The run that somebody still has to look at, under way or stopped: no other number can be set up meanwhile. */
export const openRun = (runs: OnboardingRun[]): OnboardingRun | null =>
  runs.find((one) => ['running', 'failed', 'undoing'].includes(one.state)) ?? null

/** Numbers that carriers are bringing over. That takes weeks, and others can be set up meanwhile. */
export const portingRuns = (runs: OnboardingRun[]): OnboardingRun[] => runs.filter((one) => one.state === 'porting')

const SHOWN_MS = 24 * 3_600_000

/** The newest run when it could not be done and took itself back, for a day: else nobody would see why there is no number. */
export function endedBadly([newest]: OnboardingRun[], now: Instant): OnboardingRun | null {
  if (newest?.state !== 'undone' || newest.problem === null || newest.problem.code === 'STOPPED') return null
  return newest.endedAt && epochMs(now) - epochMs(newest.endedAt) < SHOWN_MS ? newest : null
}

/** The main one first, those that are gone last, and otherwise as they came. */
export const inOrder = (phones: PracticePhone[]): PracticePhone[] =>
  phones.toSorted(
    (a, b) =>
      Number(a.status === 'released') - Number(b.status === 'released') ||
      Number(b.isPrimary) - Number(a.isPrimary) ||
      (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0),
  )
