import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { TransferOutcome } from '../../ports/voice-agent.ts'
import type { VapiOptions } from './vapi-voice-agent.ts'

const LONGEST = 500
const TIMEOUT_MS = 10_000

/** A forged webhook could name any address for us to post to, so only Vapi's own hosts count, and the stand-in's where one is configured. */
export function isControlUrl(address: string, baseUrl: string | null): boolean {
  if (address.length > LONGEST || !URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username || url.password) return false
  if (baseUrl !== null && url.origin === new URL(baseUrl).origin) return true
  return url.protocol === 'https:' && url.port === '' && /^([a-z0-9-]+\.)*vapi\.ai$/.test(url.hostname)
}

/** Asks for the transfer at the call's own address; whoever knows that address needs no key. */
export async function transferCall(options: VapiOptions, controlUrl: string, to: PhoneNumber): Promise<TransferOutcome> {
  if (!isControlUrl(controlUrl, options.baseUrl)) return { kind: 'refused', code: 'NOT_OURS' }
  let response: Response
  try {
    response = await fetch(controlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'transfer', destination: { type: 'number', number: to }, content: 'Connecting you to the front desk.' }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
  } catch {
    // Refused, reset or timed out. The error may hold the address, which is a secret.
    return { kind: 'later', code: 'NO_ANSWER' }
  }
  if (response.ok) return { kind: 'done' }
  const isPassing = response.status >= 500 || response.status === 429 || response.status === 408
  return { kind: isPassing ? 'later' : 'refused', code: String(response.status) }
}
