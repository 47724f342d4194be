import { fork } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Desk } from '../electron/launch.ts'
import type { Mark, Marks } from './desk-apps/marks.ts'
import { watched } from './processes.ts'

/** The desk as it is built, or another built one in a folder with `dist`. */
export const DESK = process.env.DESK_APP ?? join(import.meta.dirname, '../../desktop')
const RUN_APP = join(import.meta.dirname, '../electron/run-app.ts')
const MARKS_MS = 60_000

export type MeasuredStart = {
  app: 'measured' | 'empty'
  userData: string
  timeOffsetMs: number
  /** What the first picture must contain, a key then pressed, and what it must bring; selectors. */
  shown?: string
  key?: string
  answered?: string
  /** The mark with which a start is over. */
  until?: string
  args?: string[]
}

export type MeasuredDesk = {
  desk: Desk
  /** When its process was asked for. */
  startedMs: number
  pid: number
  /** Waits for the mark given as `until`, and gives all there are. */
  begun(): Promise<Marks>
  /** What was marked since the last time; garbage is then collected. */
  marks(): Promise<Marks>
}

/** Starts the measured desk (or the empty app it is compared with) on the stand-in, with nothing attached to its window. */
export function startMeasured({ app, userData, timeOffsetMs, args = [], ...watch }: MeasuredStart): MeasuredDesk {
  const file = join(userData, 'marks.json')
  rmSync(file, { force: true })
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    TZ: 'America/Chicago',
    STANDIN_TIME_OFFSET_MS: String(timeOffsetMs),
    STANDIN_WINDOW: '1440x900',
    BENCH_DESK: DESK,
    BENCH_MARKS: file,
    ...(watch.shown && { BENCH_SHOWN: watch.shown }),
    ...(watch.key && { BENCH_KEY: watch.key }),
    ...(watch.answered && { BENCH_ANSWERED: watch.answered }),
    ...(watch.until && { BENCH_UNTIL: watch.until }),
  }
  const words = [join(import.meta.dirname, 'desk-apps', app), `--user-data-dir=${userData}`, ...args]
  const startedMs = performance.timeOrigin + performance.now()
  const child = watched(fork(RUN_APP, words, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }))
  const desk = new Desk(child)
  const written = () => readMarks(file, desk)
  return {
    desk,
    startedMs,
    pid: child.pid!,
    begun: written,
    marks() {
      rmSync(file, { force: true })
      child.kill('SIGUSR2')
      return written()
    },
  }
}

async function readMarks(file: string, desk: Desk): Promise<Marks> {
  for (const end = Date.now() + MARKS_MS; !existsSync(file); await sleep(20)) {
    if (!desk.isRunning()) throw new Error(`The app ended.\n${desk.stderr()}`)
    if (Date.now() > end) throw new Error(`The app did not get there.\n${desk.stderr()}`)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Marks
}

/** When something was marked first; throws when it never was. */
export function firstMs(marks: Mark[], name: string, isIt: (mark: Mark) => boolean = () => true): number {
  const found = marks.find((one) => one.name === name && isIt(one))
  if (!found) throw new Error(`The app never marked "${name}".`)
  return found.atMs
}
