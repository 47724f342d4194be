import { signWebhook } from '@dentalanswer/relay/sandbox/twilio/signature.ts'
import { twilioTelephony } from '@dentalanswer/relay/src/adapters/twilio/twilio-telephony.ts'
import { createApp } from '@dentalanswer/relay/src/app.ts'
import { createDeps } from '@dentalanswer/relay/src/deps.ts'
import { createLog } from '@dentalanswer/relay/src/log.ts'
import { drainOnce } from '@dentalanswer/relay/src/outbox/dispatcher.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ACCOUNT_SID, AUTH_TOKEN, testConfig } from '../support/world.ts'
import { ANA, ANA_GARCIA, openTexting, type Texting } from './text-scenes.ts'

const SECRETS = [
  '5550199',
  'Garcia',
  'Ana',
  'secret words',
  AUTH_TOKEN,
  Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64'),
  'Authorization',
]

/** The same practice behind a relay whose log is kept in memory, at the level that tells most. */
function watched(world: Texting) {
  const lines: string[] = []
  const log = createLog('trace', { write: (line: string) => void lines.push(line) } as never)
  const config = testConfig(world.testStore, world.sandbox.url)
  const deps = createDeps(config, { store: world.deps.store, clock: world.clock, log })
  deps.dispatcher.telephony = twilioTelephony({
    ...config.twilio,
    statusCallback: 'http://relay.test/api/webhooks/twilio/status',
    timeoutMs: 200,
  })
  const relay = createApp(deps, { lastDispatchAt: () => null, isStopping: () => false })
  const printed = (['log', 'error', 'warn', 'info', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...all) => void lines.push(all.join(' '))),
  )
  onTestFinished(() => {
    relay.close()
    deps.feed.close()
    for (const spy of printed) spy.mockRestore()
  })
  const post = (path: string, params: Record<string, string>, token = AUTH_TOKEN) =>
    relay.app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signWebhook(token, `http://relay.test${path}`, params),
      },
      body: new URLSearchParams(params).toString(),
    })
  return { lines, deps, post, drain: () => drainOnce(deps.dispatcher) }
}

const expectClean = (lines: string[]) => {
  for (const secret of SECRETS) expect(lines.filter((line) => line.includes(secret))).toEqual([])
}

test('no log line holds a number, a name, a text or a token, whatever the vendor does', async () => {
  const world = await openTexting()
  const { lines, deps, drain } = watched(world)
  await world.addPatient(ANA_GARCIA)
  for (const fault of ['429', '500', '503', 'reset', 'hang', 'accept-then-reset', 'accept-then-bad-json'] as const) {
    world.twilio.faults.set({ sends: { kind: fault, times: 1 } })
    await world.desk.call('text.send', { to: ANA as never, body: `secret words ${fault}` })
    await drain()
    world.clock.advance(3)
    world.twilio.faults.set({ reads: { kind: 'reset', times: 1 } })
    await drain()
    world.clock.advance(15)
    world.twilio.faults.clear()
    await drain()
  }
  world.twilio.mark(ANA, 'landline')
  await world.desk.call('text.send', { to: ANA as never, body: 'secret words' })
  await drain()
  await deps.telephony.findText(
    { from: '+15125550199' as never, to: ANA as never, body: 'secret words' },
    '2026-03-02T15:00:00.000Z' as never,
  )
  expectClean(lines)
})

test('no log line of a webhook does either, refused, misdirected, or tripped over', async () => {
  const world = await openTexting()
  const { lines, deps, post } = watched(world)
  await world.addPatient(ANA_GARCIA)
  const params = {
    MessageSid: `SM${'1'.repeat(32)}`,
    AccountSid: ACCOUNT_SID,
    From: ANA,
    To: world.ourNumber,
    Body: 'secret words of Ana Garcia',
  }
  expect((await post('/api/webhooks/twilio/sms', params, 'another token')).status).toBe(403)
  expect((await post('/api/webhooks/twilio/sms', { ...params, To: '+15125559999' })).status).toBe(200)
  deps.base.newId = () => {
    throw new Error('secret words for Ana Garcia on +15125550199')
  }
  expect((await post('/api/webhooks/twilio/sms', params)).status).toBe(500)
  expect((await post('/api/webhooks/twilio/voice-action', { ...params, CallSid: 'CA1', DialCallStatus: 'busy' })).status).toBe(500)
  expect(lines.length).toBeGreaterThan(2)
  expectClean(lines)
})

test('an error of the sending client that reaches us by another way than expected is described without its contents', async () => {
  const world = await openTexting()
  const { lines, deps, drain } = watched(world)
  await world.addPatient(ANA_GARCIA)
  deps.dispatcher.telephony = {
    async sendText() {
      const error = new Error('POST with Authorization Basic and secret words to 5550199')
      throw Object.assign(error, { config: { headers: { Authorization: 'Basic x' }, data: 'Body=secret words' }, code: 'ECONNRESET' })
    },
    findText: async () => null,
    receivedTexts: async () => [],
  }
  await world.desk.call('text.send', { to: ANA as never, body: 'secret words' })
  await drain()
  expect(lines.some((line) => line.includes('unexpected error') && line.includes('ECONNRESET'))).toBe(true)
  expectClean(lines)
})
