import { expect, test } from 'vitest'
import { goTo } from '../electron/paired-desk.ts'
import { need, openCalmWorld, openFrontDesk, TODAY, visit } from './front-desk.ts'

test('what one desk changes the other shows in less than two seconds', async () => {
  const world = await openCalmWorld()
  const [front, back] = await Promise.all([openFrontDesk(world), openFrontDesk(world)])
  await need(back.page, 'Hugo Brandt').waitFor()
  await need(front.page, 'Hugo Brandt').getByRole('button', { name: 'Looks right (Hugo Brandt)' }).click()
  await need(back.page, 'Hugo Brandt').waitFor({ state: 'detached', timeout: 2_000 })
})

test('when two desks change one visit, one wins and the other is told how it stands', async () => {
  const world = await openCalmWorld()
  const [front, back] = await Promise.all([openFrontDesk(world), openFrontDesk(world)])
  for (const { page } of [front, back]) {
    await goTo(page, 'Day')
    await visit(page, /T\. Novak/).click()
    await page.getByRole('region', { name: 'Appointment of Tyler Novak' }).waitFor()
  }
  await front.page.keyboard.press('m')
  const pane = front.page.getByRole('form', { name: /^Move / })
  await pane.waitFor()
  for (let steps = 0; steps < 4; steps++) await front.page.keyboard.press('ArrowDown')

  await back.page.keyboard.press('x')
  await back.page.getByRole('textbox', { name: 'Why it is cancelled' }).fill('Patient called')
  await back.page.keyboard.press('Enter')
  await visit(back.page, /T\. Novak/).waitFor({ state: 'detached' })

  await pane.getByRole('button', { name: /^(Move|Overbook)/ }).click()
  await front.page
    .getByText(/changed this appointment meanwhile|was cancelled/)
    .first()
    .waitFor()
  const { client } = await world.pair('Back office')
  const { appointments } = await client.call('schedule.range', TODAY)
  const { id } = await world.patient('Tyler Novak')
  expect(appointments.find((one) => one.patientId === id)).toMatchObject({ status: 'cancelled', startsAt: '2026-03-03T20:00:00.000Z' })
})
