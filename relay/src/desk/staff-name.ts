import { findDevice } from '../store/devices.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Who acts, as they call themselves, else the name of the desk they sit at. */
export function* staffName(tx: Tx, given: string): Work<string> {
  if (given) return given
  const device = tx.actor.id ? yield* findDevice(tx.practiceId, tx.actor.id) : null
  return device?.name ?? 'Front desk'
}
