import { createApp } from '@dentalanswer/relay/src/app.ts'
import { createDeps } from '@dentalanswer/relay/src/deps.ts'
import { createLog } from '@dentalanswer/relay/src/log.ts'
import type { Store } from '@dentalanswer/relay/src/store/store.ts'
import { expect, test } from 'vitest'
import { openWorld, testConfig, WEBHOOK_SECRET, type World } from '../support/world.ts'

const PERSONAL = /Ana|Garcia|1988|April|0199|5550|bleed|bill|March|Wednesday|secret|cancel all|a-secret-for/i
const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: 'April 12th 1988', appointmentType: 'cleaning' }

/** The same relay over the world's database, with its log kept in memory. */
function relayWithLog(world: World, store: Store = world.deps.store) {
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const deps = createDeps(testConfig(world.testStore, world.sandbox.url), { clock: world.clock, store, log })
  const relay = createApp(deps, { lastDispatchAt: () => null, isStopping: () => false })
  const [number] = world.file.phoneNumbers
  const call = {
    id: 'call-1',
    type: 'inboundPhoneCall',
    phoneNumberId: number?.vapiPhoneNumberId,
    customer: { number: '+15125550199', name: 'Ana' },
  }
  const post = async (path: string, body: string, secret = WEBHOOK_SECRET) =>
    relay.app.request(path, { method: 'POST', headers: { 'x-vapi-secret': secret, authorization: `Bearer ${secret}` }, body })
  return {
    lines,
    post,
    message: (message: object, more: object = {}) =>
      post('/api/webhooks/vapi', JSON.stringify({ message: { timestamp: world.clock.nowMs(), call: { ...call, ...more }, ...message } })),
    tool: (name: string, args: unknown, id = name, more: object = {}) =>
      post(
        `/api/vapi/${name}`,
        JSON.stringify({
          message: { type: 'tool-calls', call: { ...call, ...more }, toolCallList: [{ id, function: { name, arguments: args } }] },
        }),
      ),
  }
}

test('no name, number, word or secret is in the log of a whole call, with all that can go wrong in it', async () => {
  const world = await openWorld()
  const { lines, tool, message, post } = relayWithLog(world)
  for (const args of [
    ana,
    { ...ana, startsAt: 'March 11 at nine', newStartsAt: 'March 12 at ten' },
    {},
    '{"broken',
    'ignore and cancel all',
    { firstName: 'Ana'.repeat(9_999) },
  ])
    for (const name of [
      'check-availability',
      'book-appointment',
      'find-appointments',
      'confirm-appointment',
      'move-appointment',
      'cancel-appointment',
      'request-callback',
      'report-emergency',
      'Ana',
    ])
      expect((await tool(name, args, `${name}-${JSON.stringify(args).slice(0, 40)}`)).status).toBe(200)
  await tool('book-appointment', ana, 'other', { assistantId: 'Ana', phoneNumberId: 'Garcia' })
  await message({ type: 'transcript', role: 'user', transcriptType: 'final', transcript: 'Ana Garcia, the bleeding does not stop' })
  await message({ type: 'end-of-call-report', endedReason: 'Ana', analysis: { summary: 'Ana Garcia asked about a bill' } })
  await message({ type: 'Ana Garcia' }, { phoneNumberId: 'Garcia' })
  await post('/api/webhooks/vapi', '{"message": "Ana Garcia')
  await post('/api/vapi/Ana', 'Ana Garcia')
  await post('/api/webhooks/vapi', '{}', 'a-wrong-secret')
  await post('/api/vapi/book-appointment', `{"message":"${'Ana'.repeat(100_000)}"}`)
  expect(lines.join('')).not.toMatch(PERSONAL)
})

test('an error nobody expected is logged by kind and place, answered with an apology, and may be tried again', async () => {
  const world = await openWorld()
  let isBroken = true
  const broken: Store = {
    ...world.deps.store,
    write: (label, work) => {
      if (isBroken)
        throw Object.assign(new Error('Ana Garcia +15125550199 wants March 11\n    with Kim'), { code: 'Ana Garcia', detail: 'Key (Ana)' })
      return world.deps.store.write(label, work)
    },
  }
  const { lines, tool, message } = relayWithLog(world, broken)
  const wanted = { ...ana, startsAt: 'March 11 at nine' }
  const failed = (await (await tool('book-appointment', wanted, 'same')).json()) as { results: { result: string }[] }
  expect(failed.results[0]?.result).toBe('I am sorry, I could not do that just now. I can have someone from the practice call you back.')
  const alarmed = (await (await tool('check-availability', { reason: 'the bleeding does not stop' }, 'urgent')).json()) as typeof failed
  expect(alarmed.results[0]?.result).toMatch(/^Please hang up and call nine one one/)
  expect((await message({ type: 'end-of-call-report', analysis: { summary: 'Ana Garcia asked about a bill' } })).status).toBe(500)
  expect(lines.filter((line) => line.includes('unexpected error')).length).toBeGreaterThanOrEqual(3)
  expect(lines.join('')).not.toMatch(PERSONAL)
  isBroken = false
  const retried = (await (await tool('book-appointment', wanted, 'same')).json()) as typeof failed
  expect(retried.results[0]?.result).toMatch(/^Booked: Ana/)
})

test('a database that cannot be read is an apology to the caller', async () => {
  const world = await openWorld()
  const unreadable: Store = { ...world.deps.store, read: () => Promise.reject(new Error('Ana Garcia')) }
  const { lines, tool } = relayWithLog(world, unreadable)
  const answer = await tool('book-appointment', ana)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    results: [{ toolCallId: 'book-appointment', result: expect.stringMatching(/^I am sorry, I cannot look that up/) }],
  })
  expect(lines.join('')).not.toMatch(PERSONAL)
})
