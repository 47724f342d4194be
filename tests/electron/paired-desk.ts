import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { DeskWorld } from '../support/desk-world.ts'
import { type Desk, type LaunchOptions, launchDesk } from './launch.ts'

export type PairedDesk = { desk: Desk; page: Page; userData: string; close(): Promise<void> }

/** The built desk, paired with a world's practice and showing its first screen. The machine's clock follows the world's. */
export async function openPairedDesk(world: DeskWorld, options: Partial<LaunchOptions> = {}): Promise<PairedDesk> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'dentalanswer-desk-'))
  const desk = await launchDesk({
    timeOffsetMs: world.timeOffsetMs,
    timeZone: 'America/Chicago',
    viewport: { width: 1440, height: 900 },
    ...options,
    userData,
    args: [`--pair=${world.url},${await world.pairingCode()}`, ...(options.args ?? [])],
  })
  const page = await desk.page()
  await page.getByText('Live, all changes received').waitFor()
  const close = async () => {
    await desk.close()
    if (!options.userData) rmSync(userData, { recursive: true, force: true })
  }
  return { desk, page, userData, close }
}

/** Opens a place by its name in the rail. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click()
  await page.getByRole('main', { name: place }).waitFor()
}
