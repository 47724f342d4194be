import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTwilioStandIn, type TwilioStandIn } from '../twilio/stand-in.ts'
import { createVapiStandIn, type VapiStandIn } from '../vapi/stand-in.ts'
import { patientPhoneApp } from './app.ts'

const OURS = '+15125550200'
const ANA = '+15125550142'
const practice = {
  name: 'Bright Smiles',
  phone: OURS,
  zone: 'America/Chicago',
  assistantId: 'as_1',
  phoneNumberId: 'pn_1',
  ownLine: '+15125550300',
}
const people = [{ name: 'Ana Garcia', phone: ANA, birthDate: '1987-03-04' }]

let twilio: TwilioStandIn
let vapi: VapiStandIn
let app: ReturnType<typeof patientPhoneApp>
let relay: () => Response
let isPracticeThere: boolean

beforeEach(() => {
  relay = () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } })
  isPracticeThere = true
  const shared = { delays: 'manual' as const, fetch: () => relay() }
  twilio = createTwilioStandIn({
    ...shared,
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    webhookBase: 'https://relay.example.test',
    numbers: [OURS],
  })
  vapi = createVapiStandIn({ ...shared, apiKey: 'key', relayBase: 'https://relay.example.test', webhookSecret: 'secret' })
  app = patientPhoneApp({
    twilio,
    vapi,
    people: async () => people,
    practice: async () => {
      if (!isPracticeThere) throw new Error('database is closed')
      return practice
    },
  })
})
afterEach(() => {
  twilio.close()
  vapi.close()
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const state = async () => (await app.request(`/api/state?phone=${encodeURIComponent(ANA)}`)).json()

describe('the page', () => {
  test('comes with everything it needs under a policy that lets nothing else in', async () => {
    const page = await app.request('/')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const html = await page.text()
    const files = [...html.matchAll(/(?:href|src)="([^":]+\.(?:css|js))"/g)].map((found) => found[1] ?? '')
    expect(files).toHaveLength(8)
    for (const file of files) expect([file, (await app.request(`/${file}`)).status]).toEqual([file, 200])
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=|https?:/)
  })

  test('its scripts only ask for scripts that are served, and never write markup', async () => {
    for (const file of ['page.js', 'people-view.js', 'thread-view.js', 'call-view.js', 'faults-view.js', 'dom.js', 'api.js', 'words.js']) {
      const script = await (await app.request(`/${file}`)).text()
      for (const found of script.matchAll(/from '\.\/([\w-]+\.js)'/g)) expect((await app.request(`/${found[1]}`)).status).toBe(200)
      expect([file, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/.test(script)]).toEqual([file, false])
    }
  })

  test.each(['/app.ts', '/static-files.ts', '/../sandbox.ts', '/%2e%2e/sandbox.ts', '/nothing.js'])('%s is not served', async (path) => {
    expect((await app.request(path)).status).toBe(404)
  })
})

describe('a text', () => {
  test('reaches the relay and stands in the thread', async () => {
    expect(await (await post('/api/text', { from: ANA, body: 'C 👍' })).json()).toMatchObject({ heard: 'taken' })
    expect(await state()).toMatchObject({
      practice: { name: 'Bright Smiles' },
      thread: [{ isMine: true, body: 'C 👍', heard: 'taken' }],
      latest: [{ phone: ANA, body: 'C 👍', isMine: true }],
      isBlocked: false,
    })
  })

  test('that the relay did not take says so, and can be delivered again', async () => {
    relay = () => {
      throw new Error('refused')
    }
    const { messageSid } = (await (await post('/api/text', { from: ANA, body: 'C' })).json()) as { messageSid: string }
    expect(await state()).toMatchObject({ thread: [{ heard: 'unreachable' }] })
    relay = () => new Response('forbidden', { status: 403 })
    await post('/api/text', { from: ANA, body: 'C', messageSid })
    expect(await state()).toMatchObject({ thread: [{ heard: 'refused' }] })
    relay = () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } })
    await post('/api/text', { from: ANA, body: 'C', messageSid })
    expect(await state()).toMatchObject({ thread: [{ heard: 'taken' }] })
  })

  test("of STOP shows the carrier's answer and the block", async () => {
    await post('/api/text', { from: ANA, body: 'STOP' })
    expect(await state()).toMatchObject({ isBlocked: true, thread: [{ body: 'STOP' }, { isCarrier: true, isMine: false }] })
  })

  test.each([
    [{ from: 'Ana', body: 'C' }, 400],
    [{ from: ANA, body: '' }, 400],
    [{ from: ANA, body: 'C', extra: 1 }, 400],
  ])('%j is refused', async (body, status) => {
    expect((await post('/api/text', body)).status).toBe(status)
  })
})

