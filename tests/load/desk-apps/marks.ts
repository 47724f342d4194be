import { renameSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded into a measured app: what happened when, kept in memory and written to a file only when nothing is measured.

/** `atMs` is the machine's own time, whatever clock the app was given. */
export type Mark = { name: string; atMs: number } & Record<string, unknown>
export type Marks = { marks: Mark[]; longestBlockMs: number }

const file = process.env.BENCH_MARKS!
const offsetMs = Number(process.env.STANDIN_TIME_OFFSET_MS ?? 0)
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let marks: Mark[] = [{ name: 'process', atMs: performance.timeOrigin - offsetMs }]

export const machineMs = (): number => performance.timeOrigin + performance.now() - offsetMs

export function mark(name: string, more: Record<string, unknown> = {}): void {
  marks.push({ name, atMs: machineMs(), ...more })
  if (name === process.env.BENCH_UNTIL) write()
}

/** What was marked since the last time, and how long the main thread was busy at a stretch. */
function write(): void {
  const written: Marks = { marks, longestBlockMs: delay.max / 1e6 }
  writeFileSync(`${file}.new`, JSON.stringify(written))
  renameSync(`${file}.new`, file)
  marks = []
  delay.reset()
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
// Asked for by the bench. Memory is compared without what is merely not collected yet.
process.on('SIGUSR2', () => {
  write()
  collect()
  delay.reset()
})
