import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import { openCalmWorld, openFrontDesk, visit } from './front-desk.ts'

const movePane = (page: Page) => page.getByRole('form', { name: /^Move / })
const box = async (block: Locator) => (await block.boundingBox())!

/** Takes N. Bennett of 11:00 along by `hours` and, if named, into another column. Ends with the button still held. */
async function drag(page: Page, hours: number, column?: string): Promise<void> {
  const [from, at2pm] = [await box(visit(page, /^11:00.*N\. Bennett/)), await box(visit(page, /^2:00.*T\. Novak/))]
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
  const there = column ? await box(page.getByRole('region', { name: column })) : from
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 8)
  await page.mouse.move(there.x + there.width / 2, y + (hours * (at2pm.y - from.y)) / 3, { steps: 4 })
}

test('a visit is dragged to another time; what stands in its way is said before it is dropped, and it can be taken back', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  await goTo(page, 'Day')
  await drag(page, 3)
  await movePane(page).getByText('Kim Nguyen is taken then').waitFor()
  await movePane(page).getByText('Today 2:00 PM').waitFor()
  expect(await visit(page, /^11:00.*N\. Bennett/).count()).toBe(1)
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await movePane(page).waitFor({ state: 'detached' })

  await drag(page, 4)
  await movePane(page).getByText('Today 3:00 PM').waitFor()
  await movePane(page).getByText('taken').waitFor({ state: 'detached' })
  await page.mouse.up()
  await movePane(page).getByRole('button', { name: 'Move', exact: true }).click()
  await visit(page, /^3:00–3:50 PM, N\. Bennett/).waitFor()
  await visit(page, /^11:00.*N\. Bennett/).waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await visit(page, /^11:00.*N\. Bennett/).waitFor()
})

test('a visit is dragged into another operatory and stays with whoever had it, if they can', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  await goTo(page, 'Day')
  await drag(page, 4, 'Op 4 · Sofia')
  await movePane(page).getByText('Op 4 · Kim Nguyen').waitFor()
  await page.mouse.up()
  await movePane(page).getByRole('button', { name: 'Move', exact: true }).click()
  await visit(page, /^3:00–3:50 PM, N\. Bennett.*Kim Nguyen, Op 4/).waitFor()
  const { appointments } = await (await world.pair()).client.call('schedule.range', { from: '2026-03-03', to: '2026-03-03' })
  const { id } = await world.patient('Nicole Bennett')
  expect(appointments.find((one) => one.patientId === id)).toMatchObject({ startsAt: '2026-03-03T21:00:00.000Z', status: 'booked' })
})

test('the keyboard moves a visit the same way, and a time that is taken takes a reason', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  await page.keyboard.press('5')
  await visit(page, /N\. Bennett/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Appointment of Nicole Bennett' }).waitFor()
  await page.keyboard.press('m')
  await movePane(page).waitFor()
  for (let steps = 0; steps < 12; steps++) await page.keyboard.press('ArrowDown')
  await movePane(page).getByText('Today 2:00 PM').waitFor()
  await movePane(page).getByText('Kim Nguyen is taken then').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('input') === true)
  expect(await visit(page, /^11:00.*N\. Bennett/).count(), 'nothing moves without a reason').toBe(1)
  await page.keyboard.type('Only time she can')
  await page.keyboard.press('Enter')
  await visit(page, /^2:00.*N\. Bennett.*overbooked/).waitFor()
  await visit(page, /^2:00.*T\. Novak/).waitFor()
})
