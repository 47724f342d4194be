import { type DeskCode, DeskTrouble } from '../core/desk-trouble.ts'

type Reach = Extract<
  DeskCode,
  'RELAY_NOT_FOUND' | 'RELAY_CLOSED' | 'RELAY_SILENT' | 'RELAY_UNTRUSTED' | 'RELAY_UNREACHABLE' | 'NOT_A_RELAY'
>

const WORDS: Record<Reach, string> = {
  RELAY_NOT_FOUND: 'No relay was found at this address. Check the address and this computer’s internet connection.',
  RELAY_CLOSED: 'The relay’s computer answers, but the relay does not run there.',
  RELAY_SILENT: 'The relay does not answer. It may be down, or the internet connection is.',
  RELAY_UNTRUSTED: 'The relay could not prove who it is, so nothing was sent. Its certificate or this computer’s clock may be wrong.',
  RELAY_UNREACHABLE: 'The relay cannot be reached. Check this computer’s internet connection.',
  NOT_A_RELAY: 'Something answers at this address, but it is no DentalAnswer relay.',
}

const CODES: Record<string, Reach> = {
  ENOTFOUND: 'RELAY_NOT_FOUND',
  EAI_AGAIN: 'RELAY_NOT_FOUND',
  EAI_FAIL: 'RELAY_NOT_FOUND',
  EAI_NODATA: 'RELAY_NOT_FOUND',
  ECONNREFUSED: 'RELAY_CLOSED',
  ETIMEDOUT: 'RELAY_SILENT',
  TimeoutError: 'RELAY_SILENT',
  UND_ERR_CONNECT_TIMEOUT: 'RELAY_SILENT',
  UND_ERR_HEADERS_TIMEOUT: 'RELAY_SILENT',
  UND_ERR_BODY_TIMEOUT: 'RELAY_SILENT',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'RELAY_UNTRUSTED',
  SELF_SIGNED_CERT_IN_CHAIN: 'RELAY_UNTRUSTED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'RELAY_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT: 'RELAY_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'RELAY_UNTRUSTED',
  EPROTO: 'RELAY_UNTRUSTED',
  NOT_A_RELAY: 'NOT_A_RELAY',
}

/** Why a request found no relay, in words for staff. The error's own text is not used: it may hold an address or what was sent. */
export function connectionTrouble(error: unknown): DeskTrouble {
  for (const code of codesOf(error)) {
    const reach = CODES[code] ?? (/^(CERT_|ERR_TLS_|ERR_SSL_)/.test(code) ? 'RELAY_UNTRUSTED' : /^HPE_/.test(code) ? 'NOT_A_RELAY' : null)
    if (reach) return new DeskTrouble(reach, WORDS[reach], { cause: error })
  }
  return new DeskTrouble('RELAY_UNREACHABLE', WORDS.RELAY_UNREACHABLE, { cause: error })
}

/** Every code on the way down to the first cause; several addresses of one host fail together. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return []
  const { code } = error as { code?: unknown }
  const own = typeof code === 'string' ? [code] : []
  const several = error instanceof AggregateError ? error.errors.flatMap((one) => codesOf(one, depth + 1)) : []
  return [...own, error.name, ...several, ...codesOf(error.cause, depth + 1)]
}
