import { expect, test } from 'vitest'
import { openWorld, WEBHOOK_SECRET, type World } from '../support/world.ts'

type CallRow = {
  status: string
  started_at: string | null
  ended_at: string | null
  ended_reason: string | null
  [column: string]: unknown
}
type Turn = { position: number; role: string; text: string; at: string }

const calls = (world: World) => world.rows<CallRow>('calls')
const turns = async (world: World) => (await world.rows<Turn>('call_turns')).sort((a, b) => a.position - b.position)

function send(world: World, message: object) {
  const [number] = world.file.phoneNumbers
  const call = { id: 'call-1', type: 'inboundPhoneCall', phoneNumberId: number?.vapiPhoneNumberId, customer: { number: '+15125550199' } }
  return world.request('/api/webhooks/vapi', {
    method: 'POST',
    headers: { 'x-vapi-secret': WEBHOOK_SECRET },
    body: JSON.stringify({ message: { timestamp: world.clock.nowMs(), call, ...message } }),
  })
}

test('a call is kept with its times, turns, summary, answers, reason, cost and recording', async () => {
  const world = await openWorld()
  const call = await world.call()
  expect(await calls(world)).toMatchObject([{ status: 'in_progress', caller_number: '+15125550199', direction: 'inbound', has_report: 0 }])
  await call.say('assistant', 'How can I help?')
  world.clock.advance(1)
  await call.say('user', 'When do you open?')
  expect((await turns(world)).map((turn) => [turn.role, turn.text])).toEqual([
    ['assistant', 'How can I help?'],
    ['caller', 'When do you open?'],
  ])
  world.clock.advance(1)
  await call.end({ summary: 'Asked for the hours.', structuredData: { wish: 'hours' }, cost: 0.1234, endedReason: 'customer-ended-call' })
  const [kept] = await calls(world)
  expect(kept).toMatchObject({
    status: 'ended',
    started_at: '2026-03-02T15:00:00.000Z',
    ended_at: '2026-03-02T15:02:00.000Z',
    ended_reason: 'customer-ended-call',
    summary: 'Asked for the hours.',
    structured_data: '{"wish":"hours"}',
    recording_ref: `vapi:${call.id}`,
    has_report: 1,
    difference: null,
  })
  expect(Number(kept?.cost_microdollars)).toBe(123_400)
  expect((await turns(world)).map((turn) => turn.at)).toEqual(['2026-03-02T15:00:00.000Z', '2026-03-02T15:01:00.000Z'])
  expect((await world.events()).slice(-1)).toMatchObject([{ type: 'call.ended' }])
})

test('the report that comes before the last status, and one that comes twice, change nothing wrongly', async () => {
  const world = await openWorld()
  const early = await world.call()
  await early.say('user', 'please call me back')
  await early.end({ report: 'out-of-order', endedReason: 'silence-timed-out' })
  const twice = await world.call({ from: '+15125550188' })
  await twice.say('user', 'please call me back')
  await twice.end({ report: 'duplicate' })
  expect((await calls(world)).map((call) => [call.status, call.ended_reason, call.has_report])).toEqual([
    ['ended', 'silence-timed-out', 1],
    ['ended', 'customer-ended-call', 1],
  ])
  expect(await world.rows('callbacks')).toHaveLength(2)
  expect(await turns(world)).toHaveLength(2)
})

test('messages of one call in any order and repeated end in the same record', async () => {
  const world = await openWorld()
  const at = world.clock.nowMs()
  const messages = [
    { type: 'transcript', role: 'user', transcriptType: 'final', transcript: 'Hello', timestamp: at + 1_000 },
    {
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      startedAt: at,
      endedAt: at + 9_000,
      analysis: { summary: 'Said hello.' },
      artifact: {},
    },
    { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call', timestamp: at + 9_000 },
    { type: 'status-update', status: 'in-progress', timestamp: at },
    { type: 'status-update', status: 'ringing', timestamp: at - 2_000 },
    { type: 'transcript', role: 'user', transcriptType: 'final', transcript: 'late words', timestamp: at + 2_000 },
  ]
  for (const message of [...messages, ...messages.toReversed()]) expect((await send(world, message)).status).toBe(200)
  expect(await calls(world)).toMatchObject([
    { status: 'ended', started_at: '2026-03-02T15:00:00.000Z', ended_at: '2026-03-02T15:00:09.000Z', summary: 'Said hello.' },
  ])
  expect((await turns(world)).map((turn) => turn.text)).toEqual(['Hello'])
})

test('twenty deliveries of one report at once are one', async () => {
  const world = await openWorld()
  const report = {
    type: 'end-of-call-report',
    endedReason: 'customer-ended-call',
    artifact: { messages: [{ role: 'user', message: 'please call me back' }] },
  }
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(world, report)))
  expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200))
  expect(await calls(world)).toHaveLength(1)
  expect(await world.rows('callbacks')).toHaveLength(1)
  expect(await turns(world)).toHaveLength(1)
})

