import type { Locator, Page } from 'playwright-core'
import type { DeskWorld } from '../support/desk-world.ts'
import { goTo } from './paired-desk.ts'

export const setup = (page: Page): Locator => page.getByRole('main', { name: 'Setup' })

/** Opens a section of Setup by its name. */
export async function openSection(page: Page, name: string): Promise<void> {
  await goTo(page, 'Setup')
  await setup(page)
    .getByRole('navigation', { name: 'Sections of Setup' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

/** What Setup says about whether the assistant knows the set-up. */
export const knows = (page: Page): Locator => setup(page).getByRole('region', { name: 'What the assistant knows' })

/** A step of the wizard, by its title. */
export const step = (page: Page, title: string): Locator =>
  setup(page)
    .getByRole('region', { name: title, exact: true })
    .filter({ has: page.getByRole('heading', { name: title, level: 2 }) })

const startsWithNumber = (phoneNumber: string) => new RegExp(`^${inWords(phoneNumber).replace(/[()]/g, '\\$&')}`)

/** A number in the list of all. */
export const inList = (page: Page, phoneNumber: string): Locator => setup(page).getByRole('button', { name: startsWithNumber(phoneNumber) })

/** A number beside the list of all. */
export const number = (page: Page, phoneNumber: string): Locator =>
  setup(page).getByRole('article', { name: inWords(phoneNumber), exact: true })

/** "(737) 555-0123" as staff read "+17375550123". */
export const inWords = (phoneNumber: string): string => `(${phoneNumber.slice(2, 5)}) ${phoneNumber.slice(5, 8)}-${phoneNumber.slice(8)}`

/** The first number of an area code that anybody may have. */
export function firstFree(world: DeskWorld, areaCode: string): string {
  const free = world.sandbox.twilio.poolOf(areaCode).find((one) => !one.needsAddress)
  if (!free) throw new Error(`Nothing is left in ${areaCode}.`)
  return free.phoneNumber
}

type OnStep = (title: string) => Promise<void>

/** From the list of numbers to the step where the number is chosen or named, with the keyboard. `onStep` is told each step it passes. */
export async function walkToSearch(
  page: Page,
  onStep: OnStep = async () => undefined,
  way: 'A new number' | 'Keep your number' | 'Bring your number' = 'A new number',
): Promise<Locator> {
  await openSection(page, 'Numbers')
  await setup(page)
    .getByRole('button', { name: /^Add a number/ })
    .waitFor()
  await page.keyboard.press('n')
  for (const title of ['Practice', 'Hours and types']) {
    await step(page, title).waitFor()
    await onStep(title)
    await page.keyboard.press('Control+Enter')
  }
  await step(page, 'Which number')
    .getByRole('radio', { name: new RegExp(`^${way}`) })
    .press('Space')
  await onStep('Which number')
  await page.keyboard.press('Control+Enter')
  const search = step(page, 'The number')
  await search.waitFor()
  return search
}

/** Looks for numbers of an area code. */
export async function look(page: Page, areaCode: string): Promise<void> {
  const field = step(page, 'The number').getByRole('textbox', { name: 'Area code' })
  await field.fill(areaCode)
  await field.press('Enter')
}

/** Chooses a number that was found, by its own words. */
export async function choose(page: Page, phoneNumber: string): Promise<void> {
  const offered = step(page, 'The number').getByRole('radio', { name: startsWithNumber(phoneNumber) })
  await offered.press('Space')
}

/** From the chosen number to the last step before it is asked for. */
export async function walkToReview(page: Page, onStep: OnStep = async () => undefined): Promise<Locator> {
  await page.keyboard.press('Control+Enter')
  for (const title of ['Assistant', 'Leave to text']) {
    await step(page, title).waitFor()
    await onStep(title)
    await step(page, title).getByRole('button', { name: /^Next/ }).click()
  }
  const review = step(page, 'Cost and start')
  await review.waitFor()
  return review
}

/** Asks for the first number of an area code, in one go. */
export async function askFor(page: Page, phoneNumber: string): Promise<void> {
  await walkToSearch(page)
  await look(page, phoneNumber.slice(2, 5))
  await choose(page, phoneNumber)
  const review = await walkToReview(page)
  await review.getByRole('button', { name: 'Get this number' }).click()
  await step(page, 'Being set up').waitFor()
}
