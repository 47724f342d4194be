import { openScriptedCall } from '@dentalanswer/relay/sandbox/vapi/scripted-call.ts'
import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'
import { need, openFrontDesk, visit } from './front-desk.ts'

/** Somebody nobody knows calls and books an exam with the assistant. */
async function bookByPhone(world: DeskWorld): Promise<void> {
  const session = await world.call('+15125550119')
  const call = await openScriptedCall(session, 'Bright Smiles Dental, this is the virtual receptionist. How can I help?')
  for (const line of [
    'Hi, I would like to book an exam, I am a new patient',
    'Hugo Brandt',
    'June 14, 1991',
    'next week in the morning',
    'the first one please',
  ])
    await call.hear(line)
  await session.end({ endedReason: 'customer-ended-call', summary: 'A new patient booked a first exam.', cost: 0.34 })
}

test('a visit booked on the phone appears on Now, on Day and in Calls, and one desk’s “Looks right” is every desk’s', async () => {
  const world = await openDeskWorld({ morning: false })
  const [front, back] = await Promise.all([openFrontDesk(world), openFrontDesk(world)])
  await bookByPhone(world)
  for (const { page } of [front, back]) await need(page, 'Hugo Brandt').getByText('Booked by the AI on the phone').waitFor()

  await goTo(front.page, 'Calls')
  const calls = front.page.getByRole('main', { name: 'Calls' })
  await calls.getByRole('button', { name: /^Hugo Brandt .*booked Mon, Mar 9/ }).click()
  await calls.getByText('next week in the morning').waitFor()
  await calls.getByText('A new patient booked a first exam.').waitFor()

  await goTo(front.page, 'Day')
  for (const day of [
    'Wednesday, March 4',
    'Thursday, March 5',
    'Friday, March 6',
    'Saturday, March 7',
    'Sunday, March 8',
    'Monday, March 9',
  ]) {
    await front.page.keyboard.press(']')
    await front.page.getByRole('heading', { name: day }).waitFor()
  }
  const block = visit(front.page, /H\. Brandt.*AI booked/)
  await block.waitFor()
  expect(await block.getAttribute('data-tone')).toBe('machine')

  await goTo(back.page, 'Now')
  await need(back.page, 'Hugo Brandt').getByRole('button', { name: 'Looks right (Hugo Brandt)' }).click()
  await need(back.page, 'Hugo Brandt').waitFor({ state: 'detached' })
  await goTo(front.page, 'Now')
  await need(front.page, 'Hugo Brandt').waitFor({ state: 'detached' })
  await goTo(front.page, 'Day')
  await expect
    .poll(() => visit(front.page, /H\. Brandt/).getAttribute('data-tone'), { message: 'it is like any other visit' })
    .toBe('booked')
})
