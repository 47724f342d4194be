import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { whoIsHere } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'

/** Gives the assistant the set-up as it is now; ends holding it back. */
export async function publishSetup(): Promise<void> {
  try {
    await runCommand('assistant.publish', { by: whoIsHere() }, 'Publish the set-up', false)
  } catch (error) {
    tell({ tone: 'problem', text: `Not published: ${wordsOf(error)}` })
  }
}

/** Takes an earlier version up again. True when the relay took it. */
export async function revertTo(version: number): Promise<boolean> {
  try {
    await runCommand('assistant.revert', { version, by: whoIsHere() }, `Back to version ${version}`, false)
    return true
  } catch (error) {
    tell({ tone: 'problem', text: `Not taken back: ${wordsOf(error)}` })
    return false
  }
}
