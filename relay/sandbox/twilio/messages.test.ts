import twilio from 'twilio'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { redirectedTwilio } from '../wire/redirected-twilio.ts'
import { ACCOUNT, ANA, OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const send = (extra: Record<string, unknown> = {}) =>
  sandbox.client.messages.create({
    to: ANA,
    from: OURS,
    body: 'Your visit is Tue at 9',
    statusCallback: 'https://relay.example.test/s?m=o_1',
    ...extra,
  })

describe('sending', () => {
  test('answers as queued, with no date of sending and no price', async () => {
    const sent = await send()
    expect(sent).toMatchObject({ status: 'queued', to: ANA, from: OURS, numSegments: '1', direction: 'outbound-api', dateSent: null })
    expect(sent.price).toBeNull()
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/)
  })

  test('ends as delivered, telling each step but the first, signed for the exact callback address', async () => {
    const sent = await send()
    await sandbox.standIn.flush()
    expect(sandbox.heard.map((webhook) => webhook.params.MessageStatus)).toEqual(['sending', 'sent', 'delivered'])
    for (const { url, params, signature } of sandbox.heard) {
      expect(url).toBe('https://relay.example.test/s?m=o_1')
      expect(twilio.validateRequest(ACCOUNT.authToken, signature ?? '', url, params)).toBe(true)
    }
    const fetched = await sandbox.client.messages(sent.sid).fetch()
    expect(fetched).toMatchObject({ status: 'delivered', errorCode: null })
    expect(fetched.dateSent).toBeInstanceOf(Date)
  })

  test.each([
    ['unreachable', ANA, 30003],
    ['blocked', ANA, 30007],
    ['unregistered', OURS, 30034],
  ] as const)('to a number marked %s is undelivered', async (mark, phoneNumber, code) => {
    sandbox.standIn.mark(phoneNumber, mark)
    await send()
    await sandbox.standIn.flush()
    expect(sandbox.heard.at(-1)?.params).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: String(code) })
    expect(sandbox.standIn.messages()).toMatchObject([{ status: 'undelivered', errorCode: code }])
  })
})

describe('a refused send', () => {
  test.each([
    ['no recipient', { to: '' }, 21604],
    ['no sender', { from: '' }, 21603],
    ['no text', { body: '' }, 21602],
    ['a bad recipient', { to: '5125550142' }, 21211],
    ['a bad sender', { from: 'Bright Smile' }, 21212],
    ['a sender that is not ours', { from: '+15125550299' }, 21606],
    ['ourselves', { to: OURS }, 21266],
    ['too long a text', { body: 'a'.repeat(1601) }, 21617],
    ['a bad callback', { statusCallback: 'https://my_relay.example.test/s' }, 21609],
    ['an unknown service', { from: undefined, messagingServiceSid: `MG${'0'.repeat(32)}` }, 21701],
  ])('%s', async (_, change, code) => {
    await expect(send(change)).rejects.toMatchObject({ status: 400, code })
    expect(sandbox.standIn.messages()).toEqual([])
  })

  test('a landline', async () => {
    sandbox.standIn.mark(ANA, 'landline')
    await expect(send()).rejects.toMatchObject({ status: 400, code: 21614 })
  })

  test('a parameter that the API does not know', async () => {
    const body = new URLSearchParams({ To: ANA, From: OURS, Body: 'x', Mesage: 'x' })
    const authorization = `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}`
    const url = `${sandbox.url}/api.twilio.com/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`
    const answer = await fetch(url, { method: 'POST', body, headers: { authorization } })
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 20001 }])
  })

  test('wrong credentials', async () => {
    const stranger = redirectedTwilio(sandbox.url, { ...ACCOUNT, authToken: 'wrong' })
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 })
  })
})

describe('listing', () => {
  test('pages through everything, newest first', async () => {
    for (const number of [1, 2, 3, 4, 5]) await send({ body: `text ${number}` })
    const all = await sandbox.client.messages.list({ pageSize: 2 })
    expect(all.map((message) => message.body)).toEqual(['text 5', 'text 4', 'text 3', 'text 2', 'text 1'])
    const page = await sandbox.client.messages.page({ pageSize: 2 })
    expect(page.nextPageUrl).toMatch(/Messages\.json\?PageSize=2&Page=1&PageToken=PASM/)
  })

  test('filters by both ends and by the time of sending', async () => {
    await send({ body: 'sent' })
    await sandbox.standIn.flush()
    await send({ body: 'queued' })
    await sandbox.standIn.receiveText({ from: ANA, to: OURS, body: 'C' })
    const bodies = async (filter: object) => (await sandbox.client.messages.list(filter)).map((message) => message.body)
    expect(await bodies({ to: OURS })).toEqual(['C'])
    expect(await bodies({ to: ANA, from: OURS })).toEqual(['queued', 'sent'])
    expect(await bodies({ to: ANA, dateSentAfter: new Date(Date.now() - 60_000) })).toEqual(['sent'])
    expect(await bodies({ dateSentBefore: new Date(Date.now() - 60_000) })).toEqual([])
  })

  test('an unknown text is not found', async () => {
    await expect(sandbox.client.messages(`SM${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
  })

  test('a text can be emptied and removed', async () => {
    const sent = sandbox.client.messages((await send()).sid)
    expect((await sent.update({ body: '' })).body).toBe('')
    expect(await sent.remove()).toBe(true)
    expect(await sandbox.client.messages.list()).toEqual([])
  })
})

test('every request is remembered without its credentials', async () => {
  await send()
  expect(sandbox.standIn.requests()).toMatchObject([
    { method: 'POST', path: `/api.twilio.com/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`, form: { To: ANA }, status: 201 },
  ])
  expect(JSON.stringify(sandbox.standIn.requests())).not.toContain(btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`))
})
