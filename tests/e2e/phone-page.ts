import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { BROWSER_ARGS, findChromium } from '../support/chromium.ts'

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium or Chrome was found; CHROMIUM_PATH may name one.')
  return chromium.launch({ executablePath, args: BROWSER_ARGS })
}

/** The patient's phone in a browser, used as a person would. */
export async function openPhonePage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options })
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(url)
  await page.locator('.person').first().waitFor()

  const hear = (words: string | RegExp) => page.locator('#captions .spoken').filter({ hasText: words }).last().waitFor()
  return {
    page,
    /** What the browser complained about: errors of scripts, and whatever the page's own policy refused. */
    complaints: () => complaints,
    pick: (name: string) => page.locator('.person', { hasText: name }).first().click(),
    async dial() {
      await page.getByRole('tab', { name: 'Call' }).click()
      await page.getByRole('button', { name: /Call (the practice|again)/ }).click()
      await hear('How can I help')
    },
    hear,
    /** Says a line and waits for the receptionist's answer. */
    async say(line: string, answer: string | RegExp) {
      await page.getByLabel('What the caller says').fill(line)
      await page.keyboard.press('Enter')
      await hear(answer)
      await page.locator('#captions [data-key=busy]').waitFor({ state: 'detached' })
    },
    async text(body: string) {
      await page.getByRole('tab', { name: 'Text' }).click()
      await page.getByLabel('Text to the practice').fill(body)
      await page.keyboard.press('Enter')
      await page.locator('.bubble.mine', { hasText: body }).last().waitFor()
    },
    /** Waits for a text of the practice's or the carrier's. */
    read: (words: string | RegExp) => page.locator('#thread .theirs').filter({ hasText: words }).last().textContent(),
    choose: (label: string, option: string) => page.getByLabel(label, { exact: true }).selectOption({ label: option }),
    close: () => page.close(),
  }
}
