import { writeHistory } from '@dentalanswer/relay/sandbox/demo-history.ts'
import { DEMO_ASSISTANT_ID, DEMO_NUMBER } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import type { Page } from 'playwright-core'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { FULL_DETAILS } from '../support/registration-samples.ts'
import { addProfile, forgetRegistration } from '../support/unregistered.ts'
import type { LaunchOptions } from './launch.ts'
import { choose, firstFree, inList, knows, look, number, openSection, setup, step, walkToReview, walkToSearch } from './number-desk.ts'
import { goTo, openPairedDesk } from './paired-desk.ts'

type Shoot = (page: Page, name: string) => Promise<void>
type Desk = { world: DeskWorld; page: Page; shoot: Shoot }
const OWN_PHONE = '+15125550195'
const fileName = (title: string) => title.toLowerCase().replaceAll(' ', '-')

/** Pictures of Numbers, Assistant, Leave to text and Reports: as they open, on the way to a number, and in trouble. */
export async function shootNumberScenes(looks: Partial<LaunchOptions>, shoot: Shoot): Promise<void> {
  const open = async (extra: (world: DeskWorld) => Promise<void>, scenes: (desk: Desk) => Promise<void>) => {
    const world = await openDeskWorld({ morning: false, extra })
    const { page, close } = await openPairedDesk(world, { ...looks, keepOpen: true })
    await scenes({ world, page, shoot })
    await close()
    await world.close()
  }
  await open(
    (world) => writeHistory(world.relay().deps.base, world.practice),
    async (desk) => {
      await reports(desk)
      await assistant(desk)
      await numbers(desk)
      await wayToNumber(desk)
    },
  )
  await open(forgetRegistration, rejected)
}

async function reports({ page, shoot }: Desk): Promise<void> {
  await goTo(page, 'Reports')
  await page
    .getByRole('main', { name: 'Reports' })
    .getByRole('button', { name: /so far \$/ })
    .waitFor()
  await shoot(page, 'reports-months')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await shoot(page, 'reports-month')
  for (let back = 0; back < 6; back++) await page.keyboard.press('j')
  await shoot(page, 'reports-empty')
  await page.keyboard.press('Escape')
}

async function assistant({ world, page, shoot }: Desk): Promise<void> {
  await openSection(page, 'Assistant')
  await shoot(page, 'assistant')
  const { client } = await world.pair('Back office')
  const { entities } = await client.call('snapshot.take', {})
  const type = entities.appointmentTypes!.find((one) => one.name === 'Follow-up')!
  await client.call('appointmentType.put', { ...type, bookableByVoice: true })
  await setup(page).getByText('Callers hear this').waitFor()
  await setup(page)
    .getByRole('button', { name: /^Version 2/ })
    .getByText('Callers hear this')
    .waitFor({ timeout: 40_000 })
  await setup(page)
    .getByRole('button', { name: /^Version 1/ })
    .click()
  await page.keyboard.press('w')
  await setup(page).getByRole('region', { name: 'What version 1 is told' }).waitFor()
  await shoot(page, 'assistant-told')
  await client.call('assistant.revert', { version: 1, by: 'Kim' })
  await knows(page)
    .getByText(/Changes since are held back/)
    .waitFor({ timeout: 40_000 })
  await page.keyboard.press('Escape')
  await knows(page).scrollIntoViewIfNeeded()
  await shoot(page, 'assistant-held')
  await client.call('assistant.publish', { by: 'Kim' })
  await openSection(page, 'Leave to text')
  await shoot(page, 'registration')
}

async function numbers({ world, page, shoot }: Desk): Promise<void> {
  const { vapi } = world.sandbox
  await openSection(page, 'Numbers')
  const shown = number(page, DEMO_NUMBER)
  await shoot(page, 'numbers')
  await shown.getByRole('button', { name: 'Give it up…' }).click()
  await shoot(page, 'numbers-give-up')
  await page.keyboard.press('Escape')
  vapi.changeAssistant(DEMO_ASSISTANT_ID, { firstMessage: 'Hi there' })
  await shown.getByRole('button', { name: /^Check now/ }).click()
  await shown.getByText('You decide').waitFor()
  await shoot(page, 'numbers-health')
  await shown.getByRole('button', { name: /^Put it right/ }).click()
  await shown.getByText('You decide').waitFor({ state: 'detached' })
  await shown.getByRole('button', { name: /^Pause/ }).click()
  await shown.getByText('Paused: calls ring the desk').waitFor()
  await shoot(page, 'numbers-paused')
  await shown.getByRole('button', { name: /^Let the assistant answer/ }).click()
  await inList(page, DEMO_NUMBER).getByText('Answers calls').waitFor()
}

