import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ANA, OURS, openStandIn, SECRET } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
let clock: number
beforeEach(async () => {
  clock = Date.parse('2026-03-03T15:00:00Z')
  sandbox = await openStandIn({ now: () => clock })
})
afterEach(() => sandbox.close())

const start = (from: string | null = ANA) => sandbox.standIn.startCall({ from, to: OURS, phoneNumberId: 'pn_1', assistantId: 'as_1' })
const types = () => sandbox.heard.map(({ message }) => (message.type === 'status-update' ? message.status : message.type))

describe('an incoming call', () => {
  test('is announced with who called which number, and the secret', async () => {
    const call = await start()
    expect(types()).toEqual(['ringing', 'in-progress'])
    expect(sandbox.heard[1]).toMatchObject({
      url: 'https://relay.example.test/api/webhooks/vapi',
      secret: SECRET,
      message: {
        timestamp: clock,
        call: { id: call.id, type: 'inboundPhoneCall', status: 'in-progress', assistantId: 'as_1', phoneNumberId: 'pn_1' },
        customer: { number: ANA },
        phoneNumber: { number: OURS },
      },
    })
  })

  test('with a withheld number has a customer without one', async () => {
    await start(null)
    expect(sandbox.heard[0]?.message).toMatchObject({ customer: {}, call: { customer: {} } })
    expect(sandbox.heard[0]?.message.customer).not.toHaveProperty('number')
  })

  test('asks the relay for an assistant when the number has none', async () => {
    await sandbox.standIn.startCall({ from: ANA, to: OURS, phoneNumberId: 'pn_1' })
    expect(types()).toEqual(['assistant-request', 'ringing', 'in-progress'])
  })
})

describe('a tool call', () => {
  test.each([
    ['toolCallList-object', { toolCallList: [{ id: 't1', function: { name: 'check-availability', arguments: { when: 'tomorrow' } } }] }],
    ['toolCallList-string', { toolCallList: [{ id: 't1', function: { name: 'check-availability', arguments: '{"when":"tomorrow"}' } }] }],
    [
      'toolWithToolCallList',
      { toolWithToolCallList: [{ toolCall: { id: 't1', function: { name: 'check-availability', parameters: { when: 'tomorrow' } } } }] },
    ],
    ['flat', { toolCallList: [{ id: 't1', name: 'check-availability', arguments: { when: 'tomorrow' } }] }],
  ] as const)('in the form %s', async (shape, expected) => {
    const call = await start()
    const answer = await call.tool('check-availability', { when: 'tomorrow' }, { shape, toolCallId: 't1' })
    expect(sandbox.heard.at(-1)).toMatchObject({
      url: 'https://relay.example.test/api/vapi/check-availability',
      message: { type: 'tool-calls', ...expected },
    })
    expect(answer).toMatchObject({ status: 200, results: [{ toolCallId: 't1', result: 'check-availability done.' }], problems: [] })
  })

  test('can come with others, repeat itself and carry a wrong secret', async () => {
    const call = await start()
    const together = [{ name: 'book-appointment', args: {}, toolCallId: 't2' }]
    expect((await call.tool('check-availability', {}, { toolCallId: 't1', together })).results).toHaveLength(2)
    await call.tool('check-availability', {}, { toolCallId: 't1', secret: 'wrong' })
    expect(sandbox.heard.at(-1)?.secret).not.toBe(SECRET)
    await call.tool('check-availability', {}, { toolCallId: 't1', secret: 'missing', via: 'webhook' })
    expect(sandbox.heard.at(-1)).toMatchObject({ secret: null, url: 'https://relay.example.test/api/webhooks/vapi' })
    expect(call.turns().filter((turn) => turn.kind === 'tools')).toHaveLength(1)
  })

  test.each([
    ['another status', () => Response.json({ results: [{ toolCallId: 't1', result: 'x' }] }, { status: 500 }), 'status 500 instead of 200'],
    ['a line break', () => Response.json({ results: [{ toolCallId: 't1', result: 'a\nb' }] }), 'a line break in a result'],
    ['an object', () => Response.json({ results: [{ toolCallId: 't1', result: {} }] }), 'a result that is not text'],
    ['another id', () => Response.json({ results: [{ toolCallId: 't9', result: 'x' }] }), 'results for t9 instead of t1'],
    ['no list', () => Response.json({ result: 'x' }), 'no results list'],
    ['both', () => Response.json({ results: [{ toolCallId: 't1', result: 'x', error: 'y' }] }), 'neither result nor error, or both'],
  ])('answered with %s is a problem', async (_, answer, problem) => {
    sandbox.relay.answer = answer
    const call = await start()
    expect((await call.tool('check-availability', {}, { toolCallId: 't1' })).problems).toEqual([problem])
  })

  test("lays the assistant's own parameters over the model's", async () => {
    const parameters = [{ key: '_callerNumber', value: '{{ customer.number }}' }]
    const tool = { type: 'function' as const, function: { name: 'check-availability' }, parameters }
    sandbox.standIn.addAssistant({ id: 'as_1', model: { provider: 'openai', model: 'gpt-4.1', tools: [tool] } })
    const call = await start()
    await call.tool('check-availability', { when: 'today', _callerNumber: 'made up' })
    expect(sandbox.heard.at(-1)?.message).toMatchObject({
      toolCallList: [{ function: { arguments: { when: 'today', _callerNumber: ANA } } }],
    })
  })
})

