import { afterEach, beforeEach, expect, test } from 'vitest'
import { OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const search = (options: object) => sandbox.client.availablePhoneNumbers('US').local.list(options)

test('a search gives the same numbers of an area code every time', async () => {
  const first = await search({ areaCode: 808, smsEnabled: true, limit: 3 })
  expect(first.map((number) => number.phoneNumber)).toEqual((await search({ areaCode: 808, limit: 3 })).map((number) => number.phoneNumber))
  expect(first).toHaveLength(3)
  expect(first[0]).toMatchObject({ locality: 'Hilo', region: 'HI', isoCountry: 'US', addressRequirements: 'none' })
  expect(await search({ areaCode: 911 })).toEqual([])
  expect((await search({ contains: '+1512555*', limit: 1 }))[0]?.phoneNumber).toMatch(/^\+1512555/)
})

test('a number is bought, found by name and number, changed and released', async () => {
  const [found] = await search({ areaCode: 512, limit: 1 })
  const phoneNumber = found?.phoneNumber ?? ''
  const bought = await sandbox.client.incomingPhoneNumbers.create({
    phoneNumber,
    friendlyName: 'run_7',
    smsUrl: 'https://relay.example.test/sms',
  })
  expect(bought).toMatchObject({ phoneNumber, friendlyName: 'run_7', smsUrl: 'https://relay.example.test/sms', smsMethod: 'POST' })
  expect(await search({ areaCode: 512 })).not.toContainEqual(expect.objectContaining({ phoneNumber }))
  expect(await sandbox.client.incomingPhoneNumbers.list({ phoneNumber })).toMatchObject([{ sid: bought.sid }])
  expect(await sandbox.client.incomingPhoneNumbers.list({ friendlyName: 'run_7' })).toMatchObject([{ sid: bought.sid }])
  expect(await sandbox.client.incomingPhoneNumbers.list({ phoneNumber: '+1512*' })).toHaveLength(2)
  const owned = sandbox.client.incomingPhoneNumbers(bought.sid)
  await owned.update({ voiceUrl: 'https://relay.example.test/voice' })
  expect((await owned.fetch()).voiceUrl).toBe('https://relay.example.test/voice')
  expect(await owned.remove()).toBe(true)
  await expect(owned.fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
})

test.each([
  ['one that is taken', { phoneNumber: OURS }, 21422],
  ['one that is not for sale', { phoneNumber: '+15125550100' }, 21422],
  ['a bad one', { phoneNumber: '512' }, 21421],
  ['a bad area code', { areaCode: '911' }, 21451],
  ['a fallback without an address', { areaCode: '512', smsFallbackUrl: 'https://x.example.test' }, 21406],
  ['too long a name', { areaCode: '512', friendlyName: 'x'.repeat(65) }, 20422],
])('buying %s is refused', async (_, options, code) => {
  await expect(sandbox.client.incomingPhoneNumbers.create(options)).rejects.toMatchObject({ status: 400, code })
  expect(sandbox.standIn.numbers()).toHaveLength(1)
})

test('a messaging service chooses the sender, and its registration can be read', async () => {
  const service = await sandbox.client.messaging.v1.services.create({ friendlyName: 'Bright Smile', useInboundWebhookOnNumber: true })
  const [owned] = sandbox.standIn.numbers()
  const numbers = sandbox.client.messaging.v1.services(service.sid).phoneNumbers
  await expect(sandbox.client.messages.create({ to: '+15125550142', messagingServiceSid: service.sid, body: 'x' })).rejects.toMatchObject({
    code: 21703,
  })
  await numbers.create({ phoneNumberSid: owned?.sid ?? '' })
  await expect(numbers.create({ phoneNumberSid: owned?.sid ?? '' })).rejects.toMatchObject({ code: 21710 })
  expect(await numbers.list()).toMatchObject([{ phoneNumber: OURS }])
  const sent = await sandbox.client.messages.create({ to: '+15125550142', messagingServiceSid: service.sid, body: 'x' })
  expect(sent).toMatchObject({ status: 'accepted', numSegments: '0', messagingServiceSid: service.sid })
  await sandbox.standIn.flush()
  expect(await sandbox.client.messages(sent.sid).fetch()).toMatchObject({ status: 'delivered', from: OURS, numSegments: '1' })
  expect(await sandbox.client.messaging.v1.services(service.sid).usAppToPerson.list()).toEqual([])
  sandbox.standIn.setRegistration(service.sid, 'VERIFIED')
  expect(await sandbox.client.messaging.v1.services(service.sid).usAppToPerson.list()).toMatchObject([{ campaignStatus: 'VERIFIED' }])
  expect((await sandbox.client.messaging.v1.services(service.sid).fetch()).usAppToPersonRegistered).toBe(true)
})

test('a service from before can be given, so that sends through it go on', async () => {
  const sid = `MG${'1'.repeat(32)}`
  sandbox.standIn.addService({ sid, phoneNumbers: [OURS] })
  const sent = await sandbox.client.messages.create({ to: '+15125550142', from: OURS, messagingServiceSid: sid, body: 'x' })
  expect(sent).toMatchObject({ status: 'queued', from: OURS, messagingServiceSid: sid })
})
