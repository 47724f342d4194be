import type { VendorAnswer } from '../ports/vendor-answer.ts'

export type Failure = Exclude<VendorAnswer<never>, { kind: 'done' }>
/** A read that fails in whatever way changed nothing; a change may have happened although nobody heard so. */
export type Doing = 'read' | 'change'

/** A success without what a success holds cannot be told from a broken answer. */
export class Unreadable extends Error {}

export function unheard(vendorCode: string, doing: Doing): Failure {
  return doing === 'read' ? { kind: 'later', vendorCode, retryAfterMs: null } : { kind: 'unknown', vendorCode }
}

/** How one vendor is asked, each time once. An `Unreadable` thrown by the reading of what came back counts as an answer nobody heard,
 *  under `unreadableCode`. */
export function askingWith(answerOfError: (error: unknown, doing: Doing) => Failure, unreadableCode: string) {
  async function ask<T>(doing: Doing, asked: () => Promise<T>): Promise<VendorAnswer<T>> {
    try {
      return { kind: 'done', value: await asked() }
    } catch (error) {
      return error instanceof Unreadable ? unheard(unreadableCode, doing) : answerOfError(error, doing)
    }
  }
  return {
    ask,
    /** The same for one thing that may not be there. */
    askForOne: async <T>(asked: () => Promise<T>): Promise<VendorAnswer<T | null>> => whenMissing(await ask<T | null>('read', asked)),
    /** Takes something away; its absence is what was wanted. */
    askToRemove: async (asked: () => Promise<void>): Promise<VendorAnswer<null>> =>
      whenMissing(await ask<null>('change', () => asked().then(() => null))),
  }
}

function whenMissing<T>(answer: VendorAnswer<T>): VendorAnswer<T | null> {
  return answer.kind === 'refused' && answer.code === 'NOT_FOUND' ? { kind: 'done', value: null } : answer
}