describe('a typed call', () => {
  test('is answered by the receptionist, with the tools shown, until it is over', async () => {
    relay = () => Response.json({ results: [{ result: 'Please call 911 now.' }] })
    const { id } = (await (await post('/api/call', { from: ANA, isHidden: false })).json()) as { id: string }
    await post(`/api/call/${id}/say`, { text: 'My face is swollen' })
    expect(await state()).toMatchObject({
      call: {
        id,
        isOver: false,
        isHidden: false,
        turns: [
          { kind: 'said', role: 'assistant', text: expect.stringContaining('Bright Smiles') },
          { kind: 'said', role: 'user', text: 'My face is swollen' },
          { kind: 'tool', calls: [{ name: 'report-emergency' }] },
          { kind: 'result', name: 'report-emergency' },
          { kind: 'said', role: 'assistant' },
        ],
      },
    })
    await post(`/api/call/${id}/end`, {})
    expect(await state()).toMatchObject({ call: { isOver: true } })
  })

  test('can hide its number', async () => {
    await post('/api/call', { from: ANA, isHidden: true })
    expect(vapi.calls()[0]?.shape()).toMatchObject({ customer: {} })
    expect(await state()).toMatchObject({ call: { isHidden: true } })
  })
})

describe('several numbers', () => {
  const SECOND = '+15125550201'
  const DESK = '+15125550300'

  test('are listed as they are now, and texted and called one by one', async () => {
    twilio.addNumber({ phoneNumber: SECOND })
    expect(await state()).toMatchObject({ numbers: [{ phone: OURS }, { phone: SECOND }] })
    await post('/api/text', { from: ANA, to: SECOND, body: 'C' })
    expect(twilio.messages()[0]).toMatchObject({ to: SECOND })
    relay = () => new Response(`<Response><Dial>${DESK}</Dial></Response>`, { headers: { 'content-type': 'text/xml' } })
    await post('/api/call', { from: ANA, to: SECOND, isHidden: false })
    expect(await state()).toMatchObject({
      call: { isOver: true, canSpeak: false, turns: [{ kind: 'note', text: `A person picked up at ${DESK}.` }] },
    })
    expect((await post('/api/text', { from: ANA, to: DESK, body: 'C' })).status).toBe(409)
  })

  test('a call that the assistant makes to this phone is shown while it lasts, and nobody types into it', async () => {
    vapi.addAssistant({ id: 'as_1', firstMessage: 'Hello, this is the practice.' })
    vapi.addPhoneNumber({ id: 'pn_1', number: OURS, assistantId: 'as_1' })
    const placed = await vapi.app.request('/call', {
      method: 'POST',
      headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
      body: JSON.stringify({ assistantId: 'as_1', phoneNumberId: 'pn_1', customer: { number: ANA } }),
    })
    expect(placed.status).toBe(201)
    expect(await state()).toMatchObject({ call: { isOver: false, canSpeak: false } })
    await vapi.flush()
    expect(await state()).toMatchObject({ call: { isOver: true, turns: [{ text: 'Hello, this is the practice.' }, {}, {}, {}, {}] } })
  })
})

test('the world outside is changed and shown', async () => {
  const outside = async () => ((await state()) as { outside: Record<string, unknown> }).outside
  expect(await outside()).toEqual({ account: 'active', isVapiDown: false, soldOut: [], inReview: 0, forwardsTo: null })
  vapi.addAssistant({ id: 'as_1' })
  vapi.addPhoneNumber({ id: 'pn_1', number: OURS, assistantId: 'as_1' })
  twilio.addService({ sid: `MG${'1'.repeat(32)}`, phoneNumbers: [OURS] })
  twilio.setRegistration(`MG${'1'.repeat(32)}`, 'IN_PROGRESS')
  for (const change of [
    { account: 'no-funds' },
    { isVapiDown: true },
    { soldOut: { areaCode: '512', isSoldOut: true } },
    { forwardsTo: OURS },
    { drift: { phone: OURS, what: 'addresses' } },
    { drift: { phone: OURS, what: 'unlink' } },
  ])
    expect([change, (await post('/api/outside', change)).status]).toEqual([change, 204])
  expect(await outside()).toEqual({ account: 'no-funds', isVapiDown: true, soldOut: ['512'], inReview: 1, forwardsTo: OURS })
  expect(twilio.numbers()[0]?.settings.SmsUrl).toContain('elsewhere')
  expect(vapi.phoneNumbers()[0]).not.toHaveProperty('assistantId')
  await post('/api/outside', { advances: true })
  await post('/api/outside', { forwardsTo: null })
  expect(await outside()).toMatchObject({ inReview: 0, forwardsTo: null })
  expect((await post('/api/outside', { account: 'rich' })).status).toBe(400)
})

test('faults are switched and shown', async () => {
  await post('/api/faults', { sends: '500', callbacks: 'duplicated', mark: 'landline', phone: ANA })
  expect(await state()).toMatchObject({ faults: { sends: '500', callbacks: 'duplicated', mark: 'landline', held: 0 } })
  await post('/api/faults', { sends: null, callbacks: null, mark: null, phone: ANA })
  expect(await state()).toMatchObject({ faults: { sends: null, callbacks: null, mark: null } })
})

test('a practice that cannot be read is a plain sentence', async () => {
  isPracticeThere = false
  const answer = await app.request('/api/state')
  expect([answer.status, await answer.json()]).toEqual([503, { error: 'The practice could not be read. Is the relay running?' }])
})

test('other pages may not press the buttons', async () => {
  expect((await post('/api/text', { from: ANA, body: 'C' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post('/api/text', { from: ANA, body: 'C' }, { 'content-type': 'text/plain' })).status).toBe(403)
  expect(twilio.messages()).toEqual([])
})
