import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { openNumberWorld } from './number-scenes.ts'

const by = 'Ana'
const OWN = '+15125550155' as PhoneNumber
const LINE = '+15125550142' as PhoneNumber

async function openTrial() {
  const opened = await openNumberWorld()
  await opened.client.call('number.try', { phoneNumberId: opened.phone.id, phoneNumber: OWN, by })
  return opened
}

test('a text from the trial’s phone is answered and is nobody’s work; afterwards it is an ordinary text', async () => {
  const { world, phone } = await openTrial()
  const text = (body: string) => world.twilio.receiveText({ from: OWN, to: phone.phoneNumber, body })
  await text('Can you hear me?')
  await world.drain()
  const messages = await world.rows<{ direction: string; body: string; attention: string; status: string; purpose: string }>('messages')
  const [came, went] = [messages.find((one) => one.direction === 'inbound'), messages.find((one) => one.direction === 'outbound')]
  expect(messages).toHaveLength(2)
  expect(came?.attention).toBe('none')
  expect(went).toMatchObject({ purpose: 'staff', body: 'Test received by Bright Smiles. Texting works.', status: 'delivered' })
  expect(await world.rows('leads')).toEqual([])
  world.clock.advance(31)
  await text('And now?')
  await world.drain()
  const later = await world.rows<{ body: string; attention: string }>('messages')
  expect(later.find((one) => one.body === 'And now?')?.attention).toBe('open')
})

test('an answer that carriers do not let out yet is nobody’s work', async () => {
  const { world, phone, client } = await openNumberWorld({ texting: 'waiting' })
  await client.call('number.try', { phoneNumberId: phone.id, phoneNumber: OWN, by })
  await world.twilio.receiveText({ from: OWN, to: phone.phoneNumber, body: 'Can you hear me?' })
  await world.drain()
  const messages = await world.rows<{ direction: string; status: string; attention: string }>('messages')
  expect(messages.find((one) => one.direction === 'outbound')).toMatchObject({ status: 'blocked', attention: 'none' })
})

test('STOP from the trial’s phone is obeyed first', async () => {
  const { world, phone, client } = await openTrial()
  await world.twilio.receiveText({ from: OWN, to: phone.phoneNumber, body: 'STOP' })
  await world.drain()
  const texts = await world.rows<{ body: string; status: string }>('messages')
  expect(texts.some((one) => one.body.startsWith('Test received'))).toBe(false)
  await expect(client.call('number.tryText', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'CANNOT_TEXT' })
})

