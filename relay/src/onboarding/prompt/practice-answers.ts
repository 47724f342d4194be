import type { AssistantPlan } from '../assistant-plan.ts'
import { onOneLine } from './spoken-words.ts'

export function insurance({ assistant }: AssistantPlan): string {
  const { insurance: plans } = assistant
  return plans.length > 0
    ? `# Insurance\nWe take ${plans.join(', ')}. For any other say that you are not sure and that somebody can call them back about it. Never say what a plan covers.`
    : '# Insurance\nYou do not know which insurance is taken. Offer a call back. Never say what a plan covers.'
}

/** In the practice's own words; null when it gave none. */
export function practiceAnswers({ assistant }: AssistantPlan): string | null {
  if (assistant.answers.length === 0) return null
  const lines = assistant.answers.map(({ question, answer }) => `- ${onOneLine(question)} → ${onOneLine(answer)}`)
  return ['# Questions and what to answer', ...lines].join('\n')
}
