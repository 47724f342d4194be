import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DEMO_VAPI_NUMBER_ID } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { openScriptedCall } from '@dentalanswer/relay/sandbox/vapi/scripted-call.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type {} from '../../desktop/src/renderer/bridge.ts'
import { openSection, setup, walkToSearch } from '../electron/number-desk.ts'
import { goTo } from '../electron/paired-desk.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { type FrontDesk, footer, isLive, isOffline, need, openBareDesk, openFrontDesk } from './front-desk.ts'

/** The tax number of the demo's registration. */
const EIN = '123456789'
const PLACE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '0']

/** Reads nearly everything there is, changes some of it, and is interrupted. */
async function busySession(world: DeskWorld, { page, desk }: FrontDesk): Promise<void> {
  for (const key of PLACE_KEYS) {
    await page.keyboard.press(key)
    await page.waitForFunction(
      (pressed) => document.querySelector('nav [aria-current=page]')?.getAttribute('aria-keyshortcuts') === pressed,
      key,
    )
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    // Once for what is open, once for the field.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  await visitNumbers(world, page)
  await page.keyboard.press('1')
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Find anyone, do anything' }).fill('mendoza')
  await page.getByRole('option', { name: /^Gabriela Mendoza/ }).waitFor()
  await page.keyboard.press('Escape')
  const session = await world.call('Ana Reyes')
  const call = await openScriptedCall(session, 'How can I help?')
  await call.hear('I would like to move my appointment')
  await session.end({ endedReason: 'customer-ended-call' })
  await world.text('Victor Stone', 'please call me about the amoxicillin, Victor')
  await need(page, 'Victor Stone').waitFor()
  await desk.emit('lock-screen')
  await desk.emit('unlock-screen')
  await world.stopRelay()
  await isOffline(page)
  await need(page, 'Hugo Brandt').getByRole('button', { name: 'Looks right (Hugo Brandt)' }).click()
  await footer(page)
    .getByRole('button', { name: /1 change/ })
    .waitFor()
  await world.startRelay()
  await isLive(page)
  await footer(page)
    .getByRole('button', { name: /1 change/ })
    .waitFor({ state: 'detached' })
}

/** Looks at a number, what the assistant is told and what carriers know; looks for another number; has one put right. */
async function visitNumbers(world: DeskWorld, page: Page): Promise<void> {
  await openSection(page, 'Leave to text')
  await setup(page).getByRole('form', { name: 'Details for the carriers' }).waitFor()
  await setup(page).getByRole('textbox', { name: 'Website' }).fill('no address')
  await page.keyboard.press('Control+s')
  await setup(page).getByRole('button', { name: 'Throw away' }).click()
  await openSection(page, 'Assistant')
  await setup(page)
    .getByRole('button', { name: /^Version 1/ })
    .click()
  await setup(page).getByRole('button', { name: 'What it is told' }).click()
  await setup(page).getByRole('region', { name: 'What version 1 is told' }).waitFor()
  world.sandbox.twilio.faults.set({ searches: { kind: '500', times: 1 } })
  const search = await walkToSearch(page)
  await search.getByRole('alert').waitFor()
  await search.getByRole('button', { name: 'Try again' }).click()
  await search
    .getByRole('radio', { name: /a month/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  world.sandbox.vapi.unlink(DEMO_VAPI_NUMBER_ID)
  await setup(page)
    .getByRole('button', { name: /^Check now/ })
    .click()
  await setup(page)
    .getByText(/^The assistant was not on the number · put right/)
    .waitFor()
}

/** Everything a script in the page could read. */
const reachable = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answers = await Promise.all((['app.state', 'setup.read', 'work.read'] as const).map((name) => window.desk.call(name, {})))
    const globals = Object.getOwnPropertyNames(window).map((name) => {
      try {
        return `${name}=${JSON.stringify((window as unknown as Record<string, unknown>)[name])}`
      } catch {
        // The window itself and such: no plain data.
        return name
      }
    })
    const stored = [localStorage, sessionStorage].map((store) => JSON.stringify(store))
    return [...stored, document.cookie, JSON.stringify(answers), ...globals, document.documentElement.outerHTML].join('\n')
  })

test('the page holds no token and asks no address; what the app writes out and keeps on the disk says nothing of anybody', async () => {
  const world = await openDeskWorld()
  const front = await openFrontDesk(world)
  const { page, desk, userData } = front
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).host))
  await busySession(world, front)

  const seen = await reachable(page)
  expect(seen).toContain('Bright Smiles Dental')
  expect(seen).not.toMatch(/"?(token|cacheKey|secret)"?\s*[:=]/i)
  expect(seen).not.toMatch(/Bearer|tokenHash/i)
  expect([...new Set(asked)].filter((host) => !host.startsWith('desk'))).toEqual([])
  expect((await desk.effects()).blockedRequests).toEqual([])

  const secrets = secretsOf(world)
  expect(secrets.filter((one) => seen.includes(one))).toEqual([])
  expect(await page.content(), 'a saved tax number is shown by its last four digits only').not.toContain(EIN)

  const people = await world.patients()
  const numbers = people.flatMap((one) => one.contactPoints.map((point) => point.phoneNumber.slice(-7)))
  const words = [...numbers, 'swollen since', 'amoxicillin', 'Delta Dental', 'Bearer', EIN, ...secrets]
  await desk.close()
  const written = `${desk.stdout()}\n${desk.stderr()}`
  expect([...words, ...people.map((one) => one.lastName)].filter((word) => written.includes(word))).toEqual([])

  const names = people.map((one) => `${one.firstName} ${one.lastName}`)

  const files = filesIn(userData)
  const own = files.filter(isOwn)
  expect(own.map((file) => basename(file))).toEqual(expect.arrayContaining(['secrets.json', 'settings.json']))
  for (const file of own) expect(isPlainDatabase(file), `${file} is no plain database`).toBe(false)
  for (const file of files) {
    const bytes = readFileSync(file).toString('latin1')
    expect(
      [...words, ...names].filter((one) => bytes.includes(one)),
      `${file} names nobody`,
    ).toEqual([])
  }
})

test('a forgotten desk leaves neither its key nor its copy behind, and starts unpaired', async () => {
  const world = await openDeskWorld({ morning: false })
  const { page, desk, userData } = await openFrontDesk(world)
  const kept = () => filesIn(userData).filter((file) => isOwn(file) && !file.endsWith('settings.json'))
  expect(kept().length).toBeGreaterThan(1)
  await goTo(page, 'Setup')
  await page.getByRole('button', { name: 'This desk' }).click()
  await page.getByRole('button', { name: 'Forget this desk…' }).click()
  await page.getByRole('button', { name: 'Forget it' }).click()
  await page.getByRole('heading', { name: 'Pair this desk with your practice' }).waitFor()
  expect(kept()).toEqual([])
  await desk.close()
  const again = await openBareDesk(world, { userData })
  await again.page.getByRole('heading', { name: 'Pair this desk with your practice' }).waitFor()
  expect(kept()).toEqual([])
})

/** Whatever opens an account at a vendor, or proves that a vendor speaks. */
function secretsOf(world: DeskWorld): string[] {
  const { twilio, vapi } = world.relay().deps.config
  const secrets = [twilio.authToken, vapi.apiKey, vapi.webhookSecret].filter((one) => one !== null)
  expect(secrets).toHaveLength(3)
  return secrets
}

/** What the app wrote by itself; the browser engine's own files lie beside it. */
const isOwn = (file: string) => !file.includes('standin-')
const isPlainDatabase = (file: string) => readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3'

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
}
