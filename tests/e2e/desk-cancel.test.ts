import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import type { DeskWorld } from '../support/desk-world.ts'
import { need, openCalmWorld, openFrontDesk, visit } from './front-desk.ts'

const rail = (page: Page, place: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place })
const waiting = async (page: Page) => Number(/(\d+) need you/.exec(await rail(page, 'Now').ariaSnapshot())?.[1])
const opening = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Open 11:00/ })

async function openTomorrow(page: Page): Promise<void> {
  await goTo(page, 'Day')
  await page.keyboard.press('t')
  await page.keyboard.press(']')
  await page.getByRole('heading', { name: 'Wednesday, March 4' }).waitFor()
}

/** Asks somebody to confirm their visit, as the practice does the day before. */
async function ask(world: DeskWorld, name: string): Promise<void> {
  const { client } = await world.pair('Back office')
  const { id } = await world.patient(name)
  const { appointments } = await client.call('schedule.range', { from: '2026-03-04', to: '2026-03-04' })
  const { id: appointmentId } = appointments.find((one) => one.patientId === id && one.status === 'booked')!
  await client.call('appointment.unconfirm', { appointmentId })
  await client.call('appointment.ask', { appointmentId })
  await world.settle()
}

test('a visit of tomorrow cancelled by text is told once with the one thing to do, is on every place, and Undo brings all of it back', async () => {
  const world = await openCalmWorld()
  await ask(world, 'Yolanda Price')
  const { page, desk } = await openFrontDesk(world)
  await page.waitForFunction(() => /\d/.test(document.querySelector('nav [aria-current=page]')?.textContent ?? ''))
  const before = await waiting(page)
  await desk.untilEffects((now) => now.badge === before)
  await world.text('Yolanda Price', 'sorry I have to cancel tomorrow')

  const told = page.getByRole('heading', { name: /^Yolanda Price cancelled .*11:00/ })
  await told.waitFor()
  await need(page, 'Yolanda Price').getByText('Cancelled Tomorrow 11:00 AM').waitFor()
  expect(await waiting(page)).toBe(before + 1)
  const { notifications } = await desk.untilEffects((now) => now.badge === before + 1)
  expect(notifications, 'a window that is looked at needs no notification').toEqual([])

  await page.getByRole('button', { name: 'Fill this opening', exact: true }).click()
  await page.getByRole('heading', { name: 'Wednesday, March 4' }).waitFor()
  await opening(page).waitFor()
  await told.waitFor({ state: 'detached' })
  expect(await visit(page, /Y\. Price, /).count()).toBe(0)

  await goTo(page, 'Messages')
  const messages = page.getByRole('main', { name: 'Messages' })
  const threads = messages.getByRole('region', { name: 'Threads' })
  await threads.getByRole('button', { name: /^All/ }).click()
  await threads.getByRole('button', { name: /^Yolanda Price/ }).click()
  const thread = messages.getByRole('log', { name: /Yolanda Price/ })
  await thread
    .getByText(/“.*cancel.*”/)
    .first()
    .waitFor()
  await thread.getByRole('button', { name: /^Undo/ }).waitFor()

  await goTo(page, 'Now')
  await need(page, 'Yolanda Price').getByText('Cancelled Tomorrow').click()
  await page.keyboard.press('z')
  await need(page, 'Yolanda Price').waitFor({ state: 'detached' })
  await desk.untilEffects((now) => now.badge === before)
  await openTomorrow(page)
  await visit(page, /^11:00.*Y\. Price/).waitFor()
  expect(await opening(page).count()).toBe(0)
  await goTo(page, 'Messages')
  await thread
    .getByText(/undone/i)
    .first()
    .waitFor()
})

test('while the window is not looked at the system tells it, and without names when the screen is locked', async () => {
  const world = await openCalmWorld()
  for (const name of ['Kwame Mensah', 'Simone Dubois']) await ask(world, name)
  const { page, desk } = await openFrontDesk(world)
  await desk.control('focusWindow', false)
  await world.text('Kwame Mensah', 'CANCEL')
  await desk.untilEffects((now) => now.notifications.some((one) => one.title.startsWith('Kwame Mensah cancelled ')))
  const row = need(page, 'Kwame Mensah')
  await row.getByText('Texted CANCEL: texting is now blocked').waitFor()
  await row.getByRole('button', { name: 'Call back (Kwame Mensah)' }).waitFor()

  await desk.emit('lock-screen')
  await world.text('Simone Dubois', 'cant come tomorrow, please cancel')
  const later = await desk.untilEffects((now) => now.notifications.length > 1)
  const text = JSON.stringify(later.notifications[1])
  expect(text).toContain('cancelled')
  expect(text).not.toMatch(/Simone|Dubois|tomorrow|9:00/)
  await need(page, 'Simone Dubois').waitFor()
  await desk.clickNotification(1)
  await desk.untilEffects((now) => now.windows[0]?.isFocused === true)
})
