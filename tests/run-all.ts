import { spawnSync } from 'node:child_process'
import { ensureChromium } from './support/chromium.ts'

const root = new URL('..', import.meta.url).pathname
const VITEST = ['vitest', 'run', '--config', 'tests/vitest.config.ts']

function run(command: string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n> ${command.join(' ')}\n`)
  const [name, ...args] = command as [string, ...string[]]
  return spawnSync(name, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** Every test there is: form and types, unit tests, the integration and fault tests on SQLite and on PostgreSQL, and the browser.
 *  What is missing on the machine is installed or started; what cannot be had is said in the last lines. */
function runAll(): number {
  const failed: string[] = []
  const step = (name: string, isDone: boolean) => {
    if (!isDone) failed.push(name)
  }
  step('form', run(['biome', 'check', '.']))
  for (const part of ['shared', 'relay', 'desktop', 'tests']) step(`types of ${part}`, run(['tsc', '-p', part]))
  step('unit tests', run([...VITEST, '--project', 'unit']))
  step('integration tests', run([...VITEST, '--project', 'sqlite', '--project', 'postgres']))
  step('fault tests', run([...VITEST, '--project', 'faults-sqlite', '--project', 'faults-postgres']))
  step('build of the desk', run(['node', 'desktop/build.ts']))
  const browser = ensureChromium()
  if (browser) step('browser tests', run([...VITEST, '--project', 'desk', '--project', 'e2e'], { CHROMIUM_PATH: browser }))
  else failed.push('browser tests (no Chromium or Chrome could be found or installed)')

  process.stdout.write(failed.length === 0 ? '\nEverything passed.\n' : `\nFailed: ${failed.join(', ')}.\n`)
  return failed.length === 0 ? 0 : 1
}

process.exitCode = runAll()
