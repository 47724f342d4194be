import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildDesk } from '@dentalanswer/desktop/build.ts'
import type { Page } from 'playwright-core'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { shootNumberScenes } from './number-scenes.ts'
import { goTo, openPairedDesk } from './paired-desk.ts'
import { openScene, SCENES } from './shot-scenes.ts'

const folder = join(import.meta.dirname, '../../.shots')
const PLACES = ['Now', 'Calls', 'Messages', 'Confirm', 'Day', 'People', 'Callbacks', 'Reports', 'Setup']
const LOOKS = [
  { name: 'light', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'narrow', width: 1024, height: 700, colorScheme: 'light' },
  // What 200 % zoom leaves of a 1440 × 900 screen.
  { name: 'zoomed', width: 720, height: 450, colorScheme: 'light' },
  { name: 'wide', width: 3840, height: 2160, colorScheme: 'light' },
] as const

async function shoot(page: Page, name: string): Promise<void> {
  // The last change is drawn and its transition is over.
  await wait(350)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function shootLook(world: DeskWorld, { name, width, height, colorScheme }: (typeof LOOKS)[number]): Promise<void> {
  const { desk, page, close } = await openPairedDesk(world, {
    viewport: { width, height },
    colorScheme,
    reducedMotion: true,
    keepOpen: true,
  })
  for (const place of PLACES) {
    await goTo(page, place)
    await shoot(page, `${place.toLowerCase()}-${name}`)
  }
  if (name === 'light' || name === 'dark')
    for (const scene of SCENES) {
      await openScene(page, desk, world, scene)
      await shoot(page, `${scene}-${name}`)
    }
  await close()
}

/** What is set up and counted, in every look but the widest. */
async function shootNumbers({ name, width, height, colorScheme }: (typeof LOOKS)[number]): Promise<void> {
  if (name === 'wide') return
  const looks = { viewport: { width, height }, colorScheme, reducedMotion: true }
  await shootNumberScenes(looks, (page, scene) => shoot(page, `${scene}-${name}`))
}

async function shootStates(): Promise<void> {
  const empty = await openDeskWorld({ morning: false })
  const { page, close } = await openPairedDesk(empty, { keepOpen: true, reducedMotion: true })
  for (const place of PLACES) {
    await goTo(page, place)
    await shoot(page, `${place.toLowerCase()}-quiet`)
  }
  await empty.stopRelay()
  await page.getByText(/^Offline, as of/).waitFor({ timeout: 60_000 })
  for (const place of PLACES) {
    await goTo(page, place)
    await shoot(page, `${place.toLowerCase()}-offline`)
  }
  await close()
  await empty.close()
}

/** Writes a picture of every place and its states into `.shots`. Arguments choose looks by name. */
async function main(wanted: string[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await buildDesk()
  const world = await openDeskWorld({ liveCall: true })
  for (const look of LOOKS) if (wanted.length === 0 || wanted.includes(look.name)) await shootLook(world, look)
  await world.close()
  for (const look of LOOKS)
    if (wanted.length === 0 || wanted.includes(look.name) || wanted.includes(`numbers-${look.name}`)) await shootNumbers(look)
  if (wanted.length === 0 || wanted.includes('states')) await shootStates()
  process.stdout.write(`Pictures are in ${folder}\n`)
}

await main(process.argv.slice(2))
