import { greetingOf, withoutBraces } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import type { AssistantPlan } from './assistant-plan.ts'
import { assistantPrompt } from './assistant-prompt.ts'
import { assistantTools } from './assistant-tools.ts'

/** The voice service may end longer calls by itself. */
const MOST_SECONDS = 840
const MOST_KEYTERMS = 60

const SUMMARY =
  'Summarise the call for the front desk in two or three short, plain sentences: who called and for whom, what they wanted, what was ' +
  'done, and what is still open. Use only what was said in the call. Judge nothing medically.'

/** The whole assistant, made of practice data alone. Pure. */
export function assistantSpecOf(plan: AssistantPlan): AssistantSpec {
  const { assistant } = plan
  return {
    firstMessage: greetingOf(plan.practiceName, assistant),
    prompt: assistantPrompt(plan),
    languages: assistant.languages,
    voice: assistant.voice,
    keyterms: keytermsOf(plan),
    tools: assistantTools(plan),
    transfer: transferOf(plan),
    failureWords: failureWordsOf(plan),
    desk: plan.deskNumber,
    recordCalls: assistant.recordCalls,
    maxSeconds: MOST_SECONDS,
    summaryPrompt: SUMMARY,
    timeZone: plan.timeZone,
  }
}

function keytermsOf({ practiceName, assistant, providers, bookedAtOnce, leftToStaff }: AssistantPlan): string[] {
  const names = [practiceName, assistant.name, ...providers.map((one) => one.spokenName)]
  const kinds = [...bookedAtOnce, ...leftToStaff].map((type) => type.name)
  return [...new Set([...names, ...kinds, ...assistant.insurance].map(withoutBraces))].slice(0, MOST_KEYTERMS)
}

const isSpanishFirst = ({ assistant }: AssistantPlan) => assistant.languages[0] === 'es'

function transferOf(plan: AssistantPlan): AssistantSpec['transfer'] {
  const { transferNumber: number, assistant } = plan
  if (number === null) return null
  const emergencies = assistant.putEmergenciesThrough ? ' Also, at any hour, after report_emergency has answered.' : ''
  return {
    number,
    description: `The front desk. When the caller asks for a person while the practice is open.${emergencies} Say that you are putting them through in the same turn.`,
    words: isSpanishFirst(plan) ? 'Le comunico con la recepción.' : 'I am putting you through to the front desk.',
  }
}

function failureWordsOf(plan: AssistantPlan): string {
  if (isSpanishFirst(plan))
    return plan.deskNumber
      ? 'Lo siento, tenemos un problema con la línea. Le comunico con la recepción.'
      : 'Lo siento, tenemos un problema con la línea. Por favor llame de nuevo en unos minutos. Si es una emergencia, llame al nueve uno uno.'
  return plan.deskNumber
    ? 'I am sorry, there is trouble on our line. I am putting you through to the front desk.'
    : 'I am sorry, there is trouble on our line. Please call again in a few minutes. If this is an emergency, call nine one one.'
}
