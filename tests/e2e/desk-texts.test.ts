import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import { isLive, isOffline, openCalmWorld, openFrontDesk, TODAY } from './front-desk.ts'

const messages = (page: Page) => page.getByRole('main', { name: 'Messages' })
const log = (page: Page, who: string) => messages(page).getByRole('log', { name: `Texts with ${who}` })
const composer = (page: Page, who: string) => messages(page).getByRole('textbox', { name: `Text to ${who}` })

async function openThread(page: Page, who: string): Promise<void> {
  await goTo(page, 'Messages')
  const threads = messages(page).getByRole('region', { name: 'Threads' })
  await threads.getByRole('button', { name: /^All/ }).click()
  await threads.getByRole('button', { name: new RegExp(`^${who}`) }).click()
  await log(page, who).waitFor()
}

test('in a thread that was taken over the machine leaves a “C” to the person; handed back, it acts again', async () => {
  const world = await openCalmWorld()
  const { client } = await world.pair('Back office')
  const { id } = await world.patient('Tyler Novak')
  const ofTyler = async () => (await client.call('schedule.range', TODAY)).appointments.find((one) => one.patientId === id)!
  await client.call('appointment.ask', { appointmentId: (await ofTyler()).id })
  await world.settle()

  const { page } = await openFrontDesk(world)
  await openThread(page, 'Tyler Novak')
  await messages(page).getByText('Machine answers this thread').waitFor()
  await page.keyboard.press('t')
  await messages(page)
    .getByText(/Taken over by/)
    .first()
    .waitFor()
  await world.text('Tyler Novak', 'C')
  await log(page, 'Tyler Novak').getByText('C', { exact: true }).waitFor()
  await world.settle()
  expect(await ofTyler()).toMatchObject({ confirmation: 'unconfirmed' })
  const texts = await client.call('thread.read', { phoneNumber: '+15125550160' })
  expect(texts.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1), 'nothing was answered').toMatchObject({
    direction: 'inbound',
    attention: 'open',
  })

  await messages(page)
    .getByRole('button', { name: /^Hand back/ })
    .click()
  await messages(page).getByText('Machine answers this thread').waitFor()
  await world.text('Tyler Novak', 'yes see you then')
  await log(page, 'Tyler Novak').getByText('Tyler confirmed').first().waitFor()
  expect(await ofTyler()).toMatchObject({ confirmation: 'confirmed' })
})

test('a reply is typed and sent with the keyboard and shown as delivered; a number that opted out says why it cannot be texted', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  await openThread(page, 'Gabriela Mendoza')
  await page.keyboard.press('r')
  await page.keyboard.type('Una limpieza sin seguro cuesta 95 dolares.')
  await page.keyboard.press('Control+Enter')
  const said = log(page, 'Gabriela Mendoza').getByRole('article').filter({ hasText: '95 dolares' })
  await said.waitFor()
  await world.settle()
  await said.getByText(/delivered/).waitFor()
  expect(await composer(page, 'Gabriela Mendoza').inputValue()).toBe('')
  const sent = world.sandbox.twilio.messages().filter((one) => one.body.includes('95 dolares'))
  expect(sent).toHaveLength(1)

  await openThread(page, 'Barbara Baker')
  await messages(page)
    .getByText(/Only they can switch texts back on/)
    .first()
    .waitFor()
  expect(await composer(page, 'Barbara Baker').count()).toBe(0)
  await messages(page).getByRole('button', { name: /^Call/ }).first().waitFor()
})

test('a half-written text, the open thread and the focus outlive a restart of the relay', async () => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world)
  await openThread(page, 'Reyes household')
  await page.keyboard.press('r')
  await page.keyboard.type('Hello Ana, shall we')
  await world.stopRelay()
  await isOffline(page)
  await page.keyboard.type(' keep the')
  await world.startRelay()
  await isLive(page)
  await page.keyboard.type(' visit of Leo')
  await world.text('Victor Stone', 'what time do you close today?')
  await goTo(page, 'Now')
  await goTo(page, 'Messages')
  await log(page, 'Reyes household').waitFor()
  expect(await composer(page, 'Reyes household').inputValue()).toBe('Hello Ana, shall we keep the visit of Leo')
})
