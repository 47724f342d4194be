import { expect, test } from 'vitest'
import type { Desk } from '../electron/launch.ts'
import { openDeskWorld } from '../support/desk-world.ts'
import { need, openFrontDesk } from './front-desk.ts'

const emergencies = async (desk: Desk) => (await desk.effects()).notifications.filter((one) => one.title.startsWith('Emergency'))

test('an emergency is told again every 30 seconds until somebody at another desk acknowledges it; a call comes up meanwhile and takes no focus', async () => {
  const world = await openDeskWorld({ morning: false })
  const [front, back] = await Promise.all([openFrontDesk(world), openFrontDesk(world)])
  const victor = await world.patient('Victor Stone')
  await world.text('Victor Stone', 'my face is really swollen since last night and I have a fever')
  for (const { page } of [front, back]) {
    await page.getByRole('alert').filter({ hasText: 'Emergency' }).first().waitFor({ state: 'attached' })
    await need(page, 'Emergency').waitFor()
  }
  await front.desk.untilEffects((now) => now.notifications.some((one) => one.title === 'Emergency: Victor Stone'))
  expect(victor.contactPoints).toHaveLength(1)

  // Somebody is in the middle of a text while the phone rings.
  await front.page.keyboard.press('3')
  await front.page.getByRole('region', { name: 'Threads' }).getByRole('button', { name: /^All/ }).click()
  await front.page
    .getByRole('region', { name: 'Threads' })
    .getByRole('button', { name: /^Victor Stone/ })
    .click()
  await front.page.keyboard.press('r')
  const field = front.page.getByRole('textbox', { name: 'Text to Victor Stone' })
  await front.page.keyboard.type('Please come in ')
  const focusCalls = (await front.desk.effects()).focusCalls.length
  const session = await world.call('Ana Reyes')
  const pop = front.page.getByRole('region', { name: 'Incoming call' })
  await pop.getByText('2 people share this number').waitFor()
  for (const name of ['Ana Reyes', 'Leo Reyes']) await pop.getByText(name, { exact: true }).waitFor()
  await front.page.keyboard.type('at once, op')
  expect(await field.inputValue()).toBe('Please come in at once, op')
  expect((await front.desk.effects()).focusCalls).toHaveLength(focusCalls)
  const [popBox, fieldBox] = [await pop.boundingBox(), await field.boundingBox()]
  const isBeside =
    popBox!.y > fieldBox!.y + fieldBox!.height || popBox!.x > fieldBox!.x + fieldBox!.width || popBox!.y + popBox!.height < fieldBox!.y
  expect(isBeside, 'the call does not cover the field in use').toBe(true)
  await session.end({ endedReason: 'customer-ended-call' })
  await pop.waitFor({ state: 'detached' })
  await front.page.keyboard.press('Escape')
  await front.page.keyboard.press('1')

  await front.desk.untilEffects((now) => now.notifications.filter((one) => one.title.startsWith('Emergency')).length === 2, 35_000)
  await back.page.keyboard.press('Shift+Space')
  for (const { page } of [front, back]) {
    await need(page, 'Emergency').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).waitFor({ state: 'detached' })
  }
  await front.desk.untilEffects((now) => now.notifications.every((one) => one.state === 'closed'))
  expect(await emergencies(front.desk)).toHaveLength(2)
  expect(await (await world.pair()).client.call('alarm.list', {})).toEqual([])
})
