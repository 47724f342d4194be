import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = import.meta.dirname
const root = join(folder, '..')
const standIn = join(root, 'tests/electron/run-app.ts')

export type OpenDeskOptions = {
  /** Pairs at once when this desk is not paired yet. */
  pair?: { relay: string; code: string }
  /** Where it keeps its data; `.data/desk` by default. */
  dataFolder?: string
  say?: (line: string) => void
}

/** Opens the desk in Electron, or in the installed browser where Electron's program is missing and there is a screen. Builds it first
 *  when it is older than its sources. Null when it cannot be opened here; `say` has told why and what to do. */
export async function openDesk(options: OpenDeskOptions = {}): Promise<ChildProcess | null> {
  const say = options.say ?? ((line: string) => process.stdout.write(`${line}\n`))
  if (isOlderThanSources()) {
    const { buildDesk } = await import('./build.ts')
    await buildDesk()
  }
  const dataFolder = resolve(options.dataFolder ?? join(root, '.data/desk'))
  mkdirSync(dataFolder, { recursive: true })
  const args = [`--user-data-dir=${dataFolder}`, ...(options.pair ? [`--pair=${options.pair.relay},${options.pair.code}`] : [])]
  const electron = findElectron()
  if (electron) return spawn(electron, [folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (!hasScreen()) {
    say('The desk needs a screen and Electron’s program, and this machine has neither. On your own computer: npx -y pnpm@12 desktop open')
    return null
  }
  say('Electron’s program is not installed here (node desktop/node_modules/electron/install.js gets it), so the desk opens in the browser.')
  return spawn(process.execPath, [standIn, folder, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, STANDIN_HEADED: '1' },
  })
}

/** Electron's program, or null. Never asks the package itself: that would start a download. */
function findElectron(): string | null {
  const folderOf = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const electron = dirname(fileURLToPath(import.meta.resolve('electron')))
  const pathFile = join(electron, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const program = join(folderOf ?? join(electron, 'dist'), name)
  return existsSync(program) ? program : null
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function isOlderThanSources(): boolean {
  const built = ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'].map((file) => join(folder, file))
  if (!built.every((file) => existsSync(file))) return true
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  const sources = ['desktop/src/**/*', 'desktop/*.ts', 'desktop/package.json', 'desktop/icons/*', 'shared/src/**/*.ts']
  return globSync(sources, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > oldest)
}

function pairIn(args: string[]): OpenDeskOptions['pair'] {
  const [relay, code] =
    args
      .find((one) => one.startsWith('--pair='))
      ?.slice('--pair='.length)
      .split(',') ?? []
  return relay && code ? { relay, code } : undefined
}

if (import.meta.main) {
  const args = process.argv.slice(2)
  const dataFolder = args.find((one) => one.startsWith('--data='))?.slice('--data='.length)
  const desk = await openDesk({ pair: pairIn(args), dataFolder })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => desk?.kill())
  desk?.on('exit', (code) => process.exit(code ?? 0))
}
