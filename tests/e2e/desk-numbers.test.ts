import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { choose, firstFree, inList, look, number, openSection, step, walkToSearch } from '../electron/number-desk.ts'
import { goTo } from '../electron/paired-desk.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { forgetRegistration } from '../support/unregistered.ts'
import { openFrontDesk } from './front-desk.ts'

const OWN_PHONE = '+15125550195'
const DESK_LINE = '+15125550142'
const trial = (page: Page, title: string): Locator =>
  step(page, 'Try it')
    .getByRole('list', { name: 'Trials' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) })

/** From the first key to a number with all its steps done; returns the number. */
async function getNumber(world: DeskWorld, page: Page): Promise<string> {
  const { twilio } = world.sandbox
  const search = await walkToSearch(page)
  twilio.sellOut('737')
  await look(page, '737')
  await search.getByText('No number in 737 now. These are within 25 miles.', { exact: true }).waitFor()
  await search
    .getByRole('radio', { name: /^\(512\).*Austin, TX.*\$1\.15 a month/ })
    .first()
    .waitFor()
  twilio.sellOut('737', false)
  await look(page, '737')
  const wanted = firstFree(world, '737')
  await choose(page, wanted)
  await search.getByRole('textbox', { name: 'Name among your numbers' }).fill('Second line')
  await page.keyboard.press('Control+Enter')

  const assistant = step(page, 'Assistant')
  await assistant.getByRole('textbox', { name: 'Name', exact: true }).fill('Robin')
  const preview = assistant.getByRole('complementary', { name: 'What it will do' })
  await preview.getByText('Hello, I am Robin, the AI assistant of Bright Smiles Dental.').waitFor()
  await page.keyboard.press('Control+s')
  await assistant.getByText('Not saved yet').waitFor({ state: 'detached' })
  await assistant.getByRole('button', { name: /^Next/ }).click()
  await step(page, 'Leave to text').getByRole('button', { name: /^Next/ }).click()
  const review = step(page, 'Cost and start')
  await review.getByText('$1.15 a month').waitFor()
  await review.getByText('about $0.01 each').waitFor()
  await page.keyboard.press('g')

  const progress = step(page, 'Being set up')
  await progress.getByText('8 of 8 done').waitFor({ timeout: 30_000 })
  expect(await progress.getByRole('listitem').filter({ hasText: 'Done' }).count()).toBe(8)
  expect(twilio.numbers().filter((one) => one.phoneNumber === wanted)).toHaveLength(1)
  return wanted
}

async function tryCallsIn(world: DeskWorld, page: Page, wanted: string): Promise<void> {
  const { vapi } = world.sandbox
  await trial(page, 'You call in').getByText('Not tried yet').waitFor()
  const hosted = vapi.phoneNumbers().find((one) => one.number === wanted)!
  const call = await vapi.startCall({ from: OWN_PHONE, phoneNumberId: hosted.id })
  await trial(page, 'You call in').getByText('In progress').waitFor()
  await call.say('assistant', 'Hello, I am Robin.')
  await call.say('user', 'Can you hear me?')
  await trial(page, 'You call in').getByText('Can you hear me?').waitFor()
  await call.end({ endedReason: 'customer-ended-call' })
  await trial(page, 'You call in').getByText('Answered and ended').waitFor()
}

