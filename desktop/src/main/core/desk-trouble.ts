import { DeskError, type ErrorCode } from '@dentalanswer/shared/contract/errors.ts'

/** Troubles that arise at the desk itself; the relay's own codes stand beside them. */
export type DeskCode =
  | 'BAD_ADDRESS'
  | 'INSECURE_ADDRESS'
  | 'RELAY_NOT_FOUND'
  | 'RELAY_CLOSED'
  | 'RELAY_SILENT'
  | 'RELAY_UNTRUSTED'
  | 'RELAY_UNREACHABLE'
  | 'NOT_A_RELAY'
  | 'RELAY_OLDER'
  | 'RELAY_NEWER'
  | 'ALREADY_PAIRED'
  | 'WAITING_CHANGED'
  | 'NOT_KEPT'
  | 'KEYS_LOCKED'
  | 'NOT_FORGOTTEN'
  | 'OTHER_PRACTICE'
export type IpcCode = ErrorCode | DeskCode

/** Trouble that a person at this desk can understand and do something about. */
export class DeskTrouble extends Error {
  override readonly name = 'DeskTrouble'
  readonly code: IpcCode
  readonly details: Record<string, unknown> | undefined

  constructor(code: IpcCode, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

export const notPaired = () => new DeskTrouble('NOT_PAIRED', 'This desk is not paired with a practice yet.')

export const isTrouble = (error: unknown): error is DeskTrouble | DeskError => error instanceof DeskTrouble || error instanceof DeskError
