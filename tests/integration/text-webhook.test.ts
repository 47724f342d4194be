import { createHash } from 'node:crypto'
import { signWebhook } from '@dentalanswer/relay/sandbox/twilio/signature.ts'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_SID, AUTH_TOKEN } from '../support/world.ts'
import { ANA, openTexting, type Texting } from './text-scenes.ts'

const SMS = '/api/webhooks/twilio/sms'
const sid = (digit: string) => `SM${digit.repeat(32)}`

type Sent = { params?: Record<string, string | string[]>; signature?: string | null; token?: string; path?: string; body?: BodyInit }

/** Any request of our own making, signed for the address the relay is configured with. */
function post(world: Texting, { params = {}, signature, token = AUTH_TOKEN, path = SMS, body }: Sent): Promise<Response> {
  const signed = signature === undefined ? signWebhook(token, `http://relay.test${path}`, params) : signature
  const form = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
  return world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(signed === null ? {} : { 'x-twilio-signature': signed }) },
    body: body ?? form.toString(),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)
}

const cancelOf = (world: Texting, more: object = {}) => ({
  MessageSid: sid('1'),
  AccountSid: ACCOUNT_SID,
  From: ANA,
  To: world.ourNumber,
  Body: 'X',
  NumMedia: '0',
  ...more,
})

describe('a request that is not surely the carrier’s changes nothing', () => {
  const cases: [string, (world: Texting) => Sent][] = [
    [
      'a wrong signature',
      (world) => ({ params: cancelOf(world), signature: signWebhook('another token', `http://relay.test${SMS}`, cancelOf(world)) }),
    ],
    ['no signature', (world) => ({ params: cancelOf(world), signature: null })],
    ['an empty signature', (world) => ({ params: cancelOf(world), signature: '' })],
    [
      'a signature of other words',
      (world) => ({
        params: cancelOf(world),
        signature: signWebhook(AUTH_TOKEN, `http://relay.test${SMS}`, cancelOf(world, { Body: 'C' })),
      }),
    ],
    [
      'a signature for another address',
      (world) => ({ params: cancelOf(world), signature: signWebhook(AUTH_TOKEN, `https://elsewhere.example${SMS}`, cancelOf(world)) }),
    ],
    ['the account of somebody else', (world) => ({ params: cancelOf(world, { AccountSid: `AC${'f'.repeat(32)}` }) })],
    ['two accounts at once', (world) => ({ params: cancelOf(world, { AccountSid: [ACCOUNT_SID, `AC${'f'.repeat(32)}`] }) })],
    ['the token from before a rotation that is long over', (world) => ({ params: cancelOf(world), token: 'the-previous-token-of-it' })],
  ]
  test.each(cases)('%s: 403', async (_, sent) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const before = [await world.events(), await world.messages(), await world.rows('inbox'), await world.rows('audit_log')]
    const answer = await post(world, sent(world))
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('Ana')
    expect([await world.events(), await world.messages(), await world.rows('inbox'), await world.rows('audit_log')]).toEqual(before)
    expect(await world.visit(visit.id)).toEqual(visit)
  })

  test('headers about host and protocol do not decide what was signed', async () => {
    const world = await openTexting()
    const params = cancelOf(world)
    const answer = await world.request(SMS, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-twilio-signature': signWebhook(AUTH_TOKEN, `https://evil.example${SMS}`, params),
      },
      body: new URLSearchParams(params).toString(),
    })
    expect(answer.status).toBe(403)
  })

  test('a body over 256 kB: 413; a body that is cut off: 400', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const params = cancelOf(world, { Body: `X${'.'.repeat(2 * 1024 * 1024)}` })
    expect((await post(world, { params })).status).toBe(413)
    const unannounced = new ReadableStream({
      pull: (stream) => stream.enqueue(new TextEncoder().encode('Body='.padEnd(64 * 1024, 'x'))),
    })
    expect((await post(world, { params, body: unannounced })).status).toBe(413)
    const cutOff = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode(new URLSearchParams(cancelOf(world)).toString().slice(0, 60)))
        stream.error(new Error('socket closed'))
      },
    })
    expect((await post(world, { params: cancelOf(world), body: cutOff })).status).toBe(400)
    expect(await world.visit(visit.id)).toEqual(visit)
  })
})

