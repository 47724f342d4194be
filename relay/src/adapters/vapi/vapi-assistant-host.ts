import { VapiClient } from '@vapi-ai/server-sdk'
import type { AssistantHost } from '../../ports/assistant-host.ts'
import { ask, readId } from './host-answer.ts'
import { hostedAssistants } from './hosted-assistants.ts'
import { hostedNumbers, type TwilioKeys } from './hosted-numbers.ts'
import type { RelayServer } from './server-address.ts'
import type { VapiOptions } from './vapi-voice-agent.ts'

export type VapiHostOptions = VapiOptions &
  RelayServer & {
    /** With these the voice service takes over a number's calls. */
    twilio: TwilioKeys
    /** For tests; see `TIMEOUT_SECONDS`. */
    timeoutSeconds?: number
  }

const TIMEOUT_SECONDS = 15

/** Assistants and numbers at Vapi. Never throws; its answers hold codes only. */
export function vapiAssistantHost(options: VapiHostOptions): AssistantHost {
  const { apiKey, baseUrl, timeoutSeconds = TIMEOUT_SECONDS, twilio } = options
  // The client would repeat POST requests on its own, and make two of what is wanted once.
  const client = new VapiClient({ token: apiKey, baseUrl: baseUrl ?? undefined, timeoutInSeconds: timeoutSeconds, maxRetries: 0 })
  return {
    ...hostedAssistants(client, options),
    ...hostedNumbers(client, options, twilio),
    placeCall: ({ assistantId, hostedNumberId, to }) =>
      ask('change', async () => {
        const call = await client.calls.create({ assistantId, phoneNumberId: hostedNumberId, customer: { number: to } })
        return { externalId: readId('id' in call ? call.id : undefined) }
      }),
  }
}
