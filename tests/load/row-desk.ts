import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesk } from '@dentalanswer/desktop/build.ts'
import { findChromium } from '../support/chromium.ts'
import { type DeskMemories, memoryOf } from './desk-memory.ts'
import { type MeasuredStart, startMeasured } from './desk-process.ts'
import type { DeskSize, WorldAnswer, WorldAsk } from './desk-world-process.ts'
import { type Measurement, measurement } from './measurement.ts'
import { startWorker, type Worker } from './processes.ts'
import { measureLiveChanges } from './row-desk-live.ts'
import { measurePairing } from './row-desk-pairing.ts'
import { measureFullDay, measureLongThread, measurePlaces, measureSearch } from './row-desk-screens.ts'
import { measureStarts } from './row-desk-start.ts'

export type DeskRelayProcess = Worker<WorldAsk, WorldAnswer>

const FULL: DeskSize = { appointments: 100_000, fullDay: 500, messages: 10_000, thread: 10_000 }
const QUICK: DeskSize = { appointments: 10_000, fullDay: 500, messages: 1_000, thread: 1_000 }

/** The desk as it is built, on the stand-in for Electron, with a cache as full as a large practice's. Adds to `rows` as it goes. */
export async function measureDesk(rows: Measurement[], isQuick: boolean, say: (text: string) => void): Promise<void> {
  if (!findChromium()) {
    say('desk: no Chromium is installed, so the desk is not measured')
    return
  }
  const size = isQuick ? QUICK : FULL
  if (!process.env.DESK_APP) await buildDesk()
  const userData = mkdtempSync(join(tmpdir(), 'dentalanswer-bench-'))
  const relay: DeskRelayProcess = startWorker('desk-world-process.ts')
  try {
    say('desk: filling a practice')
    const { timeOffsetMs, numbers } = await relay.ask({ kind: 'open', size })
    say('desk: pairing')
    rows.push(...(await measurePairing(userData, relay)))
    say('desk: restarts')
    await relay.ask({ kind: 'stop' })
    rows.push(...(await measureStarts(userData, timeOffsetMs, isQuick ? 2 : 7)))
    await relay.ask({ kind: 'start' })
    say('desk: at work')
    await measureWork(rows, { userData, timeOffsetMs, numbers, relay, size, isQuick })
  } finally {
    await relay.stop()
    rmSync(userData, { recursive: true, force: true })
  }
}

type Work = { userData: string; timeOffsetMs: number; numbers: string[]; relay: DeskRelayProcess; size: DeskSize; isQuick: boolean }

async function measureWork(rows: Measurement[], { userData, timeOffsetMs, numbers, relay, size, isQuick }: Work): Promise<void> {
  const app = startMeasured({ app: 'measured', userData, timeOffsetMs, until: 'live' })
  try {
    await app.begun()
    await app.desk.started()
    const page = await app.desk.page()
    const before = await memoryOf(app)
    rows.push(...(await measureLiveChanges({ relay, app, page, timeOffsetMs, numbers }, isQuick ? 10 : 60)))
    rows.push(...(await measureFullDay(page, size.fullDay)))
    rows.push(...(await measurePlaces(page, isQuick ? 3 : 10)))
    rows.push(...(await measureLongThread(page, 5)))
    rows.push(...(await measureSearch(page, isQuick ? 2 : 6)))
    const after = await memoryOf(app)
    rows.push(...memoryRows(before, after, await emptyMemory(timeOffsetMs)))
  } finally {
    await app.desk.close()
  }
}

async function emptyMemory(timeOffsetMs: number): Promise<DeskMemories | null> {
  const userData = mkdtempSync(join(tmpdir(), 'dentalanswer-bench-'))
  const start: MeasuredStart = { app: 'empty', userData, timeOffsetMs, shown: 'p', until: 'shown' }
  const app = startMeasured(start)
  try {
    await app.begun()
    await app.desk.started()
    return await memoryOf(app)
  } finally {
    await app.desk.close()
    rmSync(userData, { recursive: true, force: true })
  }
}

function memoryRows(start: DeskMemories | null, end: DeskMemories | null, empty: DeskMemories | null): Measurement[] {
  if (!start || !end || !empty) return []
  const row = { engine: '-', unit: 'MB' } as const
  const detail = {
    start,
    end,
    empty,
    note: 'resident after a collection in both; the baseline is an empty window; the end as it stood is in `end.before`',
  }
  const baseline = empty.settled.both
  const target = { most: 300 }
  return [
    measurement({ ...row, name: 'memory after the start, main and renderer', value: start.settled.both, baseline, target, detail }),
    measurement({ ...row, name: 'memory after all of this, main and renderer', value: end.settled.both, baseline, target }),
    measurement({ ...row, name: 'memory after all of this, over an empty window', value: end.settled.both - baseline }),
    measurement({ ...row, name: 'memory after all of this, main alone', value: end.settled.main, baseline: empty.settled.main }),
  ]
}
