import type { Page } from 'playwright-core'
import { type Drawn, drawnAfter, framesWhile, type Seen, scrollOver } from './desk-page.ts'
import { type Measurement, measurement } from './measurement.ts'
import { median, spreadOf } from './statistics.ts'

const row = { engine: '-', unit: 'ms' } as const
const SCROLL_MS = 3_000
const BOARD = 'main[aria-label="Day"] [data-board]'
const PLACES = [
  ['1', 'Now'],
  ['2', 'Calls'],
  ['3', 'Messages'],
  ['4', 'Confirm'],
  ['5', 'Day'],
  ['6', 'People'],
  ['7', 'Callbacks'],
  ['8', 'Reports'],
] as const

const pressed = (page: Page, key: string, seen: Seen): Promise<Drawn> => drawnAfter(page, () => page.keyboard.press(key), seen)
const placeSeen = (name: string): Seen => ({ selector: `main[aria-label="${name}"]` })

/** The fullest day: three days on, by the key for the next day. */
export async function measureFullDay(page: Page, fullDay: number): Promise<Measurement[]> {
  await pressed(page, '5', { selector: `${BOARD} [data-appointment]` })
  for (let day = 0; day < 2; day++) {
    await page.keyboard.press(']')
    await page.waitForTimeout(400)
  }
  const opened = await pressed(page, ']', { selector: `${BOARD} [data-appointment]`, least: fullDay })
  const shown = await page.locator(`${BOARD} [data-appointment]`).count()
  const idle = spreadOf(await framesWhile(page, () => page.waitForTimeout(SCROLL_MS)))
  const scrolled = spreadOf(await framesWhile(page, () => scrollOver(page, BOARD, SCROLL_MS)))
  const detail = { shown, opened, idle, scrolled }
  return [
    measurement({ ...row, name: `day of ${fullDay} visits opened`, value: opened.ms, detail }),
    measurement({
      ...row,
      name: `day of ${fullDay} visits scrolled: time between frames, median`,
      value: scrolled.p50,
      baseline: idle.p50,
    }),
    measurement({ ...row, name: `day of ${fullDay} visits scrolled: time between frames, p99`, value: scrolled.p99, baseline: idle.p99 }),
  ]
}

/** Every place by its digit, some rounds; the first visit of each apart from the later ones. */
export async function measurePlaces(page: Page, rounds: number): Promise<Measurement[]> {
  const first: Record<string, number> = {}
  const later: Record<string, number[]> = {}
  for (let round = 0; round <= rounds; round++)
    for (const [key, name] of PLACES) {
      await page.keyboard.press('Escape')
      // A place that begins in a text field would take the digit for a letter.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      const { ms } = await pressed(page, key, placeSeen(name))
      if (round === 0) first[name] = ms
      else later[name] = [...(later[name] ?? []), ms]
      await page.waitForTimeout(100)
    }
  const all = spreadOf(Object.values(later).flat())
  const medians = Object.fromEntries(Object.entries(later).map(([name, times]) => [name, median(times)]))
  return [
    measurement({ ...row, name: 'switching places, median', value: all.p50, detail: { first, later: medians } }),
    measurement({ ...row, name: 'switching places, p99', value: all.p99 }),
  ]
}

/** Typing a name into People: from the key to the list of what has been typed. */
export async function measureSearch(page: Page, rounds: number): Promise<Measurement[]> {
  await pressed(page, '6', placeSeen('People'))
  const field = page.getByRole('textbox', { name: 'Name, number or birth date' })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await field.fill('')
    await page.waitForTimeout(200)
    for (const key of 'bulk') {
      // The count of people is empty while they are read.
      const found = await pressed(page, key, { selector: 'main [role=status]', words: 'found|people|person', afterKey: true })
      times.push(found.ms)
      await page.waitForTimeout(120)
    }
  }
  const spread = spreadOf(times)
  return [
    measurement({
      ...row,
      name: 'search: key to list, median',
      value: spread.p50,
      detail: { spread, note: '60 ms of it wait for the next key' },
    }),
    measurement({ ...row, name: 'search: key to list, p99', value: spread.p99 }),
  ]
}

/** The longest thread, opened from the list. */
export async function measureLongThread(page: Page, rounds: number): Promise<Measurement[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await pressed(page, '3', placeSeen('Messages'))
  const rows = page.getByRole('list', { name: 'Threads, newest first' }).getByRole('button')
  const words = /words-\d+/.exec((await rows.first().textContent()) ?? '')?.[0]
  const long = rows.filter({ hasText: words })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await rows.nth(3).click()
    await page.waitForTimeout(300)
    const opened = await drawnAfter(page, () => long.click(), { selector: 'main [role=log]', words })
    times.push(opened.ms)
  }
  const scrolled = spreadOf(await framesWhile(page, () => scrollOver(page, 'main [role=log]', SCROLL_MS)))
  return [
    measurement({ ...row, name: 'thread of 10,000 texts opened, median', value: median(times), detail: { times, scrolled } }),
    measurement({ ...row, name: 'thread of 10,000 texts scrolled: time between frames, p99', value: scrolled.p99 }),
  ]
}
