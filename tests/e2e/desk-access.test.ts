import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DEMO_NUMBER } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from '../electron/launch.ts'
import { choose, firstFree, inList, look, number, openSection, step, walkToReview, walkToSearch } from '../electron/number-desk.ts'
import { goTo, openPairedDesk, type PairedDesk } from '../electron/paired-desk.ts'
import type { DeskWorld } from '../support/desk-world.ts'
import { isDrawn, openBareDesk, openCalmWorld, PLACES } from './front-desk.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { id: string; impact: string | null; nodes: { html: string }[] }

/** What axe-core finds serious or critical, as "rule: element". */
async function barriers(page: Page): Promise<string[]> {
  // Out of the page's own policy, as a browser's extension is.
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: unknown): Promise<{ violations: Found[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  return grave.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`))
}

let world: DeskWorld
let front: PairedDesk
let desk: Desk
let page: Page

beforeAll(async () => {
  world = await openCalmWorld()
  front = await openPairedDesk(world, { keepOpen: true, reducedMotion: true })
  desk = front.desk
  page = front.page
})

afterAll(async () => {
  await front?.close()
  await world?.close()
})

async function show(scheme: 'light' | 'dark'): Promise<void> {
  await desk.setColorScheme(scheme)
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme)
}

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  test('no place keeps anybody out', async () => {
    await show(scheme)
    const found: string[] = []
    for (const place of PLACES) {
      await goTo(page, place)
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await isDrawn(page)
      found.push(...(await barriers(page)).map((one) => `${place}: ${one}`))
    }
    expect(found).toEqual([])
  })

  test('nor do numbers and every step to another one, the assistant and leave to text', async () => {
    await show(scheme)
    const found: string[] = []
    const check = async (what: string) => {
      await isDrawn(page)
      found.push(...(await barriers(page)).map((one) => `${what}: ${one}`))
    }
    for (const section of ['Numbers', 'Assistant', 'Leave to text']) {
      await openSection(page, section)
      await check(section)
    }
    await openSection(page, 'Numbers')
    await inList(page, DEMO_NUMBER).click()
    for (const name of ['Try it', 'Rename', 'Give it up…']) {
      await number(page, DEMO_NUMBER).getByRole('button', { name }).click()
      await check(name)
    }
    await page.keyboard.press('Escape')
    await walkToSearch(page, check)
    const wanted = firstFree(world, '737')
    await look(page, '737')
    await choose(page, wanted)
    await check('The number')
    await walkToReview(page, check)
    await check('Cost and start')
    world.sandbox.twilio.setAccount('no-funds')
    await page.keyboard.press('g')
    await step(page, 'Being set up').getByRole('alert').waitFor()
    await check('Stopped')
    world.sandbox.twilio.setAccount('active')
    await page.keyboard.press('r')
    await step(page, 'Being set up').getByText('8 of 8 done').waitFor()
    await check('Being set up')
    for (const title of ['Try it', 'Go live']) {
      await page.keyboard.press('Control+Enter')
      await step(page, title).waitFor()
      await check(title)
    }
    await page.keyboard.press('g')
    expect(found).toEqual([])
  })

  test('nor do the panes, the palette, the keys and what comes up by itself', async () => {
    await show(scheme)
    const found: string[] = []
    const look = async (what: string) => {
      await isDrawn(page)
      found.push(...(await barriers(page)).map((one) => `${what}: ${one}`))
    }
    await page.keyboard.press('Escape')
    await goTo(page, 'Day')
    await page.keyboard.press('n')
    await page.getByRole('form', { name: 'New appointment' }).waitFor()
    await look('new appointment')
    await page.keyboard.press('Escape')
    await goTo(page, 'Now')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'All keys' }).waitFor()
    await look('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('garcia')
    await page.getByRole('option').first().waitFor()
    await look('palette')
    await page.keyboard.press('Escape')
    const session = await world.call('Ana Reyes')
    await page.getByRole('region', { name: 'Incoming call' }).waitFor()
    await look('incoming call')
    await session.end({ endedReason: 'customer-ended-call' })
    await page.getByRole('region', { name: 'Incoming call' }).waitFor({ state: 'detached' })
    await world.text('Victor Stone', scheme === 'light' ? 'my face is really swollen and I have a fever' : 'it will not stop bleeding')
    await page.getByRole('alert').filter({ hasText: 'Emergency' }).waitFor({ state: 'attached' })
    await look('emergency')
    await page.keyboard.press('Shift+Space')
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).waitFor({ state: 'detached' })
  })
})

test('the pairing screen keeps nobody out, in both colours', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const bare = await openBareDesk(world, { colorScheme })
    await bare.page.getByRole('heading', { name: 'Pair this desk with your practice' }).waitFor()
    await bare.page.getByRole('button', { name: 'Pair this desk' }).click()
    await isDrawn(bare.page)
    expect(await barriers(bare.page), colorScheme).toEqual([])
    await bare.desk.close()
  }
})
