import { DeskError, type ErrorCode } from '@dentalanswer/shared/contract/errors.ts'

/** What a refusal by the relay means for a change that can wait. `later`: nothing is decided, and the same request may be sent again with
 *  its key. `unpaired`: it can be sent when this desk is paired again. No default, so that a new code has to be thought about. */
const MEANING: Record<ErrorCode, 'final' | 'later' | 'unpaired'> = {
  BAD_INPUT: 'final',
  TOO_LARGE: 'final',
  NOT_FOUND: 'final',
  NOT_PAIRED: 'unpaired',
  FORBIDDEN: 'final',
  PAIRING_REFUSED: 'final',
  TOO_MANY_ATTEMPTS: 'later',
  SLOT_TAKEN: 'final',
  NOT_BOOKABLE: 'final',
  ALREADY_CANCELLED: 'final',
  CHANGED_MEANWHILE: 'final',
  NOT_UNDOABLE: 'final',
  OPTED_OUT: 'final',
  CANNOT_TEXT: 'final',
  NOT_ASKABLE: 'final',
  ALREADY_ASKED: 'final',
  CALL_OVER: 'final',
  NO_TRANSFER_NUMBER: 'final',
  ONBOARDING_UNDER_WAY: 'final',
  NUMBER_TAKEN: 'final',
  NOT_NOW: 'final',
  BIRTH_DATES_DIFFER: 'final',
  UNKNOWN_TYPE: 'final',
  RANGE_TOO_LONG: 'final',
  KEY_REUSED: 'final',
  STORE_BUSY: 'later',
  STORE_FULL: 'later',
  STORE_UNAVAILABLE: 'later',
  VENDOR_UNAVAILABLE: 'final',
  UNEXPECTED: 'final',
}

export function meaningOf(error: unknown): 'final' | 'later' | 'unpaired' {
  return error instanceof DeskError ? MEANING[error.code] : 'final'
}
