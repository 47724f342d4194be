import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { useSession } from '../live/session.ts'

/** The emergencies somebody here took note of while the relay could not be reached: it does not know yet. */
export function acknowledgedHere(queue: QueuedCommand[]): string[] {
  return queue
    .filter((one) => one.name === 'alarm.acknowledge' && one.state !== 'refused')
    .map((one) => one.input.alarmId)
    .filter((id) => typeof id === 'string')
}

export const useAcknowledgedHere = (): string[] => acknowledgedHere(useSession((state) => state.queue) ?? [])
