import type { Vapi } from '@vapi-ai/server-sdk'
import type { AssistantSpec } from '../../ports/assistant-host.ts'
import { lineIn } from './spoken-lines.ts'

type Hook = Vapi.CreateAssistantDtoHooksItem

/** What happens when nobody speaks, and when a part of the voice service fails. */
export function assistantHooks({ languages, failureWords, desk }: AssistantSpec): Hook[] {
  return [askAgain(lineIn('areYouThere', languages)), giveUp(lineIn('goodbye', languages)), ...(desk ? [ringDesk(desk, failureWords)] : [])]
}

const askAgain = (line: string): Hook => ({
  on: 'customer.speech.timeout',
  options: { timeoutSeconds: 12, triggerMaxCount: 2, triggerResetMode: 'onUserSpeech' },
  do: [{ type: 'say', exact: line }],
})

const giveUp = (line: string): Hook => ({
  on: 'customer.speech.timeout',
  options: { timeoutSeconds: 40, triggerMaxCount: 1, triggerResetMode: 'onUserSpeech' },
  do: [
    { type: 'say', exact: line },
    { type: 'tool', tool: { type: 'endCall' } },
  ],
})

/** Compared as parts of the reason a call ends for. docs.vapi.ai/calls/call-ended-reason */
const FAULTS = [
  'pipeline-error',
  'vapifault',
  'providerfault',
  'call.start.error',
  'worker-shutdown',
  'phone-call-provider-closed-websocket',
]

/** Here nothing can be said but what goes with the transfer; a summary would need the part that has failed. */
const ringDesk = (number: string, words: string): Hook => ({
  on: 'call.ending',
  filters: [{ type: 'oneOf', key: 'call.endedReason', oneOf: FAULTS }],
  do: [{ type: 'tool', tool: { type: 'transferCall', destinations: [{ type: 'number', number, message: words }] } }],
})
