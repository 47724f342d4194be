import { z } from 'zod'

/** The closed list of expected troubles. The code is for programs, the message for staff. */
export const ErrorCode = z.enum([
  'BAD_INPUT',
  'TOO_LARGE',
  'NOT_FOUND',
  'NOT_PAIRED',
  'FORBIDDEN',
  'PAIRING_REFUSED',
  'TOO_MANY_ATTEMPTS',
  'SLOT_TAKEN',
  'NOT_BOOKABLE',
  'ALREADY_CANCELLED',
  'CHANGED_MEANWHILE',
  'NOT_UNDOABLE',
  'OPTED_OUT',
  'CANNOT_TEXT',
  'NOT_ASKABLE',
  'ALREADY_ASKED',
  'CALL_OVER',
  'NO_TRANSFER_NUMBER',
  'ONBOARDING_UNDER_WAY',
  'NUMBER_TAKEN',
  'NOT_NOW',
  'BIRTH_DATES_DIFFER',
  'UNKNOWN_TYPE',
  'RANGE_TOO_LONG',
  'KEY_REUSED',
  'STORE_BUSY',
  'STORE_FULL',
  'STORE_UNAVAILABLE',
  'VENDOR_UNAVAILABLE',
  'UNEXPECTED',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Expected trouble. `details` is data a program can act on (conflicts, the present version), never an internal message. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
  readonly code: ErrorCode
  readonly details: Record<string, unknown> | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

/** How every refused desk request answers. */
export const ErrorReply = z.object({
  error: z.object({ code: ErrorCode, message: z.string(), requestId: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
})
export type ErrorReply = z.infer<typeof ErrorReply>
