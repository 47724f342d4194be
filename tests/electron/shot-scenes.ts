import type { Page } from 'playwright-core'
import type { DeskWorld } from '../support/desk-world.ts'
import type { Desk } from './launch.ts'
import { goTo } from './paired-desk.ts'

/** What is worth a picture besides the places as they open. */
export const SCENES = ['palette', 'keys', 'day-detail', 'day-new', 'day-week', 'message-thread', 'call-detail', 'person', 'toast'] as const
export type Scene = (typeof SCENES)[number]

type Opener = (page: Page, desk: Desk, world: DeskWorld) => Promise<void>

const OPENERS: Record<Scene, Opener> = {
  async palette(page) {
    await goTo(page, 'Now')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('garcia')
  },
  async keys(page) {
    await page.keyboard.press('Escape')
    await goTo(page, 'Now')
    await page.keyboard.press('?')
  },
  async 'day-detail'(page) {
    await page.keyboard.press('Escape')
    await goTo(page, 'Day')
    await page.locator('[data-appointment]').nth(9).click()
  },
  async 'day-new'(page) {
    await page.keyboard.press('Escape')
    await goTo(page, 'Day')
    await page.keyboard.press('n')
  },
  async 'day-week'(page) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await goTo(page, 'Day')
    await page.keyboard.press('w')
  },
  async 'message-thread'(page) {
    await goTo(page, 'Messages')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
  },
  async 'call-detail'(page) {
    await goTo(page, 'Calls')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
  },
  async person(page) {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('Reyes')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
  },
  async toast(page, _desk, world) {
    await goTo(page, 'Now')
    await world.text('Ana Reyes', 'sorry I have to cancel tomorrow')
  },
}

/** Brings a scene on screen. */
export const openScene = (page: Page, desk: Desk, world: DeskWorld, scene: Scene): Promise<void> => OPENERS[scene](page, desk, world)
