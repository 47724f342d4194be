import { deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import type { AppointmentId, AppointmentTypeId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { QueuedCommand } from '../../../ipc/queue-state.ts'

type Common = { key: string; label: string; state: 'waiting' | 'sending' }
type Where = { startsAt: Instant; providerId: ProviderId | null; operatoryId: OperatoryId | null }

/** A change of the schedule that the relay has not accepted yet: it is drawn in pencil and counts as nothing. */
export type PendingChange =
  | (Common & Where & { kind: 'book'; patientId: PatientId; appointmentTypeId: AppointmentTypeId })
  | (Common & Where & { kind: 'move'; appointmentId: AppointmentId })
  | (Common & { kind: 'cancel'; appointmentId: AppointmentId })

/** The changes of the schedule in the queue of this desk, in the order made; refused ones changed nothing and are left out. */
export function pendingOf(queue: readonly QueuedCommand[]): PendingChange[] {
  return queue.flatMap((one) => (one.state === 'refused' ? [] : (changeOf(one) ?? [])))
}

function changeOf({ id, name, input, label, state }: QueuedCommand): PendingChange | null {
  const common: Common = { key: `queued-${id}`, label, state: state === 'sending' ? 'sending' : 'waiting' }
  if (name === 'appointment.book') {
    const parsed = deskRoutes[name].input.safeParse(input)
    return parsed.success ? { ...common, kind: 'book', ...parsed.data } : null
  }
  if (name === 'appointment.move') {
    const parsed = deskRoutes[name].input.safeParse(input)
    return parsed.success ? { ...common, kind: 'move', ...parsed.data } : null
  }
  if (name === 'appointment.cancel') {
    const parsed = deskRoutes[name].input.safeParse(input)
    return parsed.success ? { ...common, kind: 'cancel', appointmentId: parsed.data.appointmentId } : null
  }
  return null
}