test('a number is found, asked for, tried out and gone live with, mostly by keyboard', async () => {
  const world = await openDeskWorld({ morning: false, extra: forgetRegistration })
  const { twilio } = world.sandbox
  const { page } = await openFrontDesk(world)
  const wanted = await getNumber(world, page)
  await page.keyboard.press('Control+Enter')

  await step(page, 'Try it').getByRole('textbox', { name: 'Your own phone' }).fill(OWN_PHONE)
  await page.keyboard.press('Enter')
  await tryCallsIn(world, page, wanted)
  await trial(page, 'It calls you').getByRole('button', { name: 'Call me' }).click()
  await trial(page, 'It calls you').getByText('Answered and ended').waitFor()
  await trial(page, 'It calls you').getByText('Hello, I am trying out our new number.').waitFor()
  await twilio.receiveText({ from: OWN_PHONE, to: wanted, body: 'Are you there?' })
  await trial(page, 'You text in').getByText('Are you there?').waitFor()
  await trial(page, 'It texts you').getByText('Test received by Bright Smiles. Texting works.').waitFor()
  await trial(page, 'It texts you').getByText('Texts on this number wait for the carriers’ approval.').waitFor()
  expect(await trial(page, 'It texts you').getByRole('button', { name: 'Text me' }).isDisabled()).toBe(true)
  expect(await page.getByRole('navigation', { name: 'Places' }).ariaSnapshot(), 'a trial is nobody’s work').not.toMatch(/Messages \d/)

  await page.keyboard.press('Control+Enter')
  const live = step(page, 'Go live')
  await live.getByText('Texts wait for the carriers').waitFor()
  await page.keyboard.press('h')
  await live.getByText('Paused: they ring the desk').waitFor()
  const voiceUrl = () => twilio.numbers().find((one) => one.phoneNumber === wanted)?.settings.VoiceUrl
  await expect.poll(voiceUrl, { timeout: 15_000 }).toContain('/api/webhooks/twilio/voice')
  twilio.setLine(DESK_LINE, { answers: 'nobody' })
  const missed = await twilio.ring({ from: '+18305550999', to: wanted })
  expect(missed).toMatchObject({ answeredBy: 'message', path: [wanted, DESK_LINE] })
  await page.keyboard.press('h')
  await live.getByText('The assistant answers').waitFor()
  await expect.poll(voiceUrl, { timeout: 15_000 }).not.toContain('/api/webhooks/twilio/voice')

  await page.keyboard.press('g')
  await inList(page, wanted).getByText('Answers calls').waitFor()
  await page.keyboard.press('c')
  await number(page, wanted).getByText('Nothing wrong: number, texts and assistant are as they should be.').waitFor()
  await goTo(page, 'Callbacks')
  await page
    .getByRole('main', { name: 'Callbacks' })
    .getByRole('button', { name: /^\(830\) 555-0999.*Missed call, left a voicemail/ })
    .waitFor()
})

test('a number is given up only when it is typed, is told on every desk, and can be kept', async () => {
  const world = await openDeskWorld({ morning: false })
  const { client } = await world.pair('Back office')
  const wanted = firstFree(world, '737') as '+17375550237'
  await client.call('onboarding.start', { way: 'new', phoneNumber: wanted as never, label: 'Campaign', by: 'Kim' })
  const { page } = await openFrontDesk(world)
  await openSection(page, 'Numbers')
  await inList(page, wanted).getByText('Answers calls').waitFor({ timeout: 30_000 })
  await inList(page, wanted).click()
  const shown = number(page, wanted)
  await page.keyboard.press('x')
  const form = shown.getByRole('form', { name: /^Give up/ })
  await form.getByText('Nobody called or texted it this month or last.').waitFor()
  const giveUp = form.getByRole('button', { name: 'Give it up in thirty days' })
  await form.getByRole('textbox', { name: 'Type the number to confirm' }).fill('737 555 0000')
  expect(await giveUp.isDisabled()).toBe(true)
  await page.keyboard.press('Enter')
  await form
    .getByRole('textbox', { name: 'Type the number to confirm' })
    .fill(`${wanted.slice(2, 5)} ${wanted.slice(5, 8)} ${wanted.slice(8)}`)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await inList(page, wanted)
    .getByText(/^Given up on .*Apr 2$/)
    .waitFor()
  await shown.getByText('Until then everything works as before.').waitFor()
  const { entities } = await client.call('snapshot.take', {})
  expect(entities.phoneNumbers?.find((one) => one.phoneNumber === wanted)?.releaseAt).not.toBeNull()

  await page.keyboard.press('u')
  await inList(page, wanted).getByText('Answers calls').waitFor()
  expect(world.sandbox.twilio.numbers().some((one) => one.phoneNumber === wanted)).toBe(true)
})
