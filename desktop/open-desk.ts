import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { findElectron, getElectron } from './get-electron.ts'

const folder = import.meta.dirname
const root = join(folder, '..')
const standIn = join(root, 'tests/electron/run-app.ts')
const FIRST_MOMENTS_MS = 2_500
const HOW = 'To get Electron: node desktop/node_modules/electron/install.js'

export type OpenDeskOptions = {
  /** Pairs at once when this desk is not paired yet. */
  pair?: { relay: string; code: string }
  /** Where it keeps its data; `.data/desk` by default. */
  dataFolder?: string
  say?: (line: string) => void
}

/** Opens the desk in Electron, whose program is fetched when it is missing and can be had, or else in the installed browser. Builds it
 *  first when it is older than its sources. Null when it cannot be opened here; `say` has told why and what to do. */
export async function openDesk(options: OpenDeskOptions = {}): Promise<ChildProcess | null> {
  const say = options.say ?? ((line: string) => process.stdout.write(`${line}\n`))
  if (!hasScreen()) {
    say('The desk needs a screen, and this machine has none. On your own computer: npx -y pnpm@12 desktop open')
    return null
  }
  if (isOlderThanSources()) {
    const { buildDesk } = await import('./build.ts')
    await buildDesk()
  }
  const dataFolder = resolve(options.dataFolder ?? join(root, '.data/desk'))
  mkdirSync(dataFolder, { recursive: true })
  const args = [folder, `--user-data-dir=${dataFolder}`, ...(options.pair ? [`--pair=${options.pair.relay},${options.pair.code}`] : [])]
  return (await openInElectron(args, say)) ?? (await openInBrowser(args, say))
}

async function openInElectron(args: string[], say: (line: string) => void): Promise<ChildProcess | null> {
  if (!findElectron()) await getElectron({ notes: join(root, '.data/electron-tried'), say })
  const electron = findElectron()
  if (!electron) return null
  // A system may forbid it to start at all: Linux without its sandbox, a policy that allows only what was installed.
  return openProgram(electron, args, process.env)
}

/** Null when a program ends with trouble right after its start; what it said about that is for nobody here. */
async function openProgram(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<ChildProcess | null> {
  const desk = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env })
  let said = ''
  const hear = (text: Buffer) => {
    said += text
  }
  desk.stderr.on('data', hear)
  const ended = new Promise<boolean>((done) => {
    desk.once('error', () => done(false))
    desk.once('close', (code) => done(code === 0 && said === ''))
  })
  if (!(await Promise.race([ended, wait(FIRST_MOMENTS_MS, true, { ref: false })]))) return null
  desk.stderr.off('data', hear)
  process.stderr.write(said)
  desk.stderr.pipe(process.stderr, { end: false })
  return desk
}

async function openInBrowser(args: string[], say: (line: string) => void): Promise<ChildProcess | null> {
  const { findChromium } = (await import(pathToFileURL(join(root, 'tests/support/chromium.ts')).href)) as { findChromium(): string | null }
  if (!findChromium()) {
    say(`The desk needs Electron’s program or a Chromium or Chrome, and neither is here. ${HOW} or install a browser.`)
    return null
  }
  say(`Electron does not run here, so the desk opens in the browser. ${HOW}.`)
  const desk = await openProgram(process.execPath, [standIn, ...args], { ...process.env, STANDIN_HEADED: '1' })
  if (!desk) say('The browser could not open a window on this screen.')
  return desk
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
  let desk: ChildProcess | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (desk ? desk.kill() : process.exit(1)))
  try {
    desk = await openDesk({ pair: pairIn(args), dataFolder })
    desk?.on('exit', (code) => process.exit(code ?? 0))
    if (desk && desk.exitCode !== null) process.exit(desk.exitCode)
  } catch (error) {
    process.stderr.write(`The desk could not be opened: ${error instanceof Error ? error.message.split('\n')[0] : error}\n`)
    process.exit(1)
  }
}
