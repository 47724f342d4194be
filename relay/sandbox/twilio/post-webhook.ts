import { type FormValues, writeForm } from '../wire/form.ts'
import { askRelay, type OutsideAnswer, type OutsideFetch } from '../wire/outside-fetch.ts'
import { signWebhook } from './signature.ts'

export type Signing = 'right' | 'wrong' | 'missing'

export type PostWebhook = (url: string, params: FormValues, options?: { sign?: Signing }) => Promise<OutsideAnswer>

type Overrides = { retries: number; policy: string[]; readTimeoutMs: number }

/** Posts signed forms as Twilio does. The part after # is read as Twilio's connection overrides and is neither sent nor signed. */
export function createWebhookPoster(options: { authToken: string; fetch: OutsideFetch; newToken: () => string }): PostWebhook {
  return async (address, params, { sign = 'right' } = {}) => {
    const [url = '', fragment = ''] = address.split('#', 2)
    const overrides = readOverrides(fragment)
    const headers = webhookHeaders(options, url, params, sign)
    let answer = await post(options.fetch, url, params, headers, overrides)
    for (let retry = 0; retry < overrides.retries && mayRetry(answer.status, overrides.policy); retry++) {
      answer = await post(options.fetch, url, params, headers, overrides)
    }
    return answer
  }
}

function webhookHeaders(options: { authToken: string; newToken: () => string }, url: string, params: FormValues, sign: Signing) {
  const signature = signWebhook(sign === 'wrong' ? `${options.authToken}x` : options.authToken, url, params)
  return {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    accept: '*/*',
    'user-agent': 'TwilioProxy/1.1',
    'i-twilio-idempotency-token': options.newToken(),
    ...(sign !== 'missing' && { 'x-twilio-signature': signature }),
  }
}

function post(outside: OutsideFetch, url: string, params: FormValues, headers: Record<string, string>, overrides: Overrides) {
  return askRelay(outside, url, { method: 'POST', headers, body: writeForm(params) }, overrides.readTimeoutMs)
}

// Defaults and bounds: twilio.com/docs/usage/webhooks/webhooks-connection-overrides.
function readOverrides(fragment: string): Overrides {
  const set = new URLSearchParams(fragment)
  return {
    retries: Math.min(Number(set.get('rc') ?? 1) || 0, 5),
    policy: (set.get('rp') ?? 'ct').split(','),
    readTimeoutMs: Math.min(Math.max(Number(set.get('rt') ?? 15_000) || 15_000, 100), 15_000),
  }
}

// A refused connection and a slow answer both show as status 0; only the first is retried by default, and it is by far the likelier here.
function mayRetry(status: number, policy: string[]): boolean {
  if (status === 0) return policy.some((one) => one === 'ct' || one === 'rt' || one === 'all')
  if (status >= 500) return policy.includes('5xx') || policy.includes('all')
  return status >= 400 && (policy.includes('4xx') || policy.includes('all'))
}
