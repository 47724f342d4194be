import { callDesk } from '../bridge.ts'
import { type Conflict, conflictOf } from './conflict-of.ts'
import { openPlace } from './places.ts'
import { usePractice } from './practice.ts'
import { runCommand, wordsOf } from './run-command.ts'
import { useSession } from './session.ts'
import { tell } from './tell.ts'

/** The changes of this desk that the relay refused, oldest first, until a person has decided about each. */
export function useConflicts(): Conflict[] {
  const queue = useSession((state) => state.queue)
  const practice = usePractice()
  if (!practice) return []
  return (queue ?? []).filter((one) => one.state === 'refused').map((one) => conflictOf(one, practice))
}

/** Makes the change again with another input, and takes the refused one away once it is made or waits. Throws a `BridgeError` when it is
 *  refused again; the first one then stays as it is. */
export async function makeInstead(conflict: Conflict, input: Record<string, unknown>): Promise<void> {
  const { name, label } = conflict.command
  const outcome = await runCommand(name, input as never, label)
  await dropQueued(conflict.id)
  tell(
    outcome.kind === 'done' ? { tone: 'done', text: `Done: ${label}.` } : { tone: 'waiting', text: `${label}: waits for the connection.` },
  )
}

/** Takes a change out of the queue for good. */
export async function dropQueued(id: number): Promise<void> {
  useSession.setState({ queue: await callDesk('queue.drop', { id }) })
}

export function openConflict(conflict: Conflict): void {
  if (conflict.target) openPlace(conflict.target.place, conflict.target.id)
}

/** Asks for the connection at once instead of waiting for the next try. */
export async function sendQueueNow(): Promise<void> {
  try {
    useSession.setState({ queue: await callDesk('queue.retry', {}) })
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
  }
}
