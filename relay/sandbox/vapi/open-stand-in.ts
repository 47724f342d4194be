import { VapiClient } from '@vapi-ai/server-sdk'
import { serveLocally } from '../wire/serve.ts'
import { createVapiStandIn, type VapiStandInOptions } from './stand-in.ts'

export const KEY = 'sandbox-key'
export const SECRET = 'sandbox-secret'
export const OURS = '+15125550200'
export const ANA = '+15125550142'

type Posted = { id?: string; function?: { name: string; arguments?: unknown }; name?: string; toolCall?: Posted }
export type HeardMessage = { url: string; secret: string | null; message: Record<string, unknown> & { type: string } }

/** A stand-in on a real port with the real client, and a relay that answers every tool call with its own name. For tests. */
export async function openStandIn(options: Partial<VapiStandInOptions> = {}) {
  const heard: HeardMessage[] = []
  const relay = { answer: (message: HeardMessage['message']) => Response.json({ results: resultsFor(message) }) }
  const standIn = createVapiStandIn({
    apiKey: KEY,
    webhookSecret: SECRET,
    relayBase: 'https://relay.example.test',
    delays: 'manual',
    fetch: async (request) => {
      const { message } = (await request.json()) as { message: HeardMessage['message'] }
      heard.push({ url: request.url, secret: request.headers.get('x-vapi-secret'), message })
      return message.type === 'tool-calls' ? relay.answer(message) : Response.json({})
    },
    ...options,
  })
  const server = await serveLocally(standIn.app.fetch, 0)
  const close = async () => {
    standIn.close()
    await server.close()
  }
  return { standIn, heard, relay, url: server.url, client: new VapiClient({ token: KEY, baseUrl: server.url, maxRetries: 0 }), close }
}

function resultsFor(message: HeardMessage['message']) {
  const list = (message.toolCallList ?? message.toolWithToolCallList) as Posted[]
  return list.map((posted) => {
    const call = posted.toolCall ?? posted
    const name = call.function?.name ?? call.name
    return { name, toolCallId: call.id, result: `${name} done.` }
  })
}
