import { answerAsked } from './scripted/answer-asked.ts'
import { type CallerState, fullName, type Step } from './scripted/caller-state.ts'
import { isEmergency, isGoodbye, isNo } from './scripted/caller-words.ts'
import { hearDetails } from './scripted/hear-details.ts'
import { hearWish } from './scripted/hear-wish.ts'
import { nextStep } from './scripted/next-step.ts'

export { type CallerState, openState, type Step } from './scripted/caller-state.ts'
export { heardResult } from './scripted/heard-result.ts'

/** What the receptionist does when the caller says something: speaks, calls one tool of the relay's, or ends the call. */
export function step(state: CallerState, callerText: string): Step {
  const text = callerText.trim()
  if (isEmergency(text)) {
    const name = fullName(state.details)
    return { state: { ...state, wish: null }, tool: { name: 'report-emergency', args: { description: text, ...(name && { name }) } } }
  }
  const isDone = isGoodbye(text) || (state.asking === 'more' && isNo(text))
  if (isDone) return { state, say: 'Thank you for calling. Goodbye.', end: true }
  const heard = hearDetails(hearWish(state, text), text)
  return answerAsked(heard, text) ?? nextStep(heard)
}
