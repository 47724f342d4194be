import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { CONTRACT_VERSION } from '@dentalanswer/shared/contract/routes.ts'
import type { LineState } from '../../ipc/line-state.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { otherVersion } from './pair-with-relay.ts'

type Standing = Pick<LineState, 'state' | 'reason'>

export const UNPAIRED_THERE: Standing = {
  state: 'refused',
  reason: 'This desk was unpaired from the practice. What it knows stays readable; pair it again to go on.',
}

export class OtherVersion extends Error {
  override readonly name = 'OtherVersion'
  readonly relays: number
  constructor(relays: number) {
    super('the relay speaks another version')
    this.relays = relays
  }
}

/** How the desk stands after a try to reach the relay failed. */
export function standingAfter(error: unknown): Standing {
  if (error instanceof OtherVersion) return { state: 'outdated', reason: otherVersion(error.relays).message }
  if (!(error instanceof DeskError)) return { state: 'offline', reason: connectionTrouble(error).message }
  if (error.code === 'NOT_PAIRED' || error.code === 'FORBIDDEN') return UNPAIRED_THERE
  if (isUnreadable(error)) return { state: 'outdated', reason: otherVersion(CONTRACT_VERSION + 1).message }
  if (error.cause) return { state: 'offline', reason: connectionTrouble(error).message }
  return { state: 'offline', reason: 'The relay is there but cannot answer right now. This desk keeps trying.' }
}

/** The relay answered, and this desk does not understand it. */
function isUnreadable(error: DeskError): boolean {
  return error.code === 'UNEXPECTED' && error.cause instanceof Error && error.cause.name === 'ZodError'
}

/** Whether a snapshot is of the version this desk knows. */
export function checkVersion(snapshot: { contractVersion: number }): void {
  if (snapshot.contractVersion !== CONTRACT_VERSION) throw new OtherVersion(snapshot.contractVersion)
}
