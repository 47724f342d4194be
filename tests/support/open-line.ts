import { type ServedSandbox, serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { twilioNumberSupplier } from '@dentalanswer/relay/src/adapters/twilio/twilio-number-supplier.ts'
import { vapiAssistantHost } from '@dentalanswer/relay/src/adapters/vapi/vapi-assistant-host.ts'
import type { VendorAnswer } from '@dentalanswer/relay/src/ports/vendor-answer.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { onTestFinished } from 'vitest'

export const ACCOUNT = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'a-token-of-the-account' }
export const RELAY = 'https://relay.example.test'
export const OF = { tag: 'da:01970000-0000-7000-8000-000000000001', practiceId: 'practice-1', phoneNumberId: 'number-1' }
export const DESK = '+15125550100' as PhoneNumber
export const ADDRESSES = {
  smsUrl: `${RELAY}/sms`,
  smsFallbackUrl: 'https://backup.example.test/sms',
  statusUrl: `${RELAY}/status`,
  voiceFallbackUrl: 'https://backup.example.test/voice',
}
export const SERVICE = { tag: OF.tag, inboundUrl: ADDRESSES.smsUrl, statusUrl: ADDRESSES.statusUrl }

/** What a vendor answered; throws where it did not do what was asked. */
export function value<T>(answer: VendorAnswer<T>): T {
  if (answer.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
  return answer.value
}

/** The adapters for numbers and assistants, over the wire to a sandbox of their own. */
export async function openLine({ patienceSeconds = 2 } = {}) {
  const sandbox: ServedSandbox = await serveSandbox(
    {
      twilio: { ...ACCOUNT, numbers: [] },
      vapi: { apiKey: 'a-key', webhookSecret: 'a-secret-of-the-relay' },
      relayBase: RELAY,
      people: async () => [],
      practice: async () => ({ name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }),
      delays: 'manual',
      fetch: () => Response.json({}),
    },
    0,
  )
  onTestFinished(sandbox.close)
  const supplierOf = (authToken: string) =>
    twilioNumberSupplier({ ...ACCOUNT, authToken, apiBase: `${sandbox.url}/twilio`, timeoutMs: patienceSeconds * 1_000 })
  const hostOf = (apiKey: string) =>
    vapiAssistantHost({
      apiKey,
      baseUrl: `${sandbox.url}/vapi`,
      apiUrl: RELAY,
      webhookSecret: 'a-secret-of-the-relay',
      credentialId: null,
      twilio: ACCOUNT,
      timeoutSeconds: patienceSeconds,
    })
  const supplier = supplierOf(ACCOUNT.authToken)
  const wantedIn = async (areaCode: string, kind: 'local' | 'toll_free' = 'local') => {
    const [first] = value(await supplier.search({ kind, areaCode, limit: 3 }))
    return { phoneNumber: first!.phoneNumber, tag: OF.tag, addresses: ADDRESSES, voiceUrl: `${RELAY}/voice` }
  }
  const buy = async () => value(await supplier.buyNumber(await wantedIn('512')))
  const buyTollFree = async () => value(await supplier.buyNumber(await wantedIn('833', 'toll_free')))
  return { sandbox, supplier, host: hostOf('a-key'), supplierOf, hostOf, wantedIn, buy, buyTollFree }
}
