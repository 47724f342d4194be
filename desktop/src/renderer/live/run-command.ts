import type { DeskInput, DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { CommandName } from '../../ipc/queue-state.ts'
import { BridgeError, callDesk } from '../bridge.ts'
import { tell } from './tell.ts'

export type Outcome<N extends CommandName> = { kind: 'done'; value: DeskOutput<N> } | { kind: 'waiting' }

/** Changes something at the relay. `label` says what, for the queue and its messages: "Cancel M. Lee, Tue 2:30 PM". Throws a `BridgeError`
 *  when the relay refuses. `waiting`: kept for later, and must not be shown as done. */
export async function runCommand<N extends CommandName>(name: N, input: DeskInput<N>, label: string, canWait = true): Promise<Outcome<N>> {
  const outcome = await callDesk('command.run', { name, input: input as Record<string, unknown>, label, canWait })
  return outcome as Outcome<N>
}

/** The same for a button: says what happened, or why not, at the foot of the window. Gives null when it was refused. */
export async function doCommand<N extends CommandName>(
  name: N,
  input: DeskInput<N>,
  label: string,
  done?: string,
): Promise<Outcome<N> | null> {
  try {
    const outcome = await runCommand(name, input, label)
    if (outcome.kind === 'waiting') tell({ tone: 'waiting', text: `${label}: waits for the connection.` })
    else if (done) tell({ tone: 'done', text: done })
    return outcome
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
    return null
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof BridgeError ? error.message : 'Something went wrong in this window. Try again.'
}
