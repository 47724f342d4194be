import twilio from 'twilio'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, ANA, OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const texts = (body: string, extra: object = {}) => sandbox.standIn.receiveText({ from: ANA, to: OURS, body, ...extra })
const bodies = () => sandbox.standIn.messages().map((message) => message.body)

describe('a patient texts', () => {
  test('the relay gets the signed form at its public address', async () => {
    const answer = await texts('Sí 👍')
    expect(answer).toMatchObject({ status: 200, body: '<Response/>' })
    const [webhook] = sandbox.heard
    expect(webhook?.url).toBe('https://relay.example.test/api/webhooks/twilio/sms')
    expect(webhook?.params).toMatchObject({ MessageSid: answer.messageSid, From: ANA, To: OURS, Body: 'Sí 👍', NumMedia: '0' })
    expect(twilio.validateRequest(ACCOUNT.authToken, webhook?.signature ?? '', webhook?.url ?? '', webhook?.params ?? {})).toBe(true)
  })

  test("the number's own address is used, without its fragment, and the fallback when it fails", async () => {
    sandbox.standIn.addNumber({ phoneNumber: OURS, smsUrl: 'https://relay.example.test/own?x=1#rc=2&rp=5xx' })
    const owned = sandbox.standIn.numbers()[0]
    await sandbox.client.incomingPhoneNumbers(owned?.sid ?? '').update({ smsFallbackUrl: 'https://fallback.example.test/sms' })
    sandbox.relay.answer = () => new Response('no', { status: 500 })
    await texts('C')
    const own = 'https://relay.example.test/own?x=1'
    expect(sandbox.heard.map((webhook) => webhook.url)).toEqual([own, own, own, 'https://fallback.example.test/sms'])
    expect(sandbox.heard.at(-1)?.params).toMatchObject({ ErrorCode: '11200', ErrorUrl: expect.stringContaining(own) })
  })

  test('the same text can be delivered twice', async () => {
    const first = await texts('C')
    await texts('C', { messageSid: first.messageSid })
    expect(sandbox.heard.map((webhook) => webhook.params.MessageSid)).toEqual([first.messageSid, first.messageSid])
    expect(bodies()).toEqual(['C'])
  })

  test('signatures can be wrong or missing', async () => {
    await texts('C', { sign: 'wrong' })
    await texts('C', { sign: 'missing' })
    const [wrong, missing] = sandbox.heard
    expect(twilio.validateRequest(ACCOUNT.authToken, wrong?.signature ?? '', wrong?.url ?? '', wrong?.params ?? {})).toBe(false)
    expect(missing?.signature).toBeNull()
  })

  test('a relay that is down loses nothing at Twilio', async () => {
    sandbox.relay.answer = () => {
      throw new Error('refused')
    }
    expect(await texts('C')).toMatchObject({ status: 0 })
    expect(sandbox.heard).toHaveLength(2)
    expect(await sandbox.client.messages.list({ to: OURS })).toMatchObject([{ body: 'C', direction: 'inbound', status: 'received' }])
  })

  test.each([
    ['text/xml', '<Response><Message>One &amp; two</Message><Message><Body>Three</Body></Message></Response>', ['C', 'One & two', 'Three']],
    ['text/plain', 'ok', ['C', 'ok']],
    ['application/json', '{"ok":true}', ['C']],
  ])('an answer in %s', async (contentType, body, expected) => {
    sandbox.relay.answer = () => new Response(body, { headers: { 'content-type': contentType } })
    await texts('C')
    expect(bodies()).toEqual(expected)
  })

  test('pictures are listed', async () => {
    const answer = await texts('', { media: [{ url: 'https://media.example.test/1', contentType: 'image/png' }] })
    expect(answer.messageSid).toMatch(/^MM/)
    expect(sandbox.heard[0]?.params).toMatchObject({
      NumMedia: '1',
      MediaUrl0: 'https://media.example.test/1',
      MediaContentType0: 'image/png',
    })
  })
})

describe('opting out', () => {
  test('CANCEL blocks the pair, is answered by the carrier, and still reaches the relay without OptOutType', async () => {
    await texts('Cancel')
    expect(sandbox.heard[0]?.params).toMatchObject({ Body: 'Cancel' })
    expect(sandbox.heard[0]?.params).not.toHaveProperty('OptOutType')
    expect(sandbox.standIn.messages().at(-1)).toMatchObject({ carrierReply: true, to: ANA, body: expect.stringContaining('unsubscribed') })
    await expect(sandbox.client.messages.create({ to: ANA, from: OURS, body: 'Cancelled' })).rejects.toMatchObject({
      status: 400,
      code: 21610,
    })
    await texts('yes')
    expect((await sandbox.client.messages.create({ to: ANA, from: OURS, body: 'Welcome back' })).status).toBe('queued')
  })

  test('through a messaging service the refusal comes in a callback', async () => {
    const service = await sandbox.client.messaging.v1.services.create({ friendlyName: 'x', useInboundWebhookOnNumber: true })
    const sid = sandbox.standIn.numbers()[0]?.sid ?? ''
    await sandbox.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: sid })
    await texts('STOP')
    const statusCallback = 'https://relay.example.test/s'
    await sandbox.client.messages.create({ to: ANA, messagingServiceSid: service.sid, body: 'x', statusCallback })
    await sandbox.standIn.flush()
    expect(sandbox.heard.at(-1)?.params).toMatchObject({ MessageStatus: 'failed', ErrorCode: '21610' })
  })

  test('a TwiML reply to a blocked patient fails', async () => {
    sandbox.relay.answer = () => new Response('<Response><Message>Bye</Message></Response>', { headers: { 'content-type': 'text/xml' } })
    await texts('STOP')
    expect(sandbox.standIn.messages().at(-1)).toMatchObject({ body: 'Bye', status: 'failed', errorCode: 21610 })
  })
})

test('an incoming call posts the voice webhook', async () => {
  await sandbox.standIn.receiveCall({ from: null, to: OURS, callStatus: 'ringing' })
  expect(sandbox.heard[0]).toMatchObject({
    url: 'https://relay.example.test/api/webhooks/twilio/voice',
    params: { From: 'anonymous', To: OURS, Direction: 'inbound', CallStatus: 'ringing' },
  })
})

test('any form can be posted signed', async () => {
  await sandbox.standIn.postWebhook('/api/webhooks/twilio/status?m=1', { MessageSid: 'SM1', MessageStatus: 'sent' })
  const [webhook] = sandbox.heard
  expect(webhook?.params.AccountSid).toBe(ACCOUNT.accountSid)
  expect(twilio.validateRequest(ACCOUNT.authToken, webhook?.signature ?? '', webhook?.url ?? '', webhook?.params ?? {})).toBe(true)
})
