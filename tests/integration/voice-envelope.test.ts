import { expect, test } from 'vitest'
import { openWorld, WEBHOOK_SECRET, type World } from '../support/world.ts'

const CLEANING = { when: 'next Wednesday morning', appointmentType: 'cleaning' }
const ana = (startsAt: string) => ({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning', startsAt })

const post = (world: World, path: string, body: string, headers: Record<string, string> = {}) =>
  world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-vapi-secret': WEBHOOK_SECRET, ...headers },
    body,
  })

/** The smallest envelope that names a call of this practice. */
function envelope(world: World, message: object, callId = 'call-1'): string {
  const [number] = world.file.phoneNumbers
  const call = { id: callId, type: 'inboundPhoneCall', phoneNumberId: number?.vapiPhoneNumberId, customer: { number: '+15125550199' } }
  return JSON.stringify({ message: { type: 'tool-calls', timestamp: world.clock.nowMs(), call, ...message } })
}

const changes = async (world: World) => ({
  appointments: await world.rows('appointments'),
  patients: await world.rows('patients'),
  calls: await world.rows('calls'),
  inbox: await world.rows('inbox'),
})

test.each([
  ['toolCallList-object', 'tool'],
  ['toolCallList-string', 'tool'],
  ['toolWithToolCallList', 'tool'],
  ['flat', 'tool'],
  ['toolCallList-object', 'webhook'],
  ['toolCallList-string', 'webhook'],
  ['toolWithToolCallList', 'webhook'],
  ['flat', 'webhook'],
] as const)('a tool call is understood as %s on the %s address', async (shape, via) => {
  const world = await openWorld()
  const call = await world.call()
  const answer = await call.tool('check_availability', CLEANING, { shape, via })
  expect(answer.problems).toEqual([])
  expect(answer.results[0]).toMatchObject({
    name: 'check_availability',
    result: expect.stringMatching(/^I have Wednesday, March eleventh: /),
  })
})

test('several calls in one message get one line each, in their order', async () => {
  const world = await openWorld()
  const call = await world.call()
  const answer = await call.tool('check-availability', CLEANING, {
    toolCallId: 'one',
    together: [
      { name: 'find-appointments', args: {}, toolCallId: 'two' },
      { name: 'book-appointment', args: ana('March 11 at nine'), toolCallId: 'three' },
    ],
    via: 'webhook',
  })
  expect(answer.problems).toEqual([])
  expect(answer.results.map((one) => [one.toolCallId, one.result?.split(/[ :]/)[0]])).toEqual([
    ['one', 'I'],
    ['two', 'May'],
    ['three', 'Booked'],
  ])
})

test('a call without a name is for the tool whose address it came to, and an unknown tool is politely refused', async () => {
  const world = await openWorld()
  const unnamed = await post(world, '/api/vapi/check-availability', envelope(world, { toolCallList: [{ id: 'a', arguments: CLEANING }] }))
  expect(await unnamed.json()).toMatchObject({ results: [{ toolCallId: 'a', result: expect.stringMatching(/^I have/) }] })
  const unknown = await post(world, '/api/vapi/delete-everything', envelope(world, { toolCallList: [{ id: 'b', arguments: {} }] }))
  expect(unknown.status).toBe(200)
  expect(await unknown.json()).toMatchObject({
    results: [{ toolCallId: 'b', result: expect.stringMatching(/^I cannot do that\. I can have/) }],
  })
})

