import { takeOverCall } from '../calls/take-over-call.ts'
import type { Commands } from './desk-context.ts'
import { staffName } from './staff-name.ts'

export const callCommands: Pick<Commands, 'call.takeOver'> = {
  *'call.takeOver'(tx, { callId, by }) {
    return yield* takeOverCall(tx, { callId, by: yield* staffName(tx, by) })
  },
}
