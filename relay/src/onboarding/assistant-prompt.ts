import { withoutBraces } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { AssistantPlan } from './assistant-plan.ts'
import { booking, ownVisits } from './prompt/booking.ts'
import { emergencies } from './prompt/emergencies.ts'
import { clockLine, identity } from './prompt/identity.ts'
import { callBacks, limits } from './prompt/people.ts'
import { insurance, practiceAnswers } from './prompt/practice-answers.ts'
import { practiceFacts, visits } from './prompt/practice-facts.ts'
import { speaking } from './prompt/speaking.ts'

/** What the assistant is told before each call. It is read again at every turn, so every line costs the caller time. */
export function assistantPrompt(plan: AssistantPlan): string {
  const rest = [
    emergencies(plan),
    speaking(plan),
    practiceFacts(plan),
    visits(plan),
    booking(plan),
    ownVisits(),
    callBacks(plan),
    insurance(plan),
    practiceAnswers(plan),
    limits(),
  ]
  // Only the clock may hold braces: it is the one place that the voice service is to fill in.
  return [withoutBraces(identity(plan)), clockLine(plan), ...rest.flatMap((part) => (part === null ? [] : withoutBraces(part)))].join(
    '\n\n',
  )
}
