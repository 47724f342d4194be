import { VapiClient } from '@vapi-ai/server-sdk'

/** The real client, talking to a stand-in at `base`, one attempt per request. */
export const vapiClientAt = (base: string, apiKey: string) => new VapiClient({ token: apiKey, baseUrl: base, maxRetries: 0 })
