import type { SendOutcome } from '../../ports/telephony.ts'

const NOT_ACCEPTED_NETWORK = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

/** What a failed send means. Only what certainly was not accepted may be tried again; a timeout, a reset, a 5xx or an unreadable answer
 *  may have been sent. Reads nothing but codes: the vendor's errors carry credentials and the text itself. */
export function outcomeOfError(error: unknown): Exclude<SendOutcome, { kind: 'accepted' }> {
  const { status, code, headers } = (error !== null && typeof error === 'object' ? error : {}) as {
    status?: unknown
    code?: unknown
    headers?: Record<string, string>
  }
  const name = typeof code === 'number' || (typeof code === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(code)) ? String(code) : ''
  if (typeof status === 'number') {
    if (status === 429) return { kind: 'later', code: '20429', retryAfterMs: Number(headers?.['retry-after'] ?? 0) * 1_000 || null }
    // A success or redirect that is thrown lost its body on the way, and 408 is a proxy that stopped waiting: it may have been sent.
    if (status < 400 || status === 408 || status >= 500) return { kind: 'unknown', code: name || `HTTP_${status}` }
    if (name === '21611') return { kind: 'later', code: name, retryAfterMs: 30 * 60_000 }
    return { kind: 'refused', code: name || `HTTP_${status}` }
  }
  if (NOT_ACCEPTED_NETWORK.has(name)) return { kind: 'later', code: name, retryAfterMs: null }
  return { kind: 'unknown', code: name || 'NO_ANSWER' }
}
