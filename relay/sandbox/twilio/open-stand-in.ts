import type { FormValues } from '../wire/form.ts'
import { readForm } from '../wire/form.ts'
import { redirectedTwilio } from '../wire/redirected-twilio.ts'
import { serveLocally } from '../wire/serve.ts'
import { createTwilioStandIn, type TwilioStandInOptions } from './stand-in.ts'

export const ACCOUNT = { accountSid: `AC${'0'.repeat(31)}1`, authToken: '0123456789abcdef0123456789abcdef' }
export const OURS = '+15125550200'
export const ANA = '+15125550142'

export type HeardWebhook = { url: string; params: FormValues; signature: string | null }

/** A stand-in on a real port with the real client, and a relay that only listens. For tests. */
export async function openStandIn(options: Partial<TwilioStandInOptions> = {}) {
  const heard: HeardWebhook[] = []
  const relay = { answer: () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } }) }
  const standIn = createTwilioStandIn({
    ...ACCOUNT,
    webhookBase: 'https://relay.example.test',
    delays: 'manual',
    numbers: [OURS],
    fetch: async (request) => {
      heard.push({ url: request.url, params: readForm(await request.text()), signature: request.headers.get('x-twilio-signature') })
      return relay.answer()
    },
    ...options,
  })
  const server = await serveLocally(standIn.app.fetch, 0)
  const close = async () => {
    standIn.close()
    await server.close()
  }
  return { standIn, heard, relay, url: server.url, client: redirectedTwilio(server.url, ACCOUNT), close }
}
