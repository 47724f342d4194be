import type { NumberProblemCode, OnboardingProblemCode, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { faultPoints } from '../fault-points.ts'
import type { AssistantHost, AssistantSpec } from '../ports/assistant-host.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import type { LineDeps } from './line-deps.ts'
import type { SeenNumber } from './look-at-number.ts'
import { problemOfRefusal } from './onboarding-problems.ts'

/** What one try of a step came to. `inDoubt`: something may have been created although no answer said so. */
export type StepResult =
  | { kind: 'done'; made: string | null; isOurs: boolean }
  /** The last look at everything, with which the number is saved. */
  | { kind: 'verified'; seen: SeenNumber }
  | { kind: 'stopped'; code: OnboardingProblemCode; vendorCode: string | null; differs?: NumberProblemCode[] }
  | { kind: 'wait'; vendorCode: string; retryAfterMs: number | null; inDoubt: boolean }

/** Asks a vendor once, with a place before and after where a test may end the process. */
export type Ask = <T>(request: () => Promise<VendorAnswer<T>>) => Promise<VendorAnswer<T>>

export const asking =
  (place: string): Ask =>
  async (request) => {
    faultPoints.reach(`onboarding:${place}:before`)
    const answer = await request()
    faultPoints.reach(`onboarding:${place}:after`)
    return answer
  }

export type StepWork = {
  run: OnboardingRun
  lines: LineDeps & { host: AssistantHost }
  ask: Ask
  practiceTag: string
  numberTag: string
  practiceId: string
  /** The assistant as the practice's set-up makes it now. */
  spec: AssistantSpec
  /** An earlier try whose answer never came may still be at work, so nothing may be created now. */
  isInDoubt: boolean
  /** So much time has passed (a machine that slept, a slow look) that another worker may do this step before a request has ended: then
   *  nothing may be created either. */
  isLate(): boolean
}

export const done = (made: string | null = null, isOurs = false): StepResult => ({ kind: 'done', made, isOurs })

type Unanswered = Exclude<VendorAnswer<unknown>, { kind: 'done' }>

/** Reading, or setting what may be set twice: an unknown outcome is asked again. */
export function harmless(answer: Unanswered, isInDoubt = false): StepResult {
  if (answer.kind === 'refused') return { kind: 'stopped', code: problemOfRefusal(answer.code), vendorCode: answer.vendorCode }
  const retryAfterMs = answer.kind === 'later' ? answer.retryAfterMs : null
  return { kind: 'wait', vendorCode: answer.vendorCode, retryAfterMs, inDoubt: isInDoubt }
}

/** Creating: an unknown outcome leaves it in doubt. */
export function creating(answer: Unanswered): StepResult {
  return harmless(answer, answer.kind === 'unknown')
}

/** Nothing was found, and too early to create it again. */
export const tooEarly = (): StepResult => ({ kind: 'wait', vendorCode: '', retryAfterMs: null, inDoubt: true })
