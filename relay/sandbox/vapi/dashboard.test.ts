import { afterEach, beforeEach, expect, test } from 'vitest'
import { OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const importOurs = () =>
  sandbox.client.phoneNumbers.create({
    provider: 'twilio',
    number: OURS,
    twilioAccountSid: 'AC1',
    twilioAuthToken: 'token',
    smsEnabled: false,
  })

test('a plan that is full refuses one more, in words', async () => {
  sandbox.standIn.setLimits({ assistants: 1, phoneNumbers: 0 })
  await sandbox.client.assistants.create({ name: 'one' })
  await expect(sandbox.client.assistants.create({ name: 'two' })).rejects.toMatchObject({
    statusCode: 400,
    body: { message: expect.stringMatching(/limit/i) },
  })
  await expect(importOurs()).rejects.toMatchObject({ statusCode: 400, body: { message: expect.stringMatching(/limit/i) } })
  expect(sandbox.standIn.assistants()).toHaveLength(1)
  sandbox.standIn.setLimits({ phoneNumbers: null })
  await importOurs()
  expect(sandbox.standIn.phoneNumbers()).toHaveLength(1)
})

test('a number that another organization has cannot be imported', async () => {
  sandbox.standIn.importElsewhere(OURS)
  await expect(importOurs()).rejects.toMatchObject({ statusCode: 400, body: { message: expect.stringMatching(/Existing Phone Number/) } })
})

test('what somebody changes in the dashboard is read back', async () => {
  const { id } = await sandbox.client.assistants.create({ name: 'one', firstMessage: 'Hello' })
  const number = await importOurs()
  sandbox.standIn.link(number.id, id)
  expect(await sandbox.client.phoneNumbers.get({ id: number.id })).toMatchObject({ assistantId: id })
  sandbox.standIn.unlink(number.id)
  expect(await sandbox.client.phoneNumbers.get({ id: number.id })).not.toHaveProperty('assistantId')
  sandbox.standIn.changeAssistant(id, { firstMessage: 'Changed' })
  expect(await sandbox.client.assistants.get({ id })).toMatchObject({ firstMessage: 'Changed' })
  sandbox.standIn.setNumberStatus(number.id, 'blocked')
  expect(await sandbox.client.phoneNumbers.get({ id: number.id })).toMatchObject({ status: 'blocked' })
  sandbox.standIn.removePhoneNumber(number.id)
  await expect(sandbox.client.phoneNumbers.get({ id: number.id })).rejects.toMatchObject({ statusCode: 404 })
})

test('each kind of request meets its own fault, and one that is down answers nothing', async () => {
  sandbox.standIn.faults.set({ imports: { kind: 'accept-then-500', times: 1 }, creates: { kind: '503', times: 1 } })
  await expect(importOurs()).rejects.toMatchObject({ statusCode: 500 })
  expect(sandbox.standIn.phoneNumbers()).toHaveLength(1)
  await expect(sandbox.client.assistants.create({ name: 'one' })).rejects.toMatchObject({ statusCode: 503 })
  const { id } = await sandbox.client.assistants.create({ name: 'one' })
  sandbox.standIn.faults.set({ publishes: { kind: '503', times: 1 }, removals: { kind: '429', times: 1 } })
  await expect(sandbox.client.assistants.update({ id, firstMessage: 'x' })).rejects.toMatchObject({ statusCode: 503 })
  await expect(sandbox.client.assistants.delete({ id })).rejects.toMatchObject({ statusCode: 429 })
  sandbox.standIn.setDown(true)
  await expect(sandbox.client.assistants.list()).rejects.toMatchObject({ statusCode: 503 })
  sandbox.standIn.setDown(false)
  sandbox.standIn.setKey('another')
  await expect(sandbox.client.assistants.list()).rejects.toMatchObject({ statusCode: 401 })
})

test.each([
  ['busy', 'customer-busy'],
  ['no-answer', 'customer-did-not-answer'],
  ['voicemail', 'voicemail'],
] as const)('a call to somebody who is %s ends for that reason', async (pickUp, endedReason) => {
  const { close } = sandbox
  await close()
  sandbox = await openStandIn({ twilio: { owns: () => true, takeOver: () => {}, pickUp: () => pickUp } })
  const { id } = await sandbox.client.assistants.create({ name: 'one', firstMessage: 'Hello' })
  const number = await importOurs()
  await sandbox.client.calls.create({ assistantId: id, phoneNumberId: number.id, customer: { number: '+15125550142' } })
  await sandbox.standIn.flush()
  expect(sandbox.standIn.calls()[0]?.record).toMatchObject({ status: 'ended', endedReason, turns: [] })
})
