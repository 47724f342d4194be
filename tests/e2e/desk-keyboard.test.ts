import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { need, openCalmWorld, openFrontDesk, TODAY, visit } from './front-desk.ts'

const PLACES = [
  ['2', 'Calls'],
  ['3', 'Messages'],
  ['4', 'Confirm'],
  ['5', 'Day'],
  ['6', 'People'],
  ['7', 'Callbacks'],
  ['8', 'Reports'],
  ['0', 'Setup'],
] as const

/** Where the keyboard is: null when it is nowhere, or somewhere that cannot be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element?.checkVisibility()) return null
    const box = element.getBoundingClientRect()
    const isInside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
    return isInside ? element.tagName.toLowerCase() : null
  })

/** What a key changed is on screen; a loop that looked earlier would press once more than it means to. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await drawn(page)
    expect(await focused(page), `after ${key} the focus is in sight`).not.toBeNull()
  }
}

test('a whole day is worked without the mouse, and the focus is always in sight', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  const { client } = await world.pair('Back office')
  await need(page, 'Hugo Brandt').waitFor()

  for (const [key, place] of PLACES) {
    await press(page, key)
    await page.getByRole('main', { name: place }).waitFor()
    await press(page, 'j', 'j', 'k', 'Enter', 'Escape', 'Escape')
    await page.getByRole('main', { name: place }).waitFor()
  }
  await press(page, '?')
  await page.getByRole('dialog', { name: 'All keys' }).waitFor()
  await press(page, 'Escape', '1')
  await page.getByRole('main', { name: 'Now' }).waitFor()

  await press(page, 'j', 'j', 'j')
  expect(await page.locator('[data-need][aria-current]').count()).toBe(1)
  while (!(await need(page, 'Hugo Brandt').getAttribute('aria-current'))) await press(page, 'j')
  await press(page, 'e')
  await need(page, 'Hugo Brandt').waitFor({ state: 'detached' })

  await press(page, 'Control+K')
  await page.keyboard.type('coleman')
  await page.getByRole('option', { name: /^Andre Coleman/ }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('main', { name: 'People' }).getByRole('heading', { name: 'Andre Coleman' }).waitFor()

  await press(page, '5')
  while (!(await visit(page, /A\. Coleman/).getAttribute('aria-current'))) await press(page, 'j')
  await press(page, 'Enter')
  await page.getByRole('region', { name: 'Appointment of Andre Coleman' }).waitFor()
  await press(page, 'c')
  await visit(page, /A\. Coleman(?!.*unconfirmed)/).waitFor()

  await press(page, 'n')
  await page.getByRole('form', { name: 'New appointment' }).waitFor()
  await page.getByRole('combobox', { name: 'Who' }).waitFor()
  await page.keyboard.type('victor stone')
  await page.getByRole('option', { name: /Victor Stone/ }).waitFor()
  await press(page, 'Enter')
  await fillByTabs(page, 'What for', 'Cleaning')
  await press(page, 'ArrowDown', 'Enter')
  await fillByTabs(page, 'When', 'tomorrow 1pm')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Appointment of Victor Stone' }).waitFor()
  const { id } = await world.patient('Victor Stone')
  const { appointments } = await client.call('schedule.range', { ...TODAY, to: '2026-03-31' })
  expect(appointments.filter((one) => one.patientId === id && one.status === 'booked')).toHaveLength(1)
})

/** Tabs to a field by its label and types. */
async function fillByTabs(page: Page, label: string, text: string): Promise<void> {
  for (let tabs = 0; tabs < 12; tabs++) {
    const name = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '')
    if (name.startsWith(label)) return page.keyboard.type(text)
    await press(page, 'Tab')
  }
  throw new Error(`Tab does not reach ${label}.`)
}