describe('a signed request', () => {
  test('signed with the token from before the rotation is accepted while that is configured', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    world.deps.config.twilio.previousAuthToken = 'the-previous-token-of-it'
    expect((await post(world, { params: cancelOf(world), token: 'the-previous-token-of-it' })).status).toBe(200)
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
  })

  test('may have unknown parameters, untrimmed values, several values of a name, and a query', async () => {
    const world = await openTexting()
    const params = cancelOf(world, {
      Body: '  hello + goodbye & 100 % 👍  ',
      MediaUrl0: ['https://b', 'https://a', 'https://b'],
      'Brand New': 'é',
    })
    const answer = await post(world, { params: params as never, path: `${SMS}?a=b%20c&d=` })
    expect(answer.status).toBe(200)
    expect(await world.last('inbound')).toMatchObject({ body: '  hello + goodbye & 100 % 👍  ' })
  })

  test('finds its practice by the number, or by the messaging service; two that disagree are nobody’s', async () => {
    const ours = { phoneNumber: '+15125570001', messagingServiceSid: `MG${'a'.repeat(32)}` }
    const theirs = { phoneNumber: '+15125570002', messagingServiceSid: `MG${'b'.repeat(32)}` }
    const world = await openTexting({ practice: { phoneNumbers: [ours] as never } })
    const other = await world.addPractice({ phoneNumbers: [theirs] as never })
    const counts = async () => [(await world.messages()).length, (await other.rows('messages')).length]
    const to = (digit: string, more: object) => post(world, { params: cancelOf(world, { MessageSid: sid(digit), ...more }) })
    expect((await to('1', { To: ours.phoneNumber, MessagingServiceSid: ours.messagingServiceSid })).status).toBe(200)
    expect(await counts()).toEqual([1, 0])
    await to('2', { To: '+15125579999', MessagingServiceSid: theirs.messagingServiceSid })
    expect(await counts()).toEqual([1, 1])
    expect((await to('3', { To: ours.phoneNumber, MessagingServiceSid: theirs.messagingServiceSid })).status).toBe(200)
    await to('4', { To: '+15125579999', MessagingServiceSid: `MG${'c'.repeat(32)}` })
    await to('5', { To: '+15125579999' })
    await to('6', { To: 'not a number' })
    expect(await counts()).toEqual([1, 1])
  })

  test('that we trip over is kept for a person', async () => {
    const world = await openTexting()
    await world.anaAsked()
    const { newId } = world.deps.base
    let made = 0
    world.deps.base.newId = () => {
      // The first attempt fails while it acts; the message itself was stored by then.
      if (++made === 2) throw new Error('a bug')
      return newId()
    }
    expect((await post(world, { params: cancelOf(world) })).status).toBe(200)
    world.deps.base.newId = newId
    expect(await world.last('inbound')).toMatchObject({
      body: 'X',
      attention: 'open',
      attention_reason: expect.stringContaining('could not act'),
    })
    expect((await post(world, { params: cancelOf(world) })).status).toBe(200)
    expect((await world.messages()).filter((one) => one.direction === 'inbound')).toHaveLength(1)
  })
})

test('a text is stored under the hash of its words only, once per id', async () => {
  const world = await openTexting()
  await post(world, { params: cancelOf(world, { Body: 'private words' }) })
  const [entry] = await world.rows<{ source: string; key: string; request_hash: string }>('inbox')
  expect(entry).toMatchObject({ source: 'twilio.sms', key: sid('1') })
  expect(entry!.request_hash).toBe(createHash('sha256').update('private words').digest('base64url'))
})