test('a repeated delivery hears the same line and changes nothing, also after the clock has moved on', async () => {
  const world = await openWorld()
  const call = await world.call()
  for (const [name, args] of Object.entries({
    'check-availability': CLEANING,
    'book-appointment': ana('March 11 at nine'),
    'find-appointments': ana(''),
    'confirm-appointment': ana(''),
    'move-appointment': { ...ana(''), newStartsAt: 'March 11 at eleven' },
    'cancel-appointment': { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' },
    'request-callback': { reason: 'a bill' },
    'report-emergency': { description: 'his face is swollen and he has a fever' },
  })) {
    const first = await call.tool(name, args, { toolCallId: `id-${name}` })
    const before = { ...(await changes(world)), events: await world.events(), messages: await world.rows('messages') }
    world.clock.advance(7)
    const again = await call.tool(name, args, { toolCallId: `id-${name}`, shape: 'toolCallList-string' })
    expect([name, again.results]).toEqual([name, first.results])
    expect({ ...(await changes(world)), events: await world.events(), messages: await world.rows('messages') }).toEqual(before)
  }
})

test.each([['missing'], ['wrong']] as const)('a %s secret is answered with 403 and nothing happens', async (secret) => {
  const world = await openWorld()
  const before = await changes(world)
  const call = await world.call()
  await call.tool('check-availability', CLEANING)
  const settled = await changes(world)
  expect(settled).not.toEqual(before)
  const answer = await call.tool('book-appointment', ana('March 11 at nine'), { secret })
  expect(answer.status).toBe(403)
  expect((await call.say('user', 'I cannot breathe', { secret }))?.status).toBe(403)
  expect((await call.end({ secret })).report?.status).toBe(403)
  expect(await changes(world)).toEqual(settled)
  expect(await world.rows('alarms')).toEqual([])
})

test('the secret may come as a bearer token', async () => {
  const world = await openWorld()
  const body = envelope(world, { toolCallList: [{ id: 'a', name: 'check-availability', arguments: CLEANING }] })
  const headers = { 'content-type': 'application/json' }
  const send = (authorization: string) =>
    world.request('/api/vapi/check-availability', { method: 'POST', headers: { ...headers, authorization }, body })
  expect((await send(`Bearer ${WEBHOOK_SECRET}`)).status).toBe(200)
  expect((await send(`Bearer ${WEBHOOK_SECRET}x`)).status).toBe(403)
  expect((await send('Bearer ')).status).toBe(403)
})

test('a tool call of more than 256 kB is refused, a report of two megabytes is kept and one of five is refused', async () => {
  const world = await openWorld()
  const long = (bytes: number) => 'a'.repeat(bytes)
  const tool = envelope(world, { toolCallList: [{ id: 'a', name: 'check-availability', arguments: { when: long(300_000) } }] })
  expect((await post(world, '/api/vapi/check-availability', tool)).status).toBe(413)
  const report = (bytes: number, id: string) =>
    envelope(world, { type: 'end-of-call-report', endedReason: 'customer-ended-call', artifact: { note: long(bytes) }, analysis: {} }, id)
  expect((await post(world, '/api/webhooks/vapi', report(2_000_000, 'two'))).status).toBe(200)
  expect((await post(world, '/api/webhooks/vapi', report(5_000_000, 'five'))).status).toBe(413)
  expect(await world.rows('calls')).toMatchObject([{ external_id: 'two', has_report: 1 }])
})

test.each([
  ['an empty body', ''],
  ['no JSON', '{"message":'],
  ['a list', '[1,2,3]'],
  ['no tool calls', '{"message":{"type":"tool-calls","toolCallList":[]}}'],
  ['tool calls of a wrong kind', '{"message":{"toolCallList":"book-appointment"}}'],
])('%s gets 200 and a line that can be spoken', async (_, body) => {
  const world = await openWorld()
  const before = await changes(world)
  const answer = await post(world, '/api/vapi/book-appointment', body)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ results: [], error: 'I did not understand that. Could you say it again?' })
  expect(await changes(world)).toEqual(before)
})

test('a call that names the number of one practice and the assistant of another reads and changes nothing', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  await other.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: '+15125550199' })
  const call = await world.call({ assistantId: other.file.phoneNumbers[0]!.vapiAssistantId! })
  for (const name of ['check-availability', 'book-appointment', 'find-appointments', 'request-callback', 'report-emergency'])
    expect((await call.tool(name, { ...ana('March 11 at nine'), ...CLEANING, description: 'bleeding' })).results[0]?.result).toMatch(
      /^I am sorry, this line is not set up yet/,
    )
  expect((await call.tool('report-emergency', { description: 'I cannot breathe' })).results[0]?.result).toMatch(
    /^Please hang up and call nine one one/,
  )
  await call.say('user', 'I cannot breathe')
  await call.end()
  for (const practice of [world, other])
    for (const table of ['calls', 'appointments', 'alarms', 'callbacks', 'leads', 'inbox']) expect(await practice.rows(table)).toEqual([])
})

test('another practice or caller named in the arguments is ignored', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  const victim = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: '+15125550777' })
  const call = await world.call()
  const forged = {
    practiceId: other.practiceId,
    phoneNumberId: other.file.phoneNumbers[0]?.vapiPhoneNumberId,
    customer: { number: '+15125550777' },
  }
  const found = await call.tool('find-appointments', { ...ana(''), ...forged, callerNumber: '+15125550777', phone: '+15125550777' })
  expect(found.results[0]?.result).toMatch(/^I could not find a visit/)
  const booked = await call.tool('book-appointment', { ...ana('March 11 at nine'), ...forged, phone: '+15125550777' })
  expect(booked.results[0]?.result).toMatch(/^Booked: Ana/)
  const [appointment] = await world.rows<{ patient_id: string }>('appointments')
  expect(appointment?.patient_id).not.toBe(victim.id)
  expect(await world.rows('contact_points')).toContainEqual(
    expect.objectContaining({ phone_number: '+15125550199', patient_id: appointment?.patient_id }),
  )
  expect(await other.rows('appointments')).toEqual([])
})
