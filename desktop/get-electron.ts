import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const DAY_MS = 24 * 60 * 60_000
const LOOK_MS = 500

export type GetElectron = {
  /** Where it is remembered when getting it was last tried. */
  notes: string
  say(line: string): void
  /** Whether the place it comes from answers at all, asked for three seconds at most. */
  isReachable?(): Promise<boolean>
  /** The package's own way to fetch its program. */
  installer?: string
  nowMs?(): number
  /** Without a byte for so long it is given up. */
  stillMs?: number
}

/** Electron's program, or null. Never asks the package itself: that would start a download nobody bounds. */
export function findElectron(): string | null {
  const electron = packageFolder()
  const pathFile = join(electron, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'), name)
  return existsSync(program) ? program : null
}

/** Fetches Electron's program (about 120 MB, kept for every project on this machine). Tried once a day at most; where there is no network
 *  it costs three seconds. Says one line when it begins. */
export async function getElectron(options: GetElectron): Promise<boolean> {
  const { notes, say, isReachable = isMirrorReachable, installer = join(packageFolder(), 'install.js'), nowMs = Date.now } = options
  if (nowMs() - lastTryMs(notes) < DAY_MS) return false
  mkdirSync(dirname(notes), { recursive: true })
  writeFileSync(notes, String(nowMs()))
  if (!(await isReachable())) return false
  say('Getting Electron’s program, once. This takes a minute or two.')
  const isThere = await install(installer, `${notes}-download`, options.stillMs ?? 20_000)
  // Got and removed again by hand, it may be got again at once.
  if (isThere) rmSync(notes, { force: true })
  return isThere
}

function lastTryMs(notes: string): number {
  const at = existsSync(notes) ? Number(readFileSync(notes, 'utf8')) : 0
  return Number.isFinite(at) ? at : 0
}

async function isMirrorReachable(): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(3_000) })
    return true
  } catch {
    // No network, or one that lets nothing through: the browser will do.
    return false
  }
}

/** The download lands in a folder of its own first, so that its progress can be seen. */
async function install(installer: string, folder: string, stillMs: number): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', env })
  let code: number | null | undefined
  child.once('exit', (given) => {
    code = given
  })
  child.once('error', () => {
    code = 1
  })
  const stop = () => void child.kill('SIGKILL')
  process.once('exit', stop)
  try {
    for (let [size, atMs] = [0, performance.now()]; code === undefined; await wait(LOOK_MS)) {
      const now = sizeOf(folder) + sizeOf(join(dirname(installer), 'dist'))
      if (now !== size) [size, atMs] = [now, performance.now()]
      else if (performance.now() - atMs > stillMs) stop()
    }
    return code === 0
  } finally {
    process.off('exit', stop)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function sizeOf(folder: string): number {
  return globSync('**/*', { cwd: folder }).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function packageFolder(): string {
  return dirname(fileURLToPath(import.meta.resolve('electron')))
}
