import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { ControlAnswer, Controls, ReadyNews } from './control.ts'
import type { Effects } from './effects.ts'

export type LaunchOptions = {
  /** The folder with package.json; the desk itself unless told otherwise. */
  app?: string
  /** Where the app keeps its things; required, so that two tests never share. */
  userData: string
  args?: string[]
  env?: Record<string, string>
  /** How far the machine's clock is off, in the main process and in the page. */
  timeOffsetMs?: number
  timeZone?: string
  locale?: string
  /** The size of the window, whatever the app asks for. */
  viewport?: { width: number; height: number }
  display?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: boolean
  forcedColors?: boolean
  safeStorage?: 'keychain' | 'basic_text' | 'none'
  notifications?: boolean
  isPackaged?: boolean
  /** Answers for the first dialogs, in order: a button's number, a path, or null for cancel. */
  dialogAnswers?: unknown[]
  /** Set when the app is not expected to open a window, e.g. a second instance. */
  withoutWindow?: boolean
  /** Leave closing to the caller, who must; for use outside a test. */
  keepOpen?: boolean
}

const ROOT = join(import.meta.dirname, '../..')
const START_MS = 30_000

/** Starts the desk on the stand-in for Electron and waits until its first window has loaded. It is closed when the test ends. */
export async function launchDesk(options: LaunchOptions): Promise<Desk> {
  const folder = options.app ?? join(ROOT, 'desktop')
  if (!existsSync(join(folder, 'package.json'))) throw new Error(`There is no app in ${folder}.`)
  const args = [folder, `--user-data-dir=${options.userData}`, ...(options.args ?? [])]
  const child = fork(join(import.meta.dirname, 'run-app.ts'), args, { env: environment(options), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const desk = new Desk(child)
  if (!options.keepOpen) onTestFinished(async () => void (await desk.close()))
  for (const answer of options.dialogAnswers ?? []) void desk.control('answerDialog', answer).catch(() => {})
  try {
    await within(START_MS, desk.started(options.withoutWindow), 'The app did not start')
    if (!options.withoutWindow) await within(START_MS, desk.page(), 'The app opened no window')
  } catch (error) {
    await desk.kill()
    throw new Error(`${(error as Error).message}\n${desk.stderr()}`)
  }
  return desk
}

function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  const size = (one: { width: number; height: number }) => `${one.width}x${one.height}`
  return {
    ...process.env,
    NODE_OPTIONS: '',
    ...(options.timeOffsetMs !== undefined && { STANDIN_TIME_OFFSET_MS: String(options.timeOffsetMs) }),
    ...(options.timeZone && { TZ: options.timeZone }),
    ...(options.locale && { STANDIN_LOCALE: options.locale }),
    ...(options.viewport && { STANDIN_WINDOW: size(options.viewport) }),
    ...(options.display && { STANDIN_DISPLAY: size(options.display) }),
    ...(options.colorScheme && { STANDIN_COLOR_SCHEME: options.colorScheme }),
    ...(options.reducedMotion && { STANDIN_REDUCED_MOTION: '1' }),
    ...(options.forcedColors && { STANDIN_FORCED_COLORS: '1' }),
    ...(options.safeStorage && { STANDIN_SAFE_STORAGE: options.safeStorage }),
    ...(options.notifications === false && { STANDIN_NOTIFICATIONS: 'none' }),
    ...(options.isPackaged && { STANDIN_PACKAGED: '1' }),
    ...options.env,
  }
}

/** A running app, its machine and its windows. */
export class Desk {
  private child: ChildProcess
  private browser: Browser | null = null
  private waiting = new Map<number, (answer: ControlAnswer) => void>()
  private lastId = 0
  private errors = ''
  private output = ''
  private news: Promise<ReadyNews['ready']>
  private ended: Promise<number | null>
  private endpoint = ''
  chromiumPid = 0

  constructor(child: ChildProcess) {
    this.child = child
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text
    })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text
    })
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    this.news = new Promise((resolve) => child.on('message', (message: ReadyNews | ControlAnswer) => this.hear(message, resolve)))
  }

  private hear(message: ReadyNews | ControlAnswer, resolve: (ready: ReadyNews['ready']) => void): void {
    if ('ready' in message) {
      resolve(message.ready)
      return
    }
    this.waiting.get(message.id)?.(message)
    this.waiting.delete(message.id)
  }

  /** Settles when the app is ready. Its process may end before only when that is expected. */
  async started(mayEnd = false): Promise<void> {
    const ready = await Promise.race([this.news, this.ended])
    if (ready === null || typeof ready === 'number') {
      if (mayEnd) return
      throw new Error(`The app ended with code ${ready} before it was ready`)
    }
    this.chromiumPid = ready.chromiumPid
    const attached = this.attach(ready.endpoint)
    if (!mayEnd) return attached
    // An app that ends right after it was ready takes its browser along.
    await Promise.race([attached.catch(() => {}), this.ended])
  }

  private async attach(endpoint: string): Promise<void> {
    this.endpoint = endpoint
    this.browser = await chromium.connectOverCDP(endpoint, { noDefaults: true, isLocal: true })
    this.browser.contexts()[0]?.setDefaultTimeout(15_000)
  }

  /** Playwright gives a page up for good when its process dies; this looks at the windows anew. */
  async reattach(): Promise<void> {
    await this.detach()
    await this.attach(this.endpoint)
  }

  /** The first window's page, once its document has loaded. */
  async page(index = 0): Promise<Page> {
    const page = await until(() => this.windows()[index], 15_000, `There is no window ${index}`)
    await page.waitForLoadState('load')
    return page
  }

  /** The pages of the app's windows. */
  windows(): Page[] {
    return (this.browser?.contexts() ?? []).flatMap((context) => context.pages()).filter((page) => page.url() !== 'about:blank')
  }

  control<N extends keyof Controls>(name: N, ...args: Controls[N]['in']): Promise<Controls[N]['out']> {
    if (!this.child.connected) return Promise.reject(new Error(`The app has ended.\n${this.errors}`))
    const id = ++this.lastId
    this.child.send({ id, name, args })
    const answer = new Promise<ControlAnswer>((resolve) => this.waiting.set(id, resolve)).then(({ value, error }) => {
      if (error !== undefined) throw new Error(error)
      return value as Controls[N]['out']
    })
    const gone = this.ended.then(() => Promise.reject(new Error(`The app ended before it answered "${name}".`)))
    return within(10_000, Promise.race([answer, gone]), `No answer to "${name}"`)
  }

  effects = (): Promise<Effects> => this.control('effects')
  emit = (event: string, ...args: unknown[]) => this.control('emit', event, ...args)
  clickNotification = (index: number) => this.control('notificationEvent', index, 'click')
  closeNotification = (index: number) => this.control('notificationEvent', index, 'close')
  clickTray = () => this.control('clickTray')
  clickTrayMenu = (label: string) => this.control('clickTrayMenu', label)
  clickMenu = (label: string) => this.control('clickMenu', label)
  pressShortcut = (accelerator: string) => this.control('pressShortcut', accelerator)
  answerDialog = (answer: unknown) => this.control('answerDialog', answer)
  setColorScheme = (scheme: 'light' | 'dark') => this.control('setSystemColorScheme', scheme)
  setIdleSeconds = (seconds: number) => this.control('setIdleSeconds', seconds)

  /** Waits until what the app did to the machine is as `isThere` says, and gives it. */
  untilEffects(isThere: (effects: Effects) => boolean, waitMs = 10_000): Promise<Effects> {
    return until(
      async () => {
        const now = await this.effects()
        return isThere(now) ? now : undefined
      },
      waitMs,
      'The app did not do it',
    )
  }

  stderr = () => this.errors
  stdout = () => this.output
  pid = () => this.child.pid ?? 0
  isRunning = () => this.child.exitCode === null && this.child.signalCode === null
  /** The exit code, once the app has ended by itself; null after a kill. */
  exited = () => within(15_000, this.ended, 'The app did not end')

  /** Quits as a person does, and makes sure it is gone. */
  async close(): Promise<number | null> {
    await this.detach()
    if (this.isRunning()) {
      await this.control('quit').catch(() => {})
      await Promise.race([this.ended, wait(5_000, undefined, { ref: false })])
    }
    return this.kill()
  }

  /** Ends the process as a power cut does. Its Chromium ends with it, because the pipe between them closes. */
  async kill(): Promise<number | null> {
    await this.detach()
    if (this.isRunning()) this.child.kill('SIGKILL')
    return this.ended
  }

  private async detach(): Promise<void> {
    const browser = this.browser
    this.browser = null
    if (browser) await Promise.race([browser.close().catch(() => {}), wait(2_000, undefined, { ref: false })])
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>, complaint: string): Promise<T> {
  const timer = new AbortController()
  const late = wait(milliseconds, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(`${complaint} within ${milliseconds / 1000} s.`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    timer.abort()
  }
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>, waitMs: number, complaint: string): Promise<T> {
  for (const end = performance.now() + waitMs; ; ) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`${complaint} within ${waitMs / 1000} s.`)
    await wait(20)
  }
}
