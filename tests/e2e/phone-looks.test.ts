import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type DemoProcess, demoSettings, startDemoProcess } from './demo-process.ts'
import { lowContrast, namelessControls, tabStops } from './page-checks.ts'
import { openBrowser, openPhonePage } from './phone-page.ts'

let browser: Browser
let demo: DemoProcess
let settings: Awaited<ReturnType<typeof demoSettings>>

beforeAll(async () => {
  settings = await demoSettings()
  ;[browser, demo] = await Promise.all([openBrowser(), startDemoProcess(settings)])
})
afterAll(async () => {
  await browser?.close()
  await demo?.interrupt()
  settings?.drop()
})

async function openPhone(options: BrowserContextOptions) {
  const phone = await openPhonePage(browser, demo.phonePage, options)
  onTestFinished(phone.close)
  return phone
}

/** Every picture that the page can show, one after the other. */
async function everyPicture(page: Page, look: (picture: string) => Promise<void>) {
  await look('people')
  await page.locator('.person', { hasText: 'Owen Becker' }).click()
  await page.getByRole('heading', { name: 'Owen Becker' }).waitFor()
  await page.getByLabel('Text to the practice').fill('STOP')
  await page.keyboard.press('Enter')
  await page.locator('#thread .carrier').waitFor()
  await look('texts')
  await page.getByRole('tab', { name: 'Call' }).click()
  await look('before a call')
  await page.getByRole('button', { name: /Call (the practice|again)/ }).click()
  await page.locator('#captions .spoken').first().waitFor()
  await look('in a call')
  await page.getByRole('button', { name: 'Hang up' }).click()
  await page.locator('#dial-form').waitFor()
  const toFaults = page.getByRole('button', { name: 'Faults' })
  if (await toFaults.isVisible()) await toFaults.click()
  await page.getByLabel('Delivery reports').selectOption({ label: 'Out of order' })
  await look('faults')
}

const kinds: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: 'dark', viewport: { width: 1024, height: 700 } },
  narrow: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
}

describe.each(Object.keys(kinds))('the page, %s', (kind) => {
  test('names every control, can be read, and fits', async () => {
    const { page } = await openPhone(kinds[kind]!)
    await everyPicture(page, async (picture) => {
      expect({ picture, nameless: await namelessControls(page) }).toEqual({ picture, nameless: [] })
      expect({ picture, pale: await page.evaluate(lowContrast) }).toEqual({ picture, pale: [] })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect({ picture, overflow }).toEqual({ picture, overflow: 0 })
    })
  })
})

test('the focus can be seen on every control that Tab reaches, and comes round', async () => {
  const { page } = await openPhone(kinds.light!)
  await page.locator('.person', { hasText: 'Owen Becker' }).click()
  await page.getByRole('tab', { name: 'Text' }).waitFor()
  const stops = await tabStops(page, 40)
  expect(stops.length).toBeLessThan(40)
  expect(stops.filter((stop) => !stop.isVisible)).toEqual([])
  expect(stops.map((stop) => stop.name)).toEqual(
    expect.arrayContaining(['find', 'tab-text', 'text-body', 'fault-sends', 'fault-callbacks', 'fault-mark']),
  )
})

test('a row that changes while it has the focus keeps it', async () => {
  const { page } = await openPhone(kinds.light!)
  const row = page.locator('.person', { hasText: 'Rosa Alvarez' })
  await row.focus()
  const answer = await page.request.post(new URL('api/text', demo.phonePage).href, {
    headers: { 'content-type': 'application/json' },
    data: { from: '+15125550176', body: 'Gracias' },
  })
  expect(answer.ok()).toBe(true)
  await row.getByText('You: Gracias').waitFor()
  expect(await page.locator('.person:focus').textContent()).toContain('Rosa Alvarez')
})
