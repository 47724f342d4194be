import type { RefusalCode } from '../../ports/vendor-answer.ts'
import { askingWith, type Doing, type Failure, Unreadable, unheard } from '../ask-vendor.ts'
import { outcomeOfError } from './send-errors.ts'

// twilio.com/docs/api/errors. 10001 and 90010 are of an account that is not active, 20005 of one that was suspended.
const REFUSALS: Record<string, RefusalCode> = {
  '21422': 'NUMBER_GONE',
  '21404': 'TRIAL_LIMIT',
  '10002': 'TRIAL_LIMIT',
  '21608': 'TRIAL_LIMIT',
  '21219': 'TRIAL_LIMIT',
  '21631': 'ADDRESS_REQUIRED',
  '21613': 'ADDRESS_REQUIRED',
  '21615': 'ADDRESS_REQUIRED',
  '21649': 'ADDRESS_REQUIRED',
  '21651': 'ADDRESS_REQUIRED',
  '20003': 'WRONG_CREDENTIALS',
  '20008': 'WRONG_CREDENTIALS',
  HTTP_401: 'WRONG_CREDENTIALS',
  '10001': 'NO_FUNDS',
  '20005': 'NO_FUNDS',
  '30002': 'NO_FUNDS',
  '90010': 'NO_FUNDS',
  HTTP_402: 'NO_FUNDS',
  '20404': 'NOT_FOUND',
  HTTP_404: 'NOT_FOUND',
}

/** What a failed request means. Its message is looked at where the code says nothing, and goes no further. */
export function answerOfError(error: unknown, doing: Doing): Failure {
  const outcome = outcomeOfError(error)
  if (outcome.kind === 'refused')
    return { kind: 'refused', code: REFUSALS[outcome.code] ?? refusalInWords(error), vendorCode: outcome.code }
  if (outcome.kind === 'later') return { kind: 'later', vendorCode: outcome.code, retryAfterMs: outcome.retryAfterMs }
  return unheard(outcome.code, doing)
}

// There is no code of its own for an empty account.
function refusalInWords(error: unknown): RefusalCode {
  const words = error instanceof Error ? error.message : ''
  return /\b(insufficient|not enough) (funds|balance|credit)|\baccount balance\b|\badd funds\b/i.test(words) ? 'NO_FUNDS' : 'REFUSED'
}

const vendor = askingWith(answerOfError, 'NO_SID')
export const { ask, askForOne } = vendor

export const askToRemove = (asked: () => Promise<boolean>) =>
  vendor.askToRemove(async () => {
    // The client answers false for a success that is not the described one.
    if (!(await asked())) throw new Unreadable()
  })

export function readSid(sid: unknown): string {
  if (typeof sid !== 'string' || !/^[A-Z]{2}[0-9a-f]{32}$/.test(sid)) throw new Unreadable()
  return sid
}
