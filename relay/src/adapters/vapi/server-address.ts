import type { Vapi } from '@vapi-ai/server-sdk'

/** Where the voice service reaches this relay, and what it shows there. */
export type RelayServer = { apiUrl: string; webhookSecret: string; credentialId: string | null }

/** One of our addresses. With a credential of the dashboard the secret is not in the assistant, where everybody who can read it sees it. */
export function serverAt(server: RelayServer, path: string, patience: { seconds: number; retries: number }): Vapi.Server {
  return {
    url: `${server.apiUrl}${path}`,
    ...(server.credentialId ? { credentialId: server.credentialId } : { headers: { 'X-Vapi-Secret': server.webhookSecret } }),
    timeoutSeconds: patience.seconds,
    backoffPlan: backoffPlan(patience.retries),
  }
}

/** Messages. Without a plan a report that comes while the relay restarts would be lost. */
export const messagesAt = (server: RelayServer) => serverAt(server, '/api/webhooks/vapi', { seconds: 20, retries: 5 })

// A refusal stays one, and would only be asked again during a call.
const FINAL = [400, 401, 403, 404, 413]

/** The client's types say objects where its API, and its own description, take a word and numbers. */
function backoffPlan(maxRetries: number): Vapi.BackoffPlan {
  const plan = { type: 'exponential', maxRetries, baseDelaySeconds: 1, excludedStatusCodes: FINAL }
  return plan as unknown as Vapi.BackoffPlan
}
