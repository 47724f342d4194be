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

/** The relay sent a snapshot that this desk does not understand. */
export class UnreadableSnapshot extends Error {
  override readonly name = 'UnreadableSnapshot'
}

/** How the desk stands after a try to reach the relay failed. */
export function standingAfter(error: unknown): Standing {
  if (error instanceof OtherVersion) return { state: 'outdated', reason: otherVersion(error.relays).message }
  if (error instanceof UnreadableSnapshot) return { state: 'outdated', reason: otherVersion(CONTRACT_VERSION + 1).message }
  if (!(error instanceof DeskError)) return { state: 'offline', reason: connectionTrouble(error).message }
  if (error.code === 'NOT_PAIRED' || error.code === 'FORBIDDEN') return UNPAIRED_THERE
  if (error.cause) return { state: 'offline', reason: connectionTrouble(error).message }
  return { state: 'offline', reason: 'The relay is there but cannot answer right now. This desk keeps trying.' }
}
