import { randomUUID } from 'node:crypto'
import { DeskError, type ErrorCode, type ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RelayDeps } from '../deps.ts'

/** No default: a new code fails the type check until it has a status. */
export const STATUS_OF: Record<ErrorCode, ContentfulStatusCode> = {
  BAD_INPUT: 400,
  TOO_LARGE: 413,
  NOT_FOUND: 404,
  NOT_PAIRED: 401,
  FORBIDDEN: 403,
  PAIRING_REFUSED: 403,
  TOO_MANY_ATTEMPTS: 429,
  SLOT_TAKEN: 409,
  NOT_BOOKABLE: 422,
  ALREADY_CANCELLED: 409,
  CHANGED_MEANWHILE: 409,
  NOT_UNDOABLE: 409,
  OPTED_OUT: 409,
  CANNOT_TEXT: 409,
  NOT_ASKABLE: 409,
  ALREADY_ASKED: 409,
  CALL_OVER: 409,
  NO_TRANSFER_NUMBER: 409,
  ONBOARDING_UNDER_WAY: 409,
  NUMBER_TAKEN: 409,
  NOT_NOW: 409,
  BIRTH_DATES_DIFFER: 409,
  UNKNOWN_TYPE: 404,
  RANGE_TOO_LONG: 400,
  KEY_REUSED: 409,
  STORE_BUSY: 503,
  STORE_FULL: 507,
  STORE_UNAVAILABLE: 503,
  VENDOR_UNAVAILABLE: 502,
  UNEXPECTED: 500,
}

/** Answers a refused request. Of an error nobody expected only the request id leaves the relay; the log has where it arose. */
export function errorReply(deps: RelayDeps, c: Context, error: unknown): Response {
  const requestId = randomUUID()
  if (error instanceof DeskError) {
    const status = STATUS_OF[error.code]
    if (status >= 500) deps.log.error({ requestId, code: error.code }, 'request failed')
    const body: ErrorReply = {
      error: { code: error.code, message: error.message, requestId, ...(error.details ? { details: error.details } : {}) },
    }
    return c.json(body, status, error.code.startsWith('STORE_') ? { 'retry-after': '2' } : undefined)
  }
  deps.log.error({ requestId }, 'request failed')
  deps.report('http', error)
  const body: ErrorReply = { error: { code: 'UNEXPECTED', message: 'Something went wrong at the relay. Nothing was changed.', requestId } }
  return c.json(body, 500)
}
