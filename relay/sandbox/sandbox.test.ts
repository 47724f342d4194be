import { VapiClient } from '@vapi-ai/server-sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ServedSandbox, serveSandbox } from './sandbox.ts'
import { redirectedTwilio } from './wire/redirected-twilio.ts'

const account = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'token' }
const nobody = { name: '', phone: '', zone: 'America/Chicago', assistantId: '', phoneNumberId: '' }
let sandbox: ServedSandbox
beforeEach(async () => {
  sandbox = await serveSandbox(
    {
      twilio: account,
      vapi: { apiKey: 'key', webhookSecret: 'secret' },
      relayBase: 'https://relay.example.test',
      people: async () => [],
      practice: async () => nobody,
      delays: 'manual',
      fetch: () => Response.json({}),
    },
    0,
  )
})
afterEach(() => sandbox.close())

const twilioClient = () => redirectedTwilio(`${sandbox.url}/twilio`, account)
const vapiClient = () => new VapiClient({ token: 'key', baseUrl: `${sandbox.url}/vapi`, maxRetries: 0 })

test('a number is bought at one and imported at the other, which takes over its voice address', async () => {
  const [found] = await twilioClient().availablePhoneNumbers('US').local.list({ areaCode: 512, limit: 1 })
  const phoneNumber = found?.phoneNumber ?? ''
  const wanted = { provider: 'twilio' as const, number: phoneNumber, twilioAccountSid: account.accountSid, twilioAuthToken: 'token' }
  await expect(vapiClient().phoneNumbers.create({ ...wanted, smsEnabled: false })).rejects.toMatchObject({ statusCode: 400 })
  const bought = await twilioClient().incomingPhoneNumbers.create({ phoneNumber, smsUrl: 'https://relay.example.test/sms' })
  await vapiClient().phoneNumbers.create({ ...wanted, smsEnabled: false })
  expect(await twilioClient().incomingPhoneNumbers(bought.sid).fetch()).toMatchObject({
    voiceUrl: 'https://api.vapi.ai/twilio/inbound_call',
    smsUrl: 'https://relay.example.test/sms',
  })
})

test('pages follow each other below the prefix', async () => {
  for (const areaCode of ['512', '808', '415']) await twilioClient().incomingPhoneNumbers.create({ areaCode })
  expect(await twilioClient().incomingPhoneNumbers.list({ pageSize: 1 })).toHaveLength(3)
})

test('a cut connection stays cut below the prefix', async () => {
  sandbox.twilio.faults.set({ purchases: { kind: 'accept-then-reset', times: 1 } })
  await expect(twilioClient().incomingPhoneNumbers.create({ areaCode: '512' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(sandbox.twilio.numbers()).toHaveLength(1)
})

test('a recording downloads below the prefix', async () => {
  const call = await sandbox.vapi.startCall({ from: '+15125550142', to: '+15125550200', assistantId: 'as_1' })
  await call.end()
  expect((await vapiClient().fetch(`call/${call.id}/mono-recording`)).status).toBe(200)
})

test('everything can be looked at and started over', async () => {
  const at = (path: string, method = 'GET') => fetch(sandbox.url + path, { method })
  await twilioClient().incomingPhoneNumbers.create({ areaCode: '512' })
  expect(await (await at('/sandbox/requests')).json()).toMatchObject({ twilio: [{ method: 'POST', status: 201 }], vapi: [] })
  expect((await at('/sandbox/clear', 'POST')).status).toBe(204)
  expect(await (await at('/sandbox/requests')).json()).toEqual({ twilio: [], vapi: [] })
  expect(await (await at('/twilio/sandbox/faults')).json()).toMatchObject({ sends: null })
})

test('closing does not wait for a request that hangs', async () => {
  sandbox.twilio.faults.set({ reads: 'hang' })
  const hanging = twilioClient().incomingPhoneNumbers.list()
  const refused = expect(hanging).rejects.toMatchObject({ code: 'ECONNRESET' })
  await vi.waitFor(() => expect(sandbox.twilio.requests()).toHaveLength(1))
  const before = performance.now()
  await sandbox.close()
  expect(performance.now() - before).toBeLessThan(500)
  await refused
})
