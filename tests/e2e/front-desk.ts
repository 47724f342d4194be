import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Desk, type LaunchOptions, launchDesk } from '../electron/launch.ts'
import { openPairedDesk } from '../electron/paired-desk.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'

export type FrontDesk = { desk: Desk; page: Page; userData: string }

/** A folder for one desk's things, gone when the test ends. */
export function deskFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A computer at the front desk of `world`'s practice, not paired yet. */
export async function openBareDesk(world: DeskWorld, options: Partial<LaunchOptions> = {}): Promise<FrontDesk> {
  const userData = options.userData ?? deskFolder()
  const desk = await launchDesk({
    timeOffsetMs: world.timeOffsetMs,
    timeZone: 'America/Chicago',
    viewport: { width: 1440, height: 900 },
    reducedMotion: true,
    ...options,
    userData,
  })
  return { desk, page: await desk.page(), userData }
}

/** A paired desk that shows the practice. Closed when the test ends. */
export async function openFrontDesk(world: DeskWorld, options: Partial<LaunchOptions> = {}): Promise<FrontDesk> {
  const userData = options.userData ?? deskFolder()
  const { desk, page } = await openPairedDesk(world, { reducedMotion: true, ...options, userData })
  return { desk, page, userData }
}

/** What waits for a person, by the name it stands under. */
export const need = (page: Page, who: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Needs you, most pressing first' }).getByRole('listitem').filter({ hasText: who })

export const footer = (page: Page): Locator => page.getByRole('contentinfo')

export const isLive = (page: Page): Promise<void> => footer(page).getByText('Live, all changes received').waitFor({ timeout: 40_000 })

export const isOffline = (page: Page): Promise<void> =>
  footer(page)
    .getByText(/^Offline, as of/)
    .waitFor()

/** A visit on the day's board, by how it reads: "3:00–3:50 PM, N. Bennett, Cleaning, Kim Nguyen, Op 3". */
export const visit = (page: Page, name: RegExp): Locator => page.getByRole('main').getByRole('button', { name })

/** The busy morning after somebody took care of its emergency, so that its notice stands over nothing. */
export async function openCalmWorld(): Promise<DeskWorld> {
  const world = await openDeskWorld()
  const { client } = await world.pair('Back office')
  for (const alarm of await client.call('alarm.list', {})) await client.call('alarm.acknowledge', { alarmId: alarm.id, by: 'Kim' })
  return world
}

export const TODAY = { from: '2026-03-03', to: '2026-03-03' } as const

export const PLACES = ['Now', 'Calls', 'Messages', 'Confirm', 'Day', 'People', 'Callbacks', 'Reports', 'Setup']

/** Fonts are there and nothing moves any more. */
export async function isDrawn(shown: Page): Promise<void> {
  await shown.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}
