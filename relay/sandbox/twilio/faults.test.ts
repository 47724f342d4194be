import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { redirectedTwilio } from '../wire/redirected-twilio.ts'
import { ACCOUNT, ANA, OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const send = (client = sandbox.client) =>
  client.messages.create({ to: ANA, from: OURS, body: 'x', statusCallback: 'https://relay.example.test/s' })
const statuses = () => sandbox.heard.map((webhook) => webhook.params.MessageStatus)

describe('a send', () => {
  test.each([
    ['429', { status: 429, code: 20429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['reset', { code: 'ECONNRESET' }],
  ] as const)('that fails with %s leaves nothing behind, once', async (kind, error) => {
    sandbox.standIn.faults.set({ sends: { kind, times: 1 } })
    await expect(send()).rejects.toMatchObject(error)
    expect(sandbox.standIn.messages()).toEqual([])
    expect((await send()).status).toBe('queued')
  })

  test.each([
    ['accept-then-reset', { code: 'ECONNRESET' }],
    ['accept-then-bad-json', { name: 'SyntaxError' }],
  ] as const)('that is accepted but %s is on record', async (kind, error) => {
    sandbox.standIn.faults.set({ sends: { kind, times: 1 } })
    await expect(send()).rejects.toMatchObject(error)
    expect(sandbox.standIn.messages()).toHaveLength(1)
  })

  test('whose answer a fault has replaced is marked in the record of requests', async () => {
    sandbox.standIn.faults.set({ sends: { kind: '500', times: 1 } })
    await expect(send()).rejects.toMatchObject({ status: 500 })
    await send()
    expect(sandbox.standIn.requests().map(({ status, isBroken }) => ({ status, isBroken }))).toEqual([
      { status: 500, isBroken: true },
      { status: 201, isBroken: undefined },
    ])
  })

  test('that hangs is not answered, and is carried out late when released', async () => {
    sandbox.standIn.faults.set({ sends: 'hang' })
    const impatient = redirectedTwilio(sandbox.url, ACCOUNT, 100)
    await expect(send(impatient)).rejects.toMatchObject({ code: 'ECONNABORTED' })
    expect(sandbox.standIn.messages()).toEqual([])
    sandbox.standIn.faults.release()
    await vi.waitFor(() => expect(sandbox.standIn.messages()).toHaveLength(1))
  })

  test('that is accepted and then hangs is on record at once', async () => {
    sandbox.standIn.faults.set({ sends: { kind: 'accept-then-hang', times: 1 } })
    const pending = send()
    await vi.waitFor(() => expect(sandbox.standIn.messages()).toHaveLength(1))
    sandbox.standIn.faults.release()
    expect((await pending).status).toBe('queued')
  })
})

describe('callbacks', () => {
  test.each([
    ['duplicated', ['sending', 'sending', 'sent', 'sent', 'delivered', 'delivered']],
    ['out-of-order', ['sending', 'delivered', 'sent']],
    ['dropped', []],
  ] as const)('%s', async (kind, expected) => {
    sandbox.standIn.faults.set({ callbacks: { kind, times: 1 } })
    await send()
    await sandbox.standIn.flush()
    expect(statuses()).toEqual(expected)
    expect(sandbox.standIn.messages()[0]?.status).toBe('delivered')
  })

  test('early: the first one comes before the answer to the send', async () => {
    sandbox.standIn.faults.set({ callbacks: 'early' })
    const sending = send().then(() => statuses())
    expect(await sending).toEqual(['sending'])
    await sandbox.standIn.flush()
    expect(statuses()).toEqual(['sending', 'sent', 'delivered'])
  })

  test('delayed: they wait until released', async () => {
    sandbox.standIn.faults.set({ callbacks: { kind: 'delayed', times: 1 } })
    await send()
    await sandbox.standIn.flush()
    expect(statuses()).toEqual([])
    sandbox.standIn.faults.release()
    await sandbox.standIn.flush()
    await vi.waitFor(() => expect(statuses()).toEqual(['sending', 'sent', 'delivered']))
  })
})

test('buying and reading fail too', async () => {
  sandbox.standIn.faults.set({ purchases: { kind: 'accept-then-reset', times: 1 }, reads: { kind: '500', times: 1 } })
  await expect(sandbox.client.incomingPhoneNumbers.create({ areaCode: '512' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  await expect(sandbox.client.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 500 })
  expect(await sandbox.client.incomingPhoneNumbers.list()).toHaveLength(2)
})

test('faults are switched over HTTP, and unknown ones are refused', async () => {
  const post = (body: unknown) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
  expect(await (await post({ sends: { kind: '500', times: 2 } })).json()).toMatchObject({ sends: { kind: '500', times: 2 } })
  expect((await post({ sends: 'explode' })).status).toBe(400)
  expect((await post({ sends: null })).status).toBe(200)
  expect(sandbox.standIn.faults.get().sends).toBeNull()
})

test('without delays everything follows by itself', async () => {
  await sandbox.close()
  sandbox = await openStandIn({ delays: 'none' })
  await send()
  await sandbox.standIn.flush()
  expect(statuses()).toEqual(['sending', 'sent', 'delivered'])
})
