import { fetchMissedTexts } from '@dentalanswer/relay/src/messaging/fetch-missed-texts.ts'
import { changeSetup, loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const ANA = '+15125550199'

const sweep = (world: World) =>
  fetchMissedTexts({ ...world.deps.base, telephony: world.deps.telephony, report: world.deps.report }, 3 * 1440)

async function bookAna(world: World): Promise<void> {
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: ANA })
  const call = await world.call({ from: ANA })
  await call.tool('book-appointment', { firstName: 'Ana', lastName: 'Garcia', appointmentType: 'cleaning', startsAt: '2026-03-11T09:00' })
  await call.end()
  await world.drain()
}

/** A text whose webhook finds nobody: the carrier keeps it and does not try again. */
const textNobodyHears = (world: World, body: string) => world.text(ANA, body, { sign: 'missing' })

test('a text whose webhook never arrived is found at the carrier and acted on, once', async () => {
  const world = await openWorld()
  await bookAna(world)
  expect((await textNobodyHears(world, 'C')).status).toBe(403)
  expect(await sweep(world)).toBe(1)
  expect(await world.rows('appointments')).toMatchObject([{ confirmation: 'confirmed' }])
  expect(await sweep(world)).toBe(0)
  expect((await world.rows<{ direction: string }>('messages')).filter((one) => one.direction === 'inbound')).toHaveLength(1)
})

test('a text that came by webhook is not taken again', async () => {
  const world = await openWorld()
  await bookAna(world)
  await world.text(ANA, 'C')
  expect(await sweep(world)).toBe(0)
})

test('what a patient wrote hours ago changes no visit and waits for a person', async () => {
  const world = await openWorld()
  await bookAna(world)
  await textNobodyHears(world, 'cancel please')
  world.clock.advance(180)
  expect(await sweep(world)).toBe(1)
  expect(await world.rows('appointments')).toMatchObject([{ status: 'booked' }])
  const [late] = (await world.rows<{ direction: string; attention: string; received_at: string; created_at: string }>('messages')).filter(
    (one) => one.direction === 'inbound',
  )
  expect(late).toMatchObject({ attention: 'open' })
  expect(Date.parse(late!.created_at) - Date.parse(late!.received_at)).toBeGreaterThanOrEqual(179 * 60_000)
})

test('pain and STOP from hours ago still count', async () => {
  const world = await openWorld()
  await bookAna(world)
  await textNobodyHears(world, 'my face is swollen and I have a fever')
  await world.text('+15125550123', 'STOP', { sign: 'missing' })
  world.clock.advance(180)
  expect(await sweep(world)).toBe(2)
  expect(await world.rows('alarms')).toHaveLength(1)
  expect(await world.rows('opt_outs')).toMatchObject([{ phone_number: '+15125550123' }])
})

test('a carrier that cannot be asked changes nothing and stops nothing', async () => {
  const world = await openWorld()
  await bookAna(world)
  await textNobodyHears(world, 'C')
  world.twilio.faults.set({ reads: '500' })
  expect(await sweep(world)).toBe(0)
  world.twilio.faults.clear()
  expect(await sweep(world)).toBe(1)
})

test('what was written before a visit was asked about does not answer that question', async () => {
  const world = await openWorld()
  await textNobodyHears(world, "I can't make it")
  world.clock.advance(30)
  await bookAna(world)
  world.clock.advance(10)
  expect(await sweep(world)).toBe(1)
  expect(await world.rows('appointments')).toMatchObject([{ status: 'booked', confirmation: 'unconfirmed' }])
  expect((await world.rows<{ direction: string }>('messages')).find((one) => one.direction === 'inbound')).toMatchObject({
    attention: 'open',
  })
})

test('STOP from before a newer START changes nothing', async () => {
  const world = await openWorld()
  await bookAna(world)
  await world.text(ANA, 'STOP')
  world.clock.advance(1)
  await textNobodyHears(world, 'STOP')
  world.clock.advance(1)
  await world.text(ANA, 'START')
  world.clock.advance(5)
  expect(await sweep(world)).toBe(1)
  expect(await world.rows('opt_outs')).toMatchObject([{ opted_in_at: expect.any(String) }])
})

test('STOP and then START, both fetched late, leave texts on', async () => {
  const world = await openWorld()
  await bookAna(world)
  world.clock.advance(1)
  await textNobodyHears(world, 'STOP')
  world.clock.advance(1)
  await textNobodyHears(world, 'START')
  world.clock.advance(90)
  expect(await sweep(world)).toBe(2)
  expect(await world.rows('opt_outs')).toMatchObject([{ opted_in_at: expect.any(String) }])
})

test('a CANCEL from hours ago stops texts and asks for a call, and cancels nothing', async () => {
  const world = await openWorld()
  await bookAna(world)
  await textNobodyHears(world, 'CANCEL')
  world.clock.advance(180)
  expect(await sweep(world)).toBe(1)
  expect(await world.rows('appointments')).toMatchObject([{ status: 'booked' }])
  expect(await world.rows('opt_outs')).toMatchObject([{ phone_number: ANA, opted_in_at: null }])
  expect(await world.rows('callbacks')).toMatchObject([{ urgency: 'urgent', reason: expect.stringContaining('May want to cancel') }])
})

test('what was texted to a number before the practice had it is not the practice’s', async () => {
  const world = await openWorld()
  await textNobodyHears(world, 'This was for somebody else.')
  world.clock.advance(5)
  await write(world.ctx, 'test-younger', function* (tx) {
    const phone = (yield* loadSetup(tx.practiceId)).phoneNumbers[0]!
    yield* tx.update('phoneNumbers', { ...phone, createdAt: tx.now })
    yield* changeSetup(tx)
  })
  expect(await sweep(world)).toBe(0)
  world.clock.advance(1)
  await textNobodyHears(world, 'This is for us.')
  expect(await sweep(world)).toBe(1)
})
