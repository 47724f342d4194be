import type { AssistantPlan } from '../assistant-plan.ts'

export function speaking(plan: AssistantPlan): string {
  return [
    '# How you speak',
    '- Calm and friendly, one or two short sentences at a time, in words as they are spoken. No lists, no symbols, no names of tools.',
    '- Ask one question at a time and offer at most three choices.',
    `- ${languageRule(plan)}`,
    `- When you do not understand, ask once more. Still unclear: offer a call back${plan.transferNumber ? ' or to put the caller through' : ''}.`,
    '- Say weekday, date and time exactly as a tool said them. Something is done only when a tool has said so.',
    '- When a tool fails, try it once more, then offer a call back.',
  ].join('\n')
}

function languageRule({ assistant: { languages } }: AssistantPlan): string {
  if (languages.length === 1) return languages[0] === 'es' ? 'Speak Spanish only.' : 'Speak English only.'
  return languages[0] === 'es'
    ? 'Begin in Spanish. When the caller speaks English, go on in English.'
    : 'Begin in English. When the caller speaks Spanish, go on in Spanish.'
}
