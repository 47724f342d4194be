import { type ServedSandbox, serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { redirectedTwilio } from '@dentalanswer/relay/sandbox/wire/redirected-twilio.ts'
import { vapiClientAt } from '@dentalanswer/relay/sandbox/wire/vapi-client.ts'
import { expect, onTestFinished } from 'vitest'
import { checkSandbox } from './check-sandbox.ts'
import { descriptions } from './test-with-specs.ts'

export const account = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'token' }
export const OURS = '+15125550200'
export const ANA = '+15125550142'

/** A sandbox with one number, spoken to by the vendors' own clients; the relay behind it answers everything with `{}`. */
export async function openSandbox() {
  const sandbox: ServedSandbox = await serveSandbox(
    {
      twilio: { ...account, numbers: [OURS] },
      vapi: { apiKey: 'key', webhookSecret: 'secret' },
      relayBase: 'https://relay.example.test',
      people: async () => [],
      practice: async () => ({ name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }),
      delays: 'manual',
      fetch: () => Response.json({}),
    },
    0,
  )
  onTestFinished(sandbox.close)
  return { sandbox, twilio: redirectedTwilio(`${sandbox.url}/twilio`, account), vapi: vapiClientAt(`${sandbox.url}/vapi`, 'key') }
}

/** Whatever was asked and answered is as described, and all of this was: lines such as `GET /call/{id} 200`. */
export function expectConforming(sandbox: ServedSandbox, said: string[]) {
  const { problems, checked } = checkSandbox(descriptions(), sandbox, { wrongOnPurpose: true })
  expect(problems).toEqual([])
  expect(checked).toEqual([...said].sort())
}
