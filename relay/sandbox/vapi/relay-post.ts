import { between, sleep } from '../wire/delays.ts'
import { askRelay, type OutsideAnswer, type OutsideFetch } from '../wire/outside-fetch.ts'
import { readBody } from '../wire/request-log.ts'
import type { Assistant } from './world.ts'

/** How a webhook shows who sent it. */
export type Secret = 'right' | 'wrong' | 'missing'

export type PostToRelay = (url: string, message: unknown, options?: PostOptions) => Promise<OutsideAnswer>
export type PostedMessage = {
  url: string
  message: unknown
  /** 0 when the relay could not be reached. */
  status: number
  /** The relay's answer; text when it is no JSON, null when it is empty. */
  body: unknown
}
type PostOptions = { secret?: Secret; server?: Assistant['server'] | undefined; timeoutMs?: number }

export type RelayPostOptions = {
  webhookSecret: string
  fetch: OutsideFetch
  keepsTime: boolean
  /** Hears of every message and its last answer. */
  onPosted?: (posted: PostedMessage) => void
}

/** Posts `{ message }` with the shared secret. A message is sent again only when the assistant has a backoff plan, as at Vapi. */
export function createRelayPost(options: RelayPostOptions): PostToRelay {
  return async (url, message, { secret = 'right', server, timeoutMs = (server?.timeoutSeconds ?? 20) * 1000 } = {}) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Vapi/1.0',
      ...lowerCased(server?.headers as Record<string, string> | undefined),
      ...(secret !== 'missing' && { 'x-vapi-secret': secret === 'right' ? options.webhookSecret : `not-${options.webhookSecret}` }),
    }
    const send = () => askRelay(options.fetch, url, { method: 'POST', headers, body: JSON.stringify({ message }) }, timeoutMs)
    const plan = server?.backoffPlan
    let answer = await send()
    for (let retry = 0; plan && retry < plan.maxRetries && isRetried(answer.status, plan.excludedStatusCodes); retry++) {
      if (options.keepsTime) await sleep(plan.baseDelaySeconds * 1000 * (plan.type === 'exponential' ? 2 ** retry : 1))
      answer = await send()
    }
    options.onPosted?.({ url, message: structuredClone(message), status: answer.status, body: readBody(answer.body) })
    return answer
  }
}

/** So that the assistant's own secret and the one sent anyway are one header. */
const lowerCased = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const isRetried = (status: number, excluded: number[] = []) => (status < 200 || status >= 300) && !excluded.includes(status)

/** How long Vapi's own API takes to answer. */
export const apiLatencyMs = (random: () => number): number => between(random, 120, 380)