test('a person is asked for, and everything that was posted is kept with its answer', async () => {
  const call = await start()
  expect(await call.askTransfer()).toMatchObject({ status: 200 })
  await call.tool('check-availability', {}, { toolCallId: 't1' })
  expect(sandbox.standIn.posted().map(({ message }) => (message as { type: string }).type)).toEqual([
    'status-update',
    'status-update',
    'transfer-destination-request',
    'tool-calls',
  ])
  expect(sandbox.standIn.posted().at(-1)).toMatchObject({
    url: 'https://relay.example.test/api/vapi/check-availability',
    status: 200,
    body: { results: [{ toolCallId: 't1', result: 'check-availability done.' }] },
  })
  sandbox.standIn.clear()
  expect(sandbox.standIn.posted()).toEqual([])
})

describe('the end of a call', () => {
  const talk = async () => {
    const call = await start()
    clock += 2_000
    await call.say('assistant', 'How can I help?')
    clock += 4_000
    await call.say('user', 'I need a cleaning.')
    await call.tool('check-availability', { when: 'tomorrow' }, { toolCallId: 't1' })
    clock += 54_000
    return call
  }

  test('brings the full report of what was said, called and spent', async () => {
    const call = await talk()
    await call.end({ summary: 'Asked for a cleaning.', structuredData: { booked: false } })
    expect(types()).toEqual(['ringing', 'in-progress', 'transcript', 'transcript', 'tool-calls', 'ended', 'end-of-call-report'])
    expect(sandbox.heard.at(-1)?.message).toMatchObject({
      endedReason: 'customer-ended-call',
      startedAt: '2026-03-03T15:00:00.000Z',
      endedAt: '2026-03-03T15:01:00.000Z',
      analysis: { summary: 'Asked for a cleaning.', structuredData: { booked: false }, successEvaluation: 'true' },
      artifact: {
        transcript: 'AI: How can I help?\nUser: I need a cleaning.\n',
        messages: [
          { role: 'system' },
          { role: 'bot', message: 'How can I help?', secondsFromStart: 2 },
          { role: 'user', message: 'I need a cleaning.' },
          { role: 'tool_calls', toolCalls: [{ id: 't1' }] },
          { role: 'tool_call_result', toolCallId: 't1', name: 'check-availability', result: 'check-availability done.' },
        ],
        recording: { mono: { combinedUrl: expect.stringContaining(call.id) } },
      },
      cost: expect.any(Number),
      costs: expect.arrayContaining([expect.objectContaining({ type: 'vapi', minutes: 1 })]),
    })
  })

  test('the costs add up', async () => {
    const call = await talk()
    await call.end({ cost: 0.5 })
    const message = sandbox.heard.at(-1)?.message as { costs?: { cost: number }[]; cost?: number } | undefined
    expect(message?.cost).toBe(0.5)
    expect(message?.costs?.reduce((sum, part) => sum + part.cost, 0)).toBeCloseTo(0.5, 3)
  })

  test.each([
    ['normal', ['ended', 'end-of-call-report']],
    ['duplicate', ['ended', 'end-of-call-report', 'end-of-call-report']],
    ['out-of-order', ['end-of-call-report', 'ended']],
    ['late', ['ended']],
    ['lost', ['ended']],
  ] as const)('with a report that is %s', async (report, expected) => {
    const call = await start()
    sandbox.heard.splice(0)
    await call.end({ report })
    expect(types()).toEqual(expected)
    await call.deliverReport()
    expect(types()).toEqual([...expected, 'end-of-call-report'])
  })

  test('a lost report can be fetched, and its recording downloaded', async () => {
    const call = await talk()
    await call.end({ report: 'lost', summary: 'Asked for a cleaning.' })
    expect(await sandbox.client.calls.get({ id: call.id })).toMatchObject({
      status: 'ended',
      endedReason: 'customer-ended-call',
      analysis: { summary: 'Asked for a cleaning.' },
      artifact: { transcript: expect.stringContaining('I need a cleaning.') },
    })
    const recording = await sandbox.client.fetch(`call/${call.id}/mono-recording`)
    expect([recording.status, recording.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect((await recording.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    expect(await sandbox.client.calls.list({ phoneNumberId: 'pn_1', limit: 5 })).toMatchObject([{ id: call.id }])
    expect(await sandbox.client.calls.list({ createdAtGt: '2026-03-04T00:00:00Z' })).toEqual([])
  })
})

describe('what is kept and steered of a call', () => {
  test('a recording plays in parts, and there is none of a call that was not to be recorded', async () => {
    const call = await start()
    const get = (range?: string) =>
      sandbox.client.fetch(`call/${call.id}/mono-recording`, { method: 'GET', ...(range ? { headers: { range } } : {}) })
    expect((await get()).status).toBe(404)
    await call.end()
    const whole = new Uint8Array(await (await get()).arrayBuffer())
    const part = await get('bytes=44-53')
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 44-53/${whole.length}`])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(44, 54))
    expect((await get(`bytes=${whole.length}-`)).status).toBe(416)
    sandbox.standIn.addAssistant({ id: 'as_1', artifactPlan: { recordingEnabled: false } })
    expect((await get()).status).toBe(404)
  })

  test('a live call is put through from its own address, without a key, and only there', async () => {
    const call = await start()
    const address = `${sandbox.url}/live/${call.id}/control`
    const ask = (body: unknown, to = address) => fetch(to, { method: 'POST', body: JSON.stringify(body) })
    const transfer = { type: 'transfer', destination: { type: 'number', number: '+15125550150' }, content: 'One moment.' }
    expect((await ask({ type: 'transfer', destination: { type: 'number', number: '555' } })).status).toBe(400)
    expect((await ask({ type: 'dance' })).status).toBe(400)
    expect((await ask(transfer, address.replace(call.id, 'unknown'))).status).toBe(404)
    expect((await ask(transfer)).status).toBe(200)
    await sandbox.standIn.flush()
    expect(call.record).toMatchObject({ status: 'ended', endedReason: 'assistant-forwarded-call', forwardedTo: '+15125550150' })
    expect(types().slice(-3)).toEqual(['forwarding', 'ended', 'end-of-call-report'])
    expect((await ask(transfer)).status).toBe(404)
  })
})

test('only what the assistant subscribes to is sent, under the name it asked for', async () => {
  sandbox.standIn.addAssistant({ id: 'as_1', serverMessages: ['end-of-call-report', 'transcript[transcriptType="final"]'] })
  const call = await start()
  await call.say('user', 'Hello')
  await call.end()
  expect(types()).toEqual(['transcript[transcriptType="final"]', 'end-of-call-report'])
})

test('a test call that Vapi places runs to its end', async () => {
  sandbox.standIn.addAssistant({ id: 'as_1' })
  sandbox.standIn.addPhoneNumber({ id: 'pn_1', number: OURS, assistantId: 'as_1' })
  const placed = await sandbox.client.calls.create({ assistantId: 'as_1', phoneNumberId: 'pn_1', customer: { number: ANA } })
  expect(placed).toMatchObject({ status: 'queued', type: 'outboundPhoneCall' })
  await sandbox.standIn.flush()
  const spoken = Array.from({ length: 4 }, () => 'transcript')
  expect(types()).toEqual(['ringing', 'in-progress', ...spoken, 'ended', 'end-of-call-report'])
  await expect(sandbox.client.calls.create({ assistantId: 'nobody', phoneNumberId: 'pn_1' })).rejects.toMatchObject({ statusCode: 400 })
})
