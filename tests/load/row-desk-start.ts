import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processorMsOf } from './desk-memory.ts'
import { firstMs, type MeasuredStart, startMeasured } from './desk-process.ts'
import { type Measurement, measurement } from './measurement.ts'
import { median } from './statistics.ts'

/** Milliseconds from the start of the process, but `windowToShown` and `windowToUsable` from the making of the window. */
type Start = {
  window: number
  document: number
  files: number
  shown: number
  usable: number
  /** Of main and renderer until then. */
  processor: number
  windowToShown: number
  windowToUsable: number
}

/** Restarts a paired desk that cannot reach its relay, so that it is the cache that is shown; in turns with an app that shows one word.
 *  What the stand-in and its Chromium cost is in both. */
export async function measureStarts(userData: string, timeOffsetMs: number, rounds: number): Promise<Measurement[]> {
  const desk: MeasuredStart = {
    app: 'measured',
    userData,
    timeOffsetMs,
    shown: '[data-appointment]',
    // Goes to Day.
    key: '5',
    answered: 'main[aria-label="Day"] [data-appointment]',
    until: 'answered',
  }
  const emptyData = mkdtempSync(join(tmpdir(), 'dentalanswer-bench-'))
  const empty: MeasuredStart = { app: 'empty', userData: emptyData, timeOffsetMs, shown: 'p', key: '5', answered: 'hr', until: 'answered' }
  try {
    const desks: Start[] = []
    const empties: Start[] = []
    // The first start of each finds its files cold and is not counted.
    for (let round = 0; round <= rounds; round++) {
      empties.push(await oneStart(empty))
      desks.push(await oneStart(desk))
    }
    return rowsOf(middle(desks.slice(1)), middle(empties.slice(1)), { desks, empties })
  } finally {
    rmSync(emptyData, { recursive: true, force: true })
  }
}

async function oneStart(start: MeasuredStart): Promise<Start> {
  const app = startMeasured(start)
  try {
    const { marks } = await app.begun()
    const processor = processorMsOf(app)
    const since = (name: string, from = app.startedMs) => firstMs(marks, name) - from
    const windowMs = firstMs(marks, 'window')
    return {
      window: since('window'),
      document: since('document'),
      files: since('files'),
      shown: since('shown'),
      usable: since('answered'),
      processor,
      windowToShown: since('shown', windowMs),
      windowToUsable: since('answered', windowMs),
    }
  } finally {
    await app.desk.close()
  }
}

const FIELDS = ['window', 'document', 'files', 'shown', 'usable', 'processor', 'windowToShown', 'windowToUsable'] as const

function middle(starts: Start[]): Start {
  return Object.fromEntries(FIELDS.map((field) => [field, median(starts.map((one) => one[field]))])) as Start
}

function rowsOf(desk: Start, empty: Start, all: { desks: Start[]; empties: Start[] }): Measurement[] {
  const row = { engine: '-', unit: 'ms' } as const
  const detail = { desk, empty, ...all, note: 'medians; the baseline is an empty window opened the same way' }
  return [
    measurement({
      ...row,
      name: 'desk restarted offline: usable, from process start',
      value: desk.usable,
      baseline: empty.usable,
      target: { most: 1_500 },
      detail,
    }),
    measurement({ ...row, name: 'desk restarted offline: usable, over an empty window', value: desk.usable - empty.usable }),
    measurement({
      ...row,
      name: 'desk restarted offline: processor time of main and renderer',
      value: desk.processor,
      baseline: empty.processor,
    }),
    measurement({ ...row, name: 'cached day drawn, from process start', value: desk.shown, baseline: empty.shown }),
    measurement({ ...row, name: 'cached day drawn, from the window', value: desk.windowToShown, baseline: empty.windowToShown }),
    measurement({
      ...row,
      name: 'cached day drawn, from the window, over an empty one',
      value: desk.windowToShown - empty.windowToShown,
      target: { most: 300 },
    }),
  ]
}
