import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import { openDesk } from './desk.ts'
import { footer, isLive, isOffline, openBareDesk, openCalmWorld, openFrontDesk, TODAY, visit } from './front-desk.ts'

const detail = (page: Page, who: string) => page.getByRole('region', { name: `Appointment of ${who}` })
const waits = (page: Page, words: string) => footer(page).getByRole('button', { name: words })

async function confirm(page: Page, block: RegExp, who: string): Promise<void> {
  await visit(page, block).click()
  await detail(page, who).waitFor()
  await page.keyboard.press('c')
}

/** To the same chair, `steps` of 15 minutes later. */
async function moveLater(page: Page, block: RegExp, steps: number, who: string): Promise<void> {
  await visit(page, block).click()
  await detail(page, who).waitFor()
  await page.keyboard.press('m')
  const pane = page.getByRole('form', { name: /^Move / })
  await pane.waitFor()
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
  await pane.getByRole('button', { name: 'Pencil it in' }).click()
}

async function writeCallback(page: Page): Promise<void> {
  await goTo(page, 'Callbacks')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Who' }).fill('Somebody new')
  await page.getByRole('textbox', { name: 'Number to call' }).fill('(512) 555-0117')
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Wants a quote for whitening')
  await page.getByRole('button', { name: 'Write it down' }).click()
}

test('changes made without the relay wait in sight, outlive a power cut, and arrive in order, once', async () => {
  const world = await openCalmWorld()
  const first = await openFrontDesk(world)
  await world.stopRelay()
  await isOffline(first.page)
  expect(await footer(first.page).getAttribute('data-tone')).toBe('amber')

  await goTo(first.page, 'Day')
  await confirm(first.page, /A\. Coleman/, 'Andre Coleman')
  await waits(first.page, '1 change waits').waitFor()
  expect(await visit(first.page, /A\. Coleman.*unconfirmed/).count(), 'what waits is not shown as done').toBe(1)
  await moveLater(first.page, /N\. Bennett/, 16, 'Nicole Bennett')
  await visit(first.page, /^11:00.*N\. Bennett.*move waits/).waitFor()
  await visit(first.page, /^3:00.*N\. Bennett.*in pencil, waits/).waitFor()
  await writeCallback(first.page)
  await waits(first.page, '3 changes wait').waitFor()
  await first.desk.kill()

  const again = await openBareDesk(world, { userData: first.userData })
  await isOffline(again.page)
  await waits(again.page, '3 changes wait').click()
  const list = again.page.getByRole('dialog', { name: 'Changes that are not saved yet' })
  expect(await list.getByRole('listitem').count()).toBe(3)
  await again.page.keyboard.press('Escape')
  await goTo(again.page, 'Day')
  await visit(again.page, /^3:00.*N\. Bennett.*in pencil, waits/).waitFor()

  await world.startRelay()
  const watcher = await openDesk(world.url, await world.pairingCode())
  await isLive(again.page)
  await waits(again.page, 'wait').waitFor({ state: 'detached' })
  await visit(again.page, /^3:00–3:50 PM, N\. Bennett(?!.*pencil)/).waitFor()
  await visit(again.page, /A\. Coleman(?!.*unconfirmed)/).waitFor()
  await expect.poll(() => watcher.events().length, { message: 'all three are told' }).toBeGreaterThanOrEqual(3)
  const kinds = watcher.events().flatMap((event) => (event.by.kind === 'desk' ? [event.type] : []))
  expect(kinds).toEqual(['appointment.confirmed', 'appointment.moved', 'callback.changed'])
  await watcher.close()
})

test('what was changed elsewhere meanwhile comes back as a card with both versions, and times that are open instead', async () => {
  const world = await openCalmWorld()
  const first = await openFrontDesk(world)
  await world.stopRelay()
  await isOffline(first.page)
  await goTo(first.page, 'Day')
  await confirm(first.page, /T\. Novak/, 'Tyler Novak')
  await waits(first.page, '1 change waits').waitFor()
  await moveLater(first.page, /J\. Abernathy/, 4, 'Joyce Abernathy')
  await waits(first.page, '2 changes wait').waitFor()
  await first.desk.kill()

  await world.startRelay()
  const { client } = await world.pair('Back office')
  const { appointments } = await client.call('schedule.range', TODAY)
  const [tyler, joyce, victor] = await Promise.all(['Tyler Novak', 'Joyce Abernathy', 'Victor Stone'].map((name) => world.patient(name)))
  const novak = appointments.find((one) => one.patientId === tyler!.id)!
  const abernathy = appointments.find((one) => one.patientId === joyce!.id)!
  await client.call('appointment.cancel', { appointmentId: novak.id, reason: 'Patient called' }, crypto.randomUUID())
  await client.call('appointment.book', {
    patientId: victor!.id,
    appointmentTypeId: abernathy.appointmentTypeId,
    providerId: abernathy.providerId,
    operatoryId: abernathy.operatoryId,
    startsAt: '2026-03-03T21:00:00.000Z',
  })

  const { page } = await openBareDesk(world, { userData: first.userData })
  await isLive(page)
  const refused = footer(page).getByRole('button', { name: /2 .*(refused|not saved|could not)/i })
  await refused.click()
  const list = page.getByRole('dialog', { name: 'Changes that are not saved yet' })
  const gone = list.getByRole('article', { name: /Novak/ })
  await gone.getByText('What is true now').waitFor()
  await gone
    .getByText(/cancelled/i)
    .first()
    .waitFor()
  const taken = list.getByRole('article', { name: /Abernathy/ })
  await taken.getByText('Open near it:').waitFor()
  await taken.getByRole('button', { name: /AM|PM/ }).first().click()
  await taken.waitFor({ state: 'detached' })
  await gone.getByRole('button', { name: 'Let it go…' }).click()
  await gone.getByRole('button', { name: 'Let it go', exact: true }).click()
  await list.getByText('Everything is saved.').waitFor()
  const after = await client.call('schedule.range', { from: '2026-03-03', to: '2026-03-20' })
  expect(after.appointments.find((one) => one.id === abernathy.id)).toMatchObject({ status: 'booked' })
  expect(after.appointments.find((one) => one.id === abernathy.id)!.startsAt).not.toBe(abernathy.startsAt)
})