test('a trial’s phone is texted, once per press, and only while the trial lasts and carriers agree', async () => {
  const { world, phone, client } = await openTrial()
  const key = '0198c0de-0000-7000-8000-000000000001'
  const message = await client.call('number.tryText', { phoneNumberId: phone.id, by }, key)
  expect(await client.call('number.tryText', { phoneNumberId: phone.id, by }, key)).toEqual(message)
  await world.drain()
  expect(world.twilio.messages().filter((one) => one.to === OWN)).toHaveLength(1)
  world.clock.advance(31)
  await expect(client.call('number.tryText', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
  const waiting = await openNumberWorld({ texting: 'waiting' })
  await waiting.client.call('number.try', { phoneNumberId: waiting.phone.id, phoneNumber: OWN, by })
  const refused = waiting.client.call('number.tryText', { phoneNumberId: waiting.phone.id, by })
  await expect(refused).rejects.toMatchObject({ code: 'CANNOT_TEXT' })
  expect(await waiting.world.rows('messages')).toEqual([])
})

test('one of the practice’s own numbers is no trial’s phone', async () => {
  const { phone, client, world } = await openNumberWorld()
  for (const phoneNumber of [phone.phoneNumber, world.ourNumber, LINE])
    await expect(client.call('number.try', { phoneNumberId: phone.id, phoneNumber, by })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(client.call('number.tryCall', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
})

test('the assistant phones the trial’s phone, once', async () => {
  const { world, phone, client } = await openTrial()
  await client.call('number.tryCall', { phoneNumberId: phone.id, by })
  await world.drain()
  const calls = await world.rows<{ direction: string; caller_number: string; phone_number_id: string }>('calls')
  expect(calls).toMatchObject([{ direction: 'outbound', caller_number: OWN, phone_number_id: phone.id }])
})

test('why the assistant could not phone is said with the trial', async () => {
  const { world, phone, client, present, pass } = await openTrial()
  world.vapi.faults.set({ calls: 'accept-then-500' })
  await client.call('number.tryCall', { phoneNumberId: phone.id, by })
  await pass(2)
  expect((await present()).trial?.problem).toContain('not known whether')
  world.vapi.faults.clear()
  await client.call('number.tryCall', { phoneNumberId: phone.id, by })
  expect((await present()).trial?.problem).toBeUndefined()
})

async function openForward() {
  return openNumberWorld({ way: 'forward', forwardedFrom: LINE })
}
type Line = Parameters<Awaited<ReturnType<typeof openForward>>['world']['twilio']['setLine']>[1]

async function tryForward(line: (number: string) => Line) {
  const opened = await openForward()
  const { world, phone, client, pass, present } = opened
  world.twilio.setLine(LINE, line(phone.phoneNumber))
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await pass(1)
  return { ...opened, test: (await present()).forwardTest! }
}

test('a line that forwards here brings the call, once, and it is nobody’s work', async () => {
  const { test: tried, world, phone } = await tryForward((forwardsTo) => ({ answers: 'nobody', forwardsTo, forwards: 'always' }))
  expect(tried).toMatchObject({ state: 'arrived' })
  expect(tried.endedAt).not.toBeNull()
  expect(tried.callIds).toHaveLength(1)
  expect(world.twilio.calls()).toHaveLength(1)
  const calls = await world.rows<{ id: string; phone_number_id: string; direction: string }>('calls')
  expect(calls).toMatchObject([{ id: tried.callIds![0], phone_number_id: phone.id, direction: 'inbound' }])
  expect([await world.rows('leads'), await world.rows('callbacks')]).toEqual([[], []])
})

test('a person, voicemail or nobody on the line is told apart', async () => {
  const person = await tryForward(() => ({ answers: 'person' }))
  expect(person.test).toMatchObject({ state: 'answered_there' })
  const voicemail = await tryForward(() => ({ answers: 'voicemail' }))
  expect(voicemail.test).toMatchObject({ state: 'answered_there' })
  expect(voicemail.test.message).toContain('voicemail')
  expect((await tryForward(() => ({ answers: 'busy' }))).test).toMatchObject({ state: 'not_arrived' })
  expect((await tryForward(() => ({ answers: 'nobody' }))).test).toMatchObject({ state: 'not_arrived' })
  expect((await tryForward(() => ({ answers: 'off' }))).test).toMatchObject({ state: 'not_arrived' })
})

test('a call that comes here twice goes in a circle', async () => {
  const { world, phone, client, present, pass } = await openForward()
  world.twilio.setLine(LINE, { answers: 'nobody' })
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await world.drainOnly()
  for (let times = 0; times < 2; times++)
    await world.call({ from: phone.phoneNumber, phoneNumberId: phone.vapiPhoneNumberId!, assistantId: phone.vapiAssistantId! })
  expect((await present()).forwardTest).toMatchObject({ state: 'loop', endedAt: null })
  await expect(client.call('number.tryForward', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
  await pass(1)
  expect((await present()).forwardTest?.state).toBe('loop')
})

test('a patient who calls during a test is not taken for it', async () => {
  const { world, phone, client, present } = await openForward()
  world.twilio.setLine(LINE, { answers: 'nobody' })
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await world.drainOnly()
  await world.call({ from: '+15125550199', phoneNumberId: phone.vapiPhoneNumberId!, assistantId: phone.vapiAssistantId! })
  expect((await present()).forwardTest?.state).toBe('calling')
})

test('a test call that cannot be placed fails, and one of unknown outcome is not placed again', async () => {
  const { world, phone, client, present, pass } = await openForward()
  world.twilio.setAccount('no-funds')
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await pass(1)
  expect((await present()).forwardTest).toMatchObject({ state: 'failed' })
  world.twilio.setAccount('active')
  world.twilio.setLine(LINE, { answers: 'nobody', forwardsTo: phone.phoneNumber, forwards: 'always' })
  world.twilio.faults.set({ calls: 'accept-then-500' })
  await client.call('number.tryForward', { phoneNumberId: phone.id, by })
  await pass(1)
  expect(world.twilio.calls()).toHaveLength(1)
  expect((await present()).forwardTest?.state).toBe('arrived')
})

test('forwarding is tried only where a line forwards here and calls reach the assistant', async () => {
  const { phone, client } = await openNumberWorld()
  await expect(client.call('number.tryForward', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
  const forwarded = await openForward()
  await forwarded.client.call('number.pause', { phoneNumberId: forwarded.phone.id, by })
  const tried = forwarded.client.call('number.tryForward', { phoneNumberId: forwarded.phone.id, by })
  await expect(tried).rejects.toMatchObject({ code: 'NOT_NOW' })
})

test('a paused number never rings the line that forwards to it, which would go in a circle', async () => {
  const { world, phone, client, pass } = await openForward()
  await client.call('number.pause', { phoneNumberId: phone.id, by })
  await pass(0)
  world.twilio.setLine(LINE, { answers: 'nobody', forwardsTo: phone.phoneNumber, forwards: 'always' })
  const ring = await world.twilio.ring({ from: '+15125550177', to: LINE })
  expect(ring.path.filter((one) => one === LINE)).toHaveLength(1)
  expect(await world.rows('callbacks')).toHaveLength(1)
})