test('partial transcripts and unknown kinds are answered and left', async () => {
  const world = await openWorld()
  for (const message of [
    { type: 'transcript', role: 'user', transcriptType: 'partial', transcript: 'I cann' },
    { type: 'speech-update', status: 'started' },
    { type: 'hang' },
    { type: 'conversation-update', messages: [] },
    { type: 'something.new' },
    { type: 'status-update', status: 'deletion-failed' },
    {},
  ])
    expect(await (await send(world, message)).json()).toEqual({})
  expect(await calls(world)).toEqual([])
})

test('a final transcript may name its kind with the filter it was subscribed by', async () => {
  const world = await openWorld()
  await send(world, { type: 'transcript[transcriptType="final"]', role: 'user', transcriptType: 'final', transcript: 'Hello there' })
  expect((await turns(world)).map((turn) => turn.text)).toEqual(['Hello there'])
})

test('a report with everything missing, of a wrong kind or far too long is kept as far as it makes sense', async () => {
  const world = await openWorld()
  await send(world, {
    type: 'end-of-call-report',
    endedReason: 7,
    startedAt: 'yesterday',
    cost: 'much',
    analysis: { summary: ['no'], structuredData: { story: 'x'.repeat(50_000) } },
    artifact: {
      messages: [null, 5, { role: 'user' }, { role: 'pope', message: 'hm' }, { role: 'user', message: `\u0000\ud800${'y'.repeat(9_000)}` }],
    },
  })
  expect(await calls(world)).toMatchObject([
    { status: 'ended', summary: null, cost_microdollars: null, structured_data: null, has_report: 1 },
  ])
  expect((await turns(world)).map((turn) => turn.text.length <= 4_000)).toEqual([true])
  expect(await world.events()).toHaveLength(2)
})

test('a report that has its transcript only as text is read all the same', async () => {
  const world = await openWorld()
  await send(world, {
    type: 'end-of-call-report',
    artifact: { transcript: 'AI: How can I help?\nUser: My tooth hurts badly.\n' },
    analysis: {},
  })
  expect((await turns(world)).map((turn) => [turn.role, turn.text])).toEqual([
    ['assistant', 'How can I help?'],
    ['caller', 'My tooth hurts badly.'],
  ])
  expect(await world.rows('leads')).toMatchObject([{ kind: 'urgent' }])
})

test('the number without an assistant is given ours, a strange one is told so', async () => {
  const world = await openWorld()
  const [number] = world.file.phoneNumbers
  expect(await (await send(world, { type: 'assistant-request' })).json()).toEqual({ assistantId: number?.vapiAssistantId })
  const call = { id: 'x', phoneNumberId: 'nobody' }
  expect(await (await send(world, { type: 'assistant-request', call })).json()).toEqual({ error: expect.stringMatching(/^I am sorry/) })
})

test('a caller who wants a person is put through to the desk, but never back to this line', async () => {
  const world = await openWorld()
  const ask = async (one: World) => (await send(one, { type: 'transfer-destination-request' })).json()
  expect(await ask(world)).toMatchObject({ destination: { type: 'number', number: '+15125550142' } })
  const looping = await openWorld({
    practice: { phoneNumber: '+15125569999', phoneNumbers: [{ phoneNumber: '+15125569999', vapiPhoneNumberId: 'loop' }] } as never,
  })
  expect(await ask(looping)).toEqual({ error: expect.stringMatching(/call you back\.$/) })
})
