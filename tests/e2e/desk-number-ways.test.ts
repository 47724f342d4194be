import { expect, test } from 'vitest'
import { choose, firstFree, inList, look, number, openSection, step, walkToReview, walkToSearch } from '../electron/number-desk.ts'
import { openDeskWorld } from '../support/desk-world.ts'
import { openFrontDesk } from './front-desk.ts'

const OWN_LINE = '+15125550142'

test('the own number is kept and forwards: the codes are shown, and a test call tells voicemail from a call that arrives', async () => {
  const world = await openDeskWorld({ morning: false })
  const { twilio } = world.sandbox
  const { page } = await openFrontDesk(world)
  const wanted = firstFree(world, '737')
  const search = await walkToSearch(page, undefined, 'Keep your number')
  await search.getByRole('textbox', { name: 'Your own number, which forwards' }).fill('512 555 0142')
  await look(page, '737')
  await choose(page, wanted)
  const codes = search.getByRole('region', { name: 'Forwarding' })
  await codes.getByText(`*92 ${wanted.slice(2)}`).waitFor()
  await codes.getByRole('combobox', { name: 'Who serves your line' }).selectOption('T-Mobile')
  await codes.getByRole('combobox', { name: 'What is forwarded' }).selectOption('Every call')
  await codes.getByText(`**21*${wanted.slice(1)}#`).waitFor()
  await codes.getByText('##21#').waitFor()
  await walkToReview(page)
  await page.keyboard.press('g')
  await step(page, 'Being set up').getByText('8 of 8 done').waitFor({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')

  const trial = step(page, 'Try it').getByRole('region', { name: 'Test of forwarding' })
  twilio.setLine(OWN_LINE, { answers: 'voicemail' })
  await trial.getByRole('button', { name: 'Test forwarding' }).click()
  await trial.getByText('Picked up before it came here').waitFor({ timeout: 40_000 })
  await trial.getByText(/ask the carrier to take it off this line/).waitFor()
  twilio.setLine(OWN_LINE, { answers: 'nobody', forwardsTo: wanted, forwards: 'always' })
  await trial.getByRole('button', { name: 'Test forwarding' }).click()
  await trial.getByText('Forwarding works', { exact: true }).waitFor({ timeout: 40_000 })
  expect(twilio.calls().map((one) => one.to)).toEqual([OWN_LINE, OWN_LINE])
})

test('a number that is brought over waits for the carriers, and is set up by itself on the day it is here', async () => {
  const world = await openDeskWorld({ morning: false })
  const { page } = await openFrontDesk(world)
  const ported = '+15125550177'
  const named = await walkToSearch(page, undefined, 'Bring your number')
  await named.getByRole('textbox', { name: 'Number to bring over' }).fill('512 555 0177')
  await named.getByRole('textbox', { name: 'Carrier now' }).fill('Lone Star Telephone')
  const review = await walkToReview(page)
  await review.getByRole('button', { name: 'Begin to bring it over' }).click()
  const progress = step(page, 'Being set up')
  const form = progress.getByRole('form', { name: 'Bringing the number over' })
  await progress.getByRole('status').getByText('Waits for the carriers').waitFor()
  await form.getByRole('combobox', { name: 'Where it stands' }).selectOption('A day is set')
  await form.getByLabel('Day the carriers promised').fill('2026-03-20')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByRole('button', { name: 'Throw away' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await inList(page, ported).getByText('Waits for the carriers').waitFor()

  world.sandbox.twilio.addNumber({ phoneNumber: ported })
  await inList(page, ported).click()
  await form.getByRole('combobox', { name: 'Where it stands' }).selectOption('The number is here')
  await form.getByRole('button', { name: 'Save' }).click()
  await progress.getByText('8 of 8 done').waitFor({ timeout: 30_000 })
  await openSection(page, 'Numbers')
  await page.keyboard.press('Escape')
  await inList(page, ported).click()
  await number(page, ported).getByText('Brought over from another carrier').waitFor()
})
