import type { DeskInput, DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { CommandName } from '../../../../ipc/queue-state.ts'
import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { whoIsHere } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'

export const NOT_OFFLINE = 'Numbers can be changed only while this desk is connected.'

/** Changes something about a number at once or not at all: what happens at the carriers cannot wait in a queue. Says at the foot what
 *  happened; gives null when it was refused. */
export async function doNow<N extends CommandName>(
  name: N,
  input: Omit<DeskInput<N>, 'by'>,
  label: string,
  done: string,
): Promise<DeskOutput<N> | null> {
  try {
    const outcome = await runCommand(name, { ...input, by: whoIsHere() } as DeskInput<N>, label, false)
    if (outcome.kind === 'waiting') return null
    tell({ tone: 'done', text: done })
    return outcome.value
  } catch (error) {
    tell({ tone: 'problem', text: `${label}: ${wordsOf(error)}` })
    return null
  }
}
