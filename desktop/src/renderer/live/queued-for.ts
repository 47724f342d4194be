import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { useSession } from './session.ts'

const NONE: QueuedCommand[] = []

/** The changes of this desk about one thing that the relay has not taken yet, oldest first: `useQueuedFor('callbackId', id)`. */
export function useQueuedFor(field: string, id: string): QueuedCommand[] {
  const queue = useSession((state) => state.queue) ?? NONE
  return queue.filter((one) => one.state !== 'refused' && one.input[field] === id)
}
