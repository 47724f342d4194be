import { VapiError } from '@vapi-ai/server-sdk'
import type { RefusalCode } from '../../ports/vendor-answer.ts'
import { askingWith, type Doing, type Failure, Unreadable, unheard } from '../ask-vendor.ts'

const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** What a failed request means. Looks at the words of a refusal, which has no codes, and passes none of them on. */
export function answerOfError(error: unknown, doing: Doing): Failure {
  const status = error instanceof VapiError ? error.statusCode : undefined
  if (status === undefined) {
    const code = networkCode(error)
    return NOBODY_THERE.has(code) ? { kind: 'later', vendorCode: code, retryAfterMs: null } : unheard(code || 'NO_ANSWER', doing)
  }
  const vendorCode = `HTTP_${status}`
  if (status === 429) return { kind: 'later', vendorCode, retryAfterMs: retryAfterMs(error) }
  if (status < 400 || status === 408 || status >= 500) return unheard(vendorCode, doing)
  return { kind: 'refused', code: refusalOf(status, wordsOf(error)), vendorCode }
}

// In this order: a message about money may name a subscription, one about a limit may name a number.
const WORDS: [RegExp, RefusalCode][] = [
  [/existing phone number|identical|already (exists|imported|in use)/i, 'NUMBER_ELSEWHERE'],
  [/insufficient|credits?\b|balance|payment|billing|\bfunds\b/i, 'NO_FUNDS'],
  [/\blimits?\b|subscription|concurren|quota|upgrade/i, 'VENDOR_LIMIT'],
  [/credential|unauthori[sz]ed|authenticat/i, 'WRONG_CREDENTIALS'],
  [/not found|couldn't find|does ?n[o']t exist/i, 'NOT_FOUND'],
]

function refusalOf(status: number, words: string): RefusalCode {
  if (status === 401) return 'WRONG_CREDENTIALS'
  if (status === 402) return 'NO_FUNDS'
  if (status === 404) return 'NOT_FOUND'
  const [, code] = WORDS.find(([said]) => said.test(words)) ?? []
  return code ?? (status === 403 ? 'WRONG_CREDENTIALS' : 'REFUSED')
}

/** A list of messages is about the form of the request, which says "limit" and "exist" of fields. */
function wordsOf(error: unknown): string {
  const { message } = ((error as VapiError).body ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : ''
}

function networkCode(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)) return code
  }
  return ''
}

function retryAfterMs(error: unknown): number | null {
  const headers = (error as VapiError).rawResponse?.headers
  return Number(headers?.get('retry-after') ?? 0) * 1_000 || null
}

const vendor = askingWith(answerOfError, 'NO_ID')
export const { ask, askForOne } = vendor

export const askToRemove = (asked: () => Promise<{ id?: string }>) =>
  vendor.askToRemove(async () => {
    readId((await asked()).id)
  })

/** A success that is no JSON comes back as an object without an id. */
export function readId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw new Unreadable()
  return id
}
