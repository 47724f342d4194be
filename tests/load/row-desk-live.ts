import type { Page } from 'playwright-core'
import type { Mark } from './desk-apps/marks.ts'
import { processorMsOf } from './desk-memory.ts'
import { drawnAfter } from './desk-page.ts'
import type { MeasuredDesk } from './desk-process.ts'
import { type Measurement, measurement } from './measurement.ts'
import type { DeskRelayProcess } from './row-desk.ts'
import { median, spreadOf } from './statistics.ts'

type Live = { toDrawn: number; toDesk: number; toPush: number; pushToDrawn: number; reads: number }
type LiveInput = { relay: DeskRelayProcess; app: MeasuredDesk; page: Page; timeOffsetMs: number; numbers: string[] }

/** Patients' texts, one after the other, and when their words stand on screen: on Now, with everybody who waits, and in an open thread. */
export async function measureLiveChanges(input: LiveInput, count: number): Promise<Measurement[]> {
  const { page, numbers } = input
  await drawnAfter(page, () => page.keyboard.press('1'), { selector: 'main[aria-label="Now"]' })
  const before = processorMsOf(input.app)
  const now = await changesDrawn(input, count, (at) => numbers[1 + at]!)
  const processor = (processorMsOf(input.app) - before) / count
  const carried = await workCarried(input)
  await drawnAfter(page, () => page.keyboard.press('3'), { selector: 'main[aria-label="Messages"]' })
  await changesDrawn(input, 1, () => numbers[0]!)
  await page
    .getByRole('button', { name: /words-/ })
    .first()
    .click()
  const thread = await changesDrawn(input, count, () => numbers[0]!)
  return [...rowsOf('on Now', now), processorRow(processor), carried, ...rowsOf('in the open thread', thread)]
}

const processorRow = (value: number): Measurement =>
  measurement({ name: 'text to drawn on Now, processor time of main and renderer for each', engine: '-', unit: 'ms', value })

const ASKED = 12

/** What Now reads with every change, asked for by the page and not drawn: what is more than main's share is how the stand-in carries it. */
async function workCarried({ app, page }: LiveInput): Promise<Measurement> {
  await app.marks()
  const { ms, characters } = await page.evaluate(async (count) => {
    const { desk } = window as unknown as { desk: { call(name: string, input: object): Promise<{ text: string }> } }
    const ms: number[] = []
    let characters = 0
    for (let at = 0; at < count; at++) {
      const since = performance.now()
      characters = (await desk.call('work.read', {})).text.length
      ms.push(performance.now() - since)
    }
    return { ms, characters }
  }, ASKED)
  const { marks } = await app.marks()
  const main = median(marks.filter((one) => one.call === 'work.read').map((one) => Number(one.ms)))
  const name = 'of that, the work of Now carried by the stand-in'
  return measurement({ name, engine: '-', unit: 'ms', value: median(ms) - main, detail: { main, characters } })
}

let texts = 0

async function changesDrawn({ relay, app, page, timeOffsetMs }: LiveInput, count: number, from: (at: number) => string): Promise<Live[]> {
  await app.marks()
  const drawn = new Map<string, number>()
  for (let at = 0; at < count; at++) {
    const words = `words-${++texts}`
    const body = `Could you tell me whether ${words} is on the list?`
    const { atMs } = await drawnAfter(page, () => relay.ask({ kind: 'text', from: from(at), body }), { selector: 'main', words })
    drawn.set(words, atMs - timeOffsetMs)
    // Whatever the text set off (its answer, a notice) is over before the next one comes.
    await page.waitForTimeout(150)
  }
  const { marks } = await app.marks()
  return [...drawn].map(([words, drawnMs]) => liveOf(marks, words, drawnMs))
}

function liveOf(marks: Mark[], words: string, drawnMs: number): Live {
  const at = marks.findIndex((one) => one.name === 'event' && one.words === words)
  const event = marks[at]
  const push = marks.slice(at).find((one) => one.name === 'push' && one.kind === 'changed' && one.seq === event?.seq)
  if (!event || !push) throw new Error('A text was drawn that no event brought.')
  const begunMs = Number(event.begunMs)
  const reads = marks.filter((one) => one.name === 'call' && one.atMs > push.atMs && one.atMs < drawnMs)
  return {
    toDrawn: drawnMs - begunMs,
    toDesk: event.atMs - begunMs,
    toPush: push.atMs - event.atMs,
    pushToDrawn: drawnMs - push.atMs,
    reads: reads.reduce((sum, one) => sum + Number(one.ms), 0),
  }
}

function rowsOf(where: string, lives: Live[]): Measurement[] {
  const spread = (field: keyof Live) => spreadOf(lives.map((one) => one[field]))
  const row = { engine: '-', unit: 'ms' } as const
  const total = spread('toDrawn')
  const detail = {
    relayToDesk: spread('toDesk'),
    eventToPush: spread('toPush'),
    pushToDrawn: spread('pushToDrawn'),
    readsInMain: spread('reads'),
    note: 'from the beginning of the transaction that keeps the text, so the commit is included',
  }
  return [
    measurement({ ...row, name: `text to drawn ${where}, median`, value: total.p50, target: { most: 100 }, detail }),
    measurement({ ...row, name: `text to drawn ${where}, p99`, value: total.p99 }),
    measurement({ ...row, name: `text to drawn ${where}, of that event to push`, value: detail.eventToPush.p50 }),
    measurement({ ...row, name: `text to drawn ${where}, of that reads in main`, value: detail.readsInMain.p50 }),
  ]
}
