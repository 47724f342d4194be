import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type StartedDesk = { stop(): void }

/** Opens the desk as a program of its own, paired with the demo practice. Each practice has a data folder, so that a new database never
 *  meets a desk that was paired with an old one. What cannot be opened here is said by the desk's own start in one line. */
export function startDesk(relayUrl: string, practiceId: string, pairingCode: string): StartedDesk {
  const args = [join(root, 'desktop/open-desk.ts'), `--pair=${relayUrl},${pairingCode}`, `--data=${join(root, '.data/desk', practiceId)}`]
  const desk = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return { stop: () => void desk.kill() }
}
