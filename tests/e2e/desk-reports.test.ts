import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_NUMBER } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { segmentsOf } from '@dentalanswer/shared/domain/gsm7.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { deskFolder, isLive, isOffline, openFrontDesk } from './front-desk.ts'

const reports = (page: Page) => page.getByRole('main', { name: 'Reports' })
const month = (page: Page) => reports(page).getByRole('region', { name: 'March 2026' })
const RENT = 1_150_000

/** What the vendors have on record of the demo's one number. */
function onRecord(world: DeskWorld) {
  const { costs } = world.relay().deps.config.prices
  const texts = world.sandbox.twilio.messages().filter((one) => !one.carrierReply && (one.from === DEMO_NUMBER || one.to === DEMO_NUMBER))
  const calls = world.sandbox.vapi.calls().map((one) => one.shape() as { cost?: number })
  const [incoming, outgoing] = [texts.filter((one) => one.direction === 'inbound'), texts.filter((one) => one.direction !== 'inbound')]
  const segments = (of: typeof texts) => of.reduce((sum, one) => sum + segmentsOf(one.body), 0)
  const voice = calls.reduce((sum, one) => sum + Math.round((one.cost ?? 0) * 1_000_000), 0)
  const text = segments(outgoing) * costs.segmentOut + segments(incoming) * costs.segmentIn
  return {
    calls: calls.length,
    textsIn: incoming.length,
    textsOut: outgoing.length,
    segments: segments(texts),
    voice,
    text,
    total: voice + text + RENT,
  }
}
const dollars = (micro: number) => `$${(micro / 1_000_000).toFixed(2)}`

test('the month adds up to what the vendors have on record, and is written out as a table', async () => {
  const world = await openDeskWorld()
  await world.settle()
  const file = join(deskFolder(), 'march.csv')
  const { page, desk } = await openFrontDesk(world, { dialogAnswers: [null, file] })
  await page.keyboard.press('8')
  const record = onRecord(world)
  expect(record.calls).toBeGreaterThan(2)
  const row = month(page).getByRole('row', { name: /^\(512\) 555-0100/ })
  await row.waitFor()
  const { calls, textsIn, textsOut, segments, voice, text, total } = record
  const shown = await row.getByRole('cell').allInnerTexts()
  const sums = [voice, text, RENT, total].map(dollars)
  expect([shown[0], ...shown.slice(3)]).toEqual([...[calls, textsIn, textsOut, segments].map(String), ...sums])
  await reports(page)
    .getByRole('button', { name: `March 2026 so far ${dollars(total)}` })
    .waitFor()

  await page.keyboard.press('e')
  await desk.untilEffects((now) => now.dialogs.length === 1)
  expect(existsSync(file), 'nothing is written when the dialog is closed').toBe(false)
  await page.keyboard.press('e')
  await page.getByRole('status').getByText('usage-2026-03.csv is written.').waitFor()
  const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
  const cells = Object.fromEntries(head!.split(',').map((name, at) => [name, rows[0]?.split(',')[at]]))
  expect(rows).toHaveLength(1)
  expect(cells).toMatchObject({
    Month: '2026-03',
    Number: DEMO_NUMBER.slice(1),
    Calls: String(calls),
    'Texts in': String(textsIn),
    'Texts out': String(textsOut),
  })
})

test('a month without traffic and a desk without a connection say so; what was read stays', async () => {
  const world = await openDeskWorld({ morning: false })
  const { page } = await openFrontDesk(world)
  await page.keyboard.press('8')
  await reports(page)
    .getByRole('button', { name: /^March 2026 so far \$1\.15/ })
    .waitFor()
  for (let back = 0; back < 4; back++) await page.keyboard.press('j')
  await reports(page).getByText('Nothing was called, texted or rented in November 2025.').waitFor()
  for (let back = 0; back < 4; back++) await page.keyboard.press('k')
  await world.stopRelay()
  await isOffline(page)
  await month(page)
    .getByText(/^Offline, as of today/)
    .waitFor()
  await month(page)
    .getByRole('row', { name: /^\(512\) 555-0100/ })
    .waitFor()
  expect(await month(page).getByRole('button', { name: 'Read again' }).isDisabled()).toBe(true)
  await world.startRelay()
  await isLive(page)
  await month(page)
    .getByText(/^as of today/)
    .waitFor()
})

test('opened without a connection, reports say that they are read from the relay', async () => {
  const world = await openDeskWorld({ morning: false })
  const { page } = await openFrontDesk(world)
  await world.stopRelay()
  await isOffline(page)
  await page.keyboard.press('8')
  await reports(page).getByText('Figures are read from the relay.').waitFor()
  await world.startRelay()
  await month(page)
    .getByRole('row', { name: /^\(512\) 555-0100/ })
    .waitFor({ timeout: 40_000 })
})
