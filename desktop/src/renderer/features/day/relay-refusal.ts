import { type OpenSlotOut, type SlotConflict, TimeRefusal } from '@dentalanswer/shared/contract/times.ts'
import { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { BridgeError } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'

type Refusal = {
  message: string
  alternatives: OpenSlotOut[]
  conflicts: SlotConflict[]
  /** The appointment as it is now, when somebody else changed it. */
  present: Appointment | null
}

/** Why the relay said no to a time, with what it offers instead. */
export function refusalOf(error: unknown): Refusal {
  const details = error instanceof BridgeError ? (error.details ?? {}) : {}
  const time = TimeRefusal.safeParse(details)
  const present = Appointment.safeParse(details.appointment)
  return {
    message: wordsOf(error),
    alternatives: time.success ? time.data.alternatives : [],
    conflicts: time.success ? time.data.conflicts : [],
    present: present.success ? present.data : null,
  }
}
