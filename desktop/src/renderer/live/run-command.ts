import type { DeskInput, DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { CommandName } from '../../ipc/queue-state.ts'
import { BridgeError, callDesk } from '../bridge.ts'
import { useSession } from './session.ts'
import { tell } from './tell.ts'

/** What is written down about a person names who did it, once they have told this desk their name. */
const NAMING = new Set<CommandName>(['patient.create', 'patient.change', 'patient.merge', 'contact.add', 'contact.remove'])
const byWhom = (name: CommandName) => (NAMING.has(name) ? { by: useSession.getState().preferences?.staffName ?? '' } : {})

type Outcome<N extends CommandName> = { kind: 'done'; value: DeskOutput<N> } | { kind: 'waiting' }

/** A press that is not answered within this time is said to be on its way. */
const SLOW_MS = 700
const underway = new Map<string, Promise<unknown>>()

/** Changes something at the relay. The same change asked for again before it is answered, as by a double click, is made once.
 *  `label` says what, for the queue and its messages: "Cancel M. Lee, Tue 2:30 PM". Throws a `BridgeError` when the relay refuses.
 *  `waiting`: kept for later, and must not be shown as done. */
export async function runCommand<N extends CommandName>(name: N, input: DeskInput<N>, label: string, canWait = true): Promise<Outcome<N>> {
  const key = JSON.stringify([name, input, canWait])
  const answer = underway.get(key) ?? callDesk('command.run', { name, input: { ...byWhom(name), ...input }, label, canWait })
  underway.set(key, answer)
  try {
    return (await answer) as Outcome<N>
  } finally {
    underway.delete(key)
  }
}

/** The same for a button: says what happened, or why not, at the foot of the window. Gives null when it was refused. */
export async function doCommand<N extends CommandName>(
  name: N,
  input: DeskInput<N>,
  label: string,
  done?: string,
): Promise<Outcome<N> | null> {
  let isSlow = false
  const slow = setTimeout(() => {
    isSlow = true
    tell({ tone: 'waiting', text: `${label}: on its way.` })
  }, SLOW_MS)
  try {
    const outcome = await runCommand(name, input, label)
    if (outcome.kind === 'waiting') tell({ tone: 'waiting', text: `${label}: waits for the connection.` })
    else if (done || isSlow) tell({ tone: 'done', text: done ?? `${label}: done.` })
    return outcome
  } catch (error) {
    tell({ tone: 'problem', text: `${label}: ${wordsOf(error)}` })
    return null
  } finally {
    clearTimeout(slow)
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof BridgeError ? error.message : 'Something went wrong in this window. Try again.'
}
