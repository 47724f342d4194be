import { faultPoints } from '@dentalanswer/relay/src/fault-points.ts'
import { queueText } from '@dentalanswer/relay/src/messaging/queue-text.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, onTestFinished, test } from 'vitest'
import { addManaged, openNumberWorld } from './number-scenes.ts'

const by = 'Ana'
const STAFF = '+15125550155' as PhoneNumber
const LINE = '+15125550142' as PhoneNumber
const AWAY = 'https://voice.example.com/in'

/** Ends the work of a job once, right after this place. */
function failOnceAt(place: string): void {
  const { reach } = faultPoints
  onTestFinished(() => void Object.assign(faultPoints, { reach }))
  Object.assign(faultPoints, {
    reach(name: string) {
      if (name !== place) return
      Object.assign(faultPoints, { reach })
      throw new Error('the worker vanished')
    },
  })
}

async function openGiven(voiceUrl: string) {
  const opened = await openNumberWorld()
  const given = (await opened.world.setup()).phoneNumbers.find((one) => one.way === 'given')!
  const supplied = () => opened.world.twilio.numbers().find((one) => one.phoneNumber === given.phoneNumber)
  opened.world.twilio.configure(supplied()!.sid, { voiceUrl })
  return { ...opened, given, supplied }
}

test('where calls of a number set up by hand went is known although the worker vanished right after overwriting it', async () => {
  const { client, given, supplied, pass, present, world } = await openGiven(AWAY)
  failOnceAt('route:after-vendor')
  await client.call('number.pause', { phoneNumberId: given.id, by })
  await pass(3)
  expect(supplied()!.settings.VoiceUrl).toContain(world.deps.lines.deskVoiceUrl)
  expect((await present(given.id)).voiceUrl).toBe(AWAY)
  await client.call('number.resume', { phoneNumberId: given.id, by })
  await pass(0)
  expect(supplied()!.settings.VoiceUrl).toBe(AWAY)
})

test('a number set up by hand whose calls went nowhere by themselves can be paused and resumed too', async () => {
  const { client, given, supplied, pass } = await openGiven('')
  await client.call('number.pause', { phoneNumberId: given.id, by })
  await pass(0)
  await client.call('number.resume', { phoneNumberId: given.id, by })
  await pass(0)
  expect(supplied()!.settings.VoiceUrl ?? '').toBe('')
})

test('a number set up by hand that is known by its digits is given back, not only forgotten', async () => {
  const { client, given, supplied, pass, phone, present } = await openGiven(AWAY)
  expect(given.twilioSid).toBeNull()
  await client.call('number.change', { phoneNumberId: phone.id, isPrimary: true })
  await client.call('number.release', { phoneNumberId: given.id, typed: given.phoneNumber, isNow: true, by })
  await pass(1)
  expect(await present(given.id)).toMatchObject({ status: 'released' })
  expect(supplied()).toBeUndefined()
})

test('the main number that was the only one leaves its place to the one that came later', async () => {
  const { client, phone, world, pass, present } = await openNumberWorld()
  const given = (await world.setup()).phoneNumbers.find((one) => one.way === 'given')!
  await client.call('number.change', { phoneNumberId: phone.id, isPrimary: true })
  await client.call('number.release', { phoneNumberId: given.id, typed: given.phoneNumber, isNow: true, by })
  await pass(1)
  await client.call('number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, by })
  const later = await addManaged(world)
  world.clock.advance(31 * 1_440)
  await pass(1)
  expect(await present()).toMatchObject({ status: 'released', isPrimary: false })
  expect(await present(later.id)).toMatchObject({ status: 'active', isPrimary: true })
})

test('a number that is on its way out does not become the main one', async () => {
  const { client, phone } = await openNumberWorld()
  await client.call('number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, by })
  await expect(client.call('number.change', { phoneNumberId: phone.id, isPrimary: true })).rejects.toMatchObject({ code: 'NOT_NOW' })
})

test('a text that waits for the morning goes from a number that is still there then', async () => {
  const { client, phone, world, pass, present } = await openNumberWorld()
  const given = (await world.setup()).phoneNumbers.find((one) => one.way === 'given')!
  world.clock.set('2026-03-03T04:30:00.000Z')
  await write(world.ctx, 'test-text', function* (tx) {
    tx.emit('message.queued')
    const text = { to: STAFF, from: phone.phoneNumber, body: 'Behind the house.', purpose: 'staff', isAnswer: false } as const
    yield* queueText(tx, { ...text, dedupeKey: 'test', sentBy: 'desk' })
  })
  await client.call('number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, isNow: true, by })
  await pass(1)
  expect(await present()).toMatchObject({ status: 'released' })
  world.clock.set('2026-03-03T15:00:00.000Z')
  await pass(1)
  const sent = world.twilio.messages().filter((one) => one.body === 'Behind the house.')
  expect(sent).toMatchObject([{ from: given.phoneNumber }])
})

test('a patient whose phone was put in for a trial is heard as a patient, and an emergency is one whoever texts it', async () => {
  const { world, phone, client } = await openNumberWorld()
  await client.call('number.try', { phoneNumberId: phone.id, phoneNumber: STAFF, by })
  await world.twilio.receiveText({ from: STAFF, to: phone.phoneNumber, body: 'My face is swelling and I cannot breathe' })
  await world.drain()
  expect(await world.rows('alarms')).toHaveLength(1)
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: STAFF })
  world.clock.advance(2)
  await world.twilio.receiveText({ from: STAFF, to: phone.phoneNumber, body: 'I need another day' })
  await world.drain()
  const messages = await world.rows<{ body: string; attention: string }>('messages')
  expect(messages.find((one) => one.body === 'I need another day')).toMatchObject({ attention: 'open' })
  expect(messages.some((one) => one.body.startsWith('Test received'))).toBe(false)
})

test('a number that another practice’s assistant answers is no trial’s phone', async () => {
  const { world, phone, client } = await openNumberWorld()
  const neighbour = await world.addPractice()
  const tried = client.call('number.try', { phoneNumberId: phone.id, phoneNumber: neighbour.ourNumber, by })
  await expect(tried).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a patient whom the carrier shows as the line that forwards is called back, though forwarding is being tried out', async () => {
  const { world, phone, client } = await openNumberWorld({ forwardedFrom: LINE })
  world.twilio.setLine(LINE, { answers: 'nobody' })
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await world.drainOnly()
  const call = await world.call({ from: LINE, phoneNumberId: phone.vapiPhoneNumberId!, assistantId: phone.vapiAssistantId! })
  await call.say('user', 'Please have somebody call me back about my bill')
  await call.end()
  expect(await world.rows('callbacks')).toHaveLength(1)
})
