import { DeskError } from '@dentalanswer/shared/contract/errors.ts'

/** A connection lost while committing: the commit may or may not have happened. Look the inbox key up before anything else. */
export class UnknownCommit extends DeskError {
  constructor(cause: unknown) {
    super('STORE_UNAVAILABLE', 'The database connection was lost while saving.', { cause })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

export function isDuplicate(error: unknown): boolean {
  return ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505'].includes(codeOf(error))
}

export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY')
}

/** PostgreSQL asks for the whole transaction to be run again. */
export function isSerializationConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error))
}

const LOST_CODE = /^(08|57P)|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH/
const LOST_WORDS = /terminated|timeout exceeded|read timeout|Connection ended|not queryable|closed the connection/i

export function isConnectionLost(error: unknown): boolean {
  return LOST_CODE.test(codeOf(error)) || (error instanceof Error && LOST_WORDS.test(error.message))
}

const FULL = ['SQLITE_FULL', '53100']
const BROKEN = /^SQLITE_(IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|PERM)/

/** The file takes no more writes until somebody does something about it. */
export function isUnwritable(error: unknown): boolean {
  return FULL.includes(codeOf(error)) || BROKEN.test(codeOf(error))
}

/** Trouble of the store itself in words for staff; anything else is passed through unchanged. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof DeskError) return error
  const code = codeOf(error)
  if (isBusy(error)) return new DeskError('STORE_BUSY', 'The database is busy. Try again in a moment.', { cause: error })
  if (FULL.includes(code)) return new DeskError('STORE_FULL', 'The disk of the relay is full; nothing was saved.', { cause: error })
  // 25006: a standby, or a server that was made read-only.
  if (BROKEN.test(code) || code === '25006')
    return new DeskError('STORE_UNAVAILABLE', 'The database cannot be written; nothing was saved.', { cause: error })
  if (isSerializationConflict(error) || code === '55P03' || code === '57014')
    return new DeskError('STORE_BUSY', 'The database is busy. Try again in a moment.', { cause: error })
  // 53…: too many connections, or no memory left.
  if (isConnectionLost(error) || code.startsWith('53'))
    return new DeskError('STORE_UNAVAILABLE', 'The database cannot be reached; nothing was saved.', { cause: error })
  return error
}
