import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { knows, openSection, setup } from '../electron/number-desk.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { addProfile, forgetRegistration } from '../support/unregistered.ts'
import { openFrontDesk } from './front-desk.ts'

const told = (world: DeskWorld) => JSON.stringify(world.sandbox.vapi.assistants()[0])
const isGiven = (page: Page) =>
  knows(page)
    .getByText(/^Given to the assistant/)
    .waitFor({ timeout: 40_000 })

test('other hours on Tuesday reach the assistant within seconds; an earlier version holds them back until they are published', async () => {
  const world = await openDeskWorld({ morning: false })
  const { page } = await openFrontDesk(world)
  await openSection(page, 'Hours')
  const hours = setup(page).getByRole('form', { name: 'Dr. Anika Patel' })
  await hours.getByRole('textbox', { name: 'Tuesday' }).fill('7-12, 1-5')
  await page.keyboard.press('Control+s')
  await hours.getByText('Not saved yet').waitFor({ state: 'detached' })
  await openSection(page, 'Assistant')
  await isGiven(page)
  const newest = setup(page).getByRole('button', { name: /^Version 2/ })
  await newest.getByText(/^Hours on Tuesday: 7 AM to /).waitFor()
  expect(told(world)).toMatch(/Tuesday: 7 AM/)

  await setup(page).getByRole('heading', { name: 'Versions' }).click()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await setup(page)
    .getByRole('button', { name: /^Version 1/, expanded: true })
    .waitFor()
  await page.keyboard.press('z')
  await setup(page).getByRole('region', { name: 'Go back to version 1' }).waitFor()
  await page.keyboard.press('Enter')
  await knows(page).getByText('It speaks as of version 1. Changes since are held back.').waitFor({ timeout: 40_000 })
  await expect.poll(() => told(world), { timeout: 40_000 }).not.toMatch(/Tuesday: 7 AM/)

  await knows(page).getByRole('button', { name: 'Publish the set-up as it is now' }).click()
  await isGiven(page)
  expect(told(world)).toMatch(/Tuesday: 7 AM/)
})

const stage = (page: Page, name: string) =>
  setup(page).getByRole('region', { name: 'Where it stands' }).getByRole('listitem').filter({ hasText: name })

async function fillIn(page: Page): Promise<void> {
  const form = setup(page).getByRole('form', { name: 'Details for the carriers' })
  const details = {
    'Legal name': 'Bright Smiles Dental PLLC',
    'Tax number (EIN)': '98-7654321',
    Street: '100 Congress Ave',
    City: 'Austin',
    State: 'tx',
    'ZIP code': '78701',
    Website: 'https://brightsmiles.example.com',
    'First name of the contact': 'Dana',
    'Last name of the contact': 'Whitfield',
    'E-mail of the contact': 'office@brightsmiles.example.com',
    'Phone of the contact': '512 555 0142',
    'Privacy page': 'https://brightsmiles.example.com/privacy',
    'Terms page': 'https://brightsmiles.example.com/terms',
  }
  for (const [name, typed] of Object.entries(details))
    await form.getByRole('textbox', { name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`) }).fill(typed)
  await form.getByRole('button', { name: 'Use the usual words' }).click()
  await page.keyboard.press('Control+s')
  await form
    .getByText('••-•••4321')
    .or(form.getByRole('textbox', { name: /^Tax number/ }))
    .first()
    .waitFor()
}

/** The texts of a person, opened by name. */
async function openTexts(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page
    .getByRole('main', { name: 'People' })
    .getByRole('button', { name: /^Texts/ })
    .click()
  await page.getByRole('main', { name: 'Messages' }).getByRole('log').waitFor()
}

test('leave to text is asked for at the desk and advances with the carriers; then a text that was held back goes', async () => {
  const world = await openDeskWorld({ morning: false, extra: forgetRegistration })
  const { twilio } = world.sandbox
  const { page } = await openFrontDesk(world)
  const messages = page.getByRole('main', { name: 'Messages' })
  const composer = messages.getByRole('textbox', { name: 'Text to Gabriela Mendoza' })
  await world.text('Gabriela Mendoza', 'what do I have to bring?')
  await openTexts(page, 'Mendoza')
  await messages.getByText('Texts wait until carriers let the practice text.').first().waitFor()
  expect(await composer.count()).toBe(0)

  await openSection(page, 'Leave to text')
  await fillIn(page)
  await setup(page).getByRole('button', { name: 'Send to the carriers' }).click()
  await stage(page, 'Business profile made').getByText('waits for the operator').waitFor()
  await addProfile(world)
  await stage(page, 'Practice checked').getByText('under way').waitFor({ timeout: 30_000 })
  await expect.poll(() => twilio.registrations().brands.length, { timeout: 30_000 }).toBe(2)
  twilio.advanceRegistrations()
  await stage(page, 'Practice checked').getByText('done today').waitFor({ timeout: 30_000 })
  await stage(page, 'Texts checked').getByText('under way').waitFor({ timeout: 30_000 })
  twilio.advanceRegistrations()
  await setup(page).getByRole('list', { name: 'Numbers it is for' }).getByText('Texts work').waitFor({ timeout: 40_000 })

  await openTexts(page, 'Mendoza')
  await composer.fill('Your insurance card and a list of medicines.')
  await page.keyboard.press('Control+Enter')
  await world.settle()
  await messages
    .getByRole('article')
    .filter({ hasText: 'insurance card' })
    .getByText(/delivered/)
    .waitFor()
  expect(twilio.messages().filter((one) => one.body.includes('insurance card') && one.status === 'delivered')).toHaveLength(1)
}, 150_000)
