import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MeasuredDesk } from './desk-process.ts'
import { cpuMs, residentBytes } from './processes.ts'

const MB = 1024 * 1024
/** A renderer returns memory a while after it is idle. */
const SETTLE_MS = 1_500

/** Resident megabytes: the main process, the renderer of the window, and all of the browser beside it. */
export type DeskMemory = { main: number; renderer: number; both: number; browser: number }
/** `settled` is after what is merely not collected yet has been collected in both, `before` as it stood. */
export type DeskMemories = { before: DeskMemory; settled: DeskMemory }

/** Null where the system does not tell. */
export async function memoryOf(app: MeasuredDesk): Promise<DeskMemories | null> {
  if (!existsSync('/proc/self/status')) return null
  const before = memoryNow(app)
  const page = await app.desk.page()
  const devtools = await page.context().newCDPSession(page)
  for (let round = 0; round < 2; round++) {
    await devtools.send('HeapProfiler.collectGarbage')
    await app.marks()
    await sleep(SETTLE_MS)
  }
  await devtools.detach()
  return { before, settled: memoryNow(app) }
}

function memoryNow({ pid, desk }: MeasuredDesk): DeskMemory {
  const ofChromium = [desk.chromiumPid, ...childrenOf(desk.chromiumPid)]
  const renderers = ofChromium.filter((one) => commandOf(one).includes('--type=renderer')).map(residentBytes)
  const main = residentBytes(pid) / MB
  const renderer = Math.max(...renderers) / MB
  const browser = ofChromium.reduce((sum, one) => sum + residentBytes(one), 0) / MB - renderer
  return { main, renderer, both: main + renderer, browser }
}

/** Processor time so far of the main process and the window's renderer, which a busy machine hardly changes. Zero where the system does
 *  not tell. */
export function processorMsOf({ pid }: MeasuredDesk): number {
  if (!existsSync('/proc/self/status')) return 0
  const renderers = childrenOf(pid).filter((one) => commandOf(one).includes('--type=renderer'))
  return cpuMs(pid) + Math.max(0, ...renderers.map(cpuMs))
}

function childrenOf(parent: number): number[] {
  const all = readdirSync('/proc').map(Number).filter(Boolean)
  const own = all.filter((pid) => parentOf(pid) === parent)
  return [...own, ...own.flatMap(childrenOf)]
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    // It ended meanwhile.
    return null
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
