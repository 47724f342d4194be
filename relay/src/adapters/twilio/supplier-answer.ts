import type { RefusalCode, VendorAnswer } from '../../ports/vendor-answer.ts'
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

type Failure = Exclude<VendorAnswer<never>, { kind: 'done' }>
/** A read that fails in whatever way changed nothing; a change may have happened although nobody heard so. */
export type Doing = 'read' | 'change'

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

function unheard(vendorCode: string, doing: Doing): Failure {
  return doing === 'read' ? { kind: 'later', vendorCode, retryAfterMs: null } : { kind: 'unknown', vendorCode }
}

/** Asks once. An `Unreadable` thrown by the reading of what came back counts as an answer nobody heard. */
export async function ask<T>(doing: Doing, asked: () => Promise<T>): Promise<VendorAnswer<T>> {
  try {
    return { kind: 'done', value: await asked() }
  } catch (error) {
    return error instanceof Unreadable ? unheard('NO_SID', doing) : answerOfError(error, doing)
  }
}

/** The same for one thing that may not be there. */
export async function askForOne<T>(asked: () => Promise<T>): Promise<VendorAnswer<T | null>> {
  return whenMissing(await ask<T | null>('read', asked))
}

/** Takes something away; its absence is what was wanted. */
export async function askToRemove(asked: () => Promise<boolean>): Promise<VendorAnswer<null>> {
  const removed = await ask<null>('change', async () => {
    // The client answers false for a success that is not the described one.
    if (!(await asked())) throw new Unreadable()
    return null
  })
  return whenMissing(removed)
}

function whenMissing<T>(answer: VendorAnswer<T>): VendorAnswer<T | null> {
  return answer.kind === 'refused' && answer.code === 'NOT_FOUND' ? { kind: 'done', value: null } : answer
}

/** A success without what a success holds cannot be told from a broken answer. */
export class Unreadable extends Error {}

export function readSid(sid: unknown): string {
  if (typeof sid !== 'string' || !/^[A-Z]{2}[0-9a-f]{32}$/.test(sid)) throw new Unreadable()
  return sid
}