async function wayToNumber(desk: Desk): Promise<void> {
  await otherWays(desk)
  const wanted = await askForNumber(desk)
  await tryOut(desk, wanted)
  await desk.page.keyboard.press('Control+Enter')
  await step(desk.page, 'Go live').waitFor()
  await desk.shoot(desk.page, 'wizard-go-live')
  await desk.page.keyboard.press('g')
  await inList(desk.page, wanted).waitFor()
  await desk.shoot(desk.page, 'numbers-two')
}

async function otherWays({ page, shoot }: Desk): Promise<void> {
  for (const way of ['Keep your number', 'Bring your number'] as const) {
    const naming = await walkToSearch(page, undefined, way)
    if (way === 'Keep your number')
      await naming
        .getByRole('radio', { name: /a month/ })
        .first()
        .press('Space')
    await shoot(page, `wizard-${fileName(way)}`)
    const steps = setup(page).getByRole('navigation', { name: 'Steps to a number' })
    await steps.getByRole('button', { name: /^Practice/ }).click()
    await page.keyboard.press('Escape')
  }
}

/** Asks for a number that is sold out at first, without funds and while a service is away; returns it once all is done. */
async function askForNumber({ world, page, shoot }: Desk): Promise<string> {
  const { twilio, vapi } = world.sandbox
  const onStep = (title: string) => shoot(page, `wizard-${fileName(title)}`)
  const progress = step(page, 'Being set up')
  twilio.sellOut('737')
  const search = await walkToSearch(page, onStep)
  await look(page, '737')
  await search.getByText('No number in 737 now.').waitFor()
  await onStep('Near numbers')
  twilio.sellOut('737', false)
  await look(page, '737')
  const wanted = firstFree(world, '737')
  await choose(page, wanted)
  await onStep('The number')
  await walkToReview(page, onStep)
  await onStep('Cost and start')
  twilio.setAccount('no-funds')
  await page.keyboard.press('g')
  await progress.getByRole('alert').waitFor()
  await onStep('Stopped')
  twilio.setAccount('active')
  vapi.faults.set({ links: '503' })
  await page.keyboard.press('r')
  await progress.getByText('Waits, then tries again').waitFor()
  await onStep('Waits')
  vapi.faults.clear()
  await progress.getByText('8 of 8 done').waitFor({ timeout: 60_000 })
  await onStep('Done')
  return wanted
}

async function tryOut({ world, page, shoot }: Desk, wanted: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  const trying = step(page, 'Try it')
  await trying.getByRole('textbox', { name: 'Your own phone' }).fill(OWN_PHONE)
  await page.keyboard.press('Enter')
  await trying.getByRole('button', { name: 'Call me' }).click()
  await trying.getByText('Answered and ended').waitFor()
  await world.sandbox.twilio.receiveText({ from: OWN_PHONE, to: wanted, body: 'Does this work?' })
  await trying.getByText('Does this work?').waitFor()
  await shoot(page, 'wizard-try-it')
}

async function rejected({ world, page, shoot }: Desk): Promise<void> {
  const { client } = await world.pair('Back office')
  await openSection(page, 'Leave to text')
  await shoot(page, 'registration-empty')
  await openSection(page, 'Numbers')
  await shoot(page, 'numbers-waiting')
  await client.call('registration.put', { kind: '10dlc', details: FULL_DETAILS, by: 'Kim' })
  await client.call('registration.submit', { kind: '10dlc', by: 'Kim' })
  await addProfile(world)
  await openSection(page, 'Leave to text')
  await setup(page).getByText('under way').first().waitFor({ timeout: 30_000 })
  await shoot(page, 'registration-waiting')
  const { twilio } = world.sandbox
  const brands = twilio.registrations().brands
  twilio.setBrand(brands.at(-1)!.sid, 'FAILED', 'The tax number does not belong to this legal name.')
  await setup(page)
    .getByText(/^refused|· refused/)
    .first()
    .waitFor({ timeout: 40_000 })
  await shoot(page, 'registration-rejected')
}
