import { fetchLostReports } from '@dentalanswer/relay/src/calls/fetch-lost-reports.ts'
import { voiceTools } from '@dentalanswer/relay/src/voice/answer-tool-calls.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect } from 'vitest'
import { checkSandbox } from '../support/conformance/check-sandbox.ts'
import { descriptions, testWithSpecs } from '../support/conformance/test-with-specs.ts'
import { practiceFile } from '../support/practice-file.ts'
import { openWorld, type World } from '../support/world.ts'

const ANA = '+15125550199' as PhoneNumber
const booking = {
  firstName: 'Ana',
  lastName: 'Garcia',
  birthDate: 'April 12th 1988',
  appointmentType: 'cleaning',
  startsAt: 'Wednesday, March eleventh, at nine in the morning',
}

async function book(world: World) {
  const call = await world.call({ from: ANA })
  await call.say('user', 'I need a cleaning.')
  await call.tool('book-appointment', booking)
  await call.end()
  await world.drain()
}

/** The desk writes a text by hand, and it is tried until nothing is left to do. */
async function deskTexts(world: World, to: string, body = 'Please call us back.') {
  const { client } = await world.pair()
  await client.call('text.send', { to: to as PhoneNumber, body })
  await world.drain()
}

const SEND = 'POST /Messages.json'
const LIST = 'GET /Messages.json'

/** Nothing that was said on the wire differs from the descriptions, and this is what was said. */
function expectConforming(world: World, said: string[]) {
  const { problems, checked } = checkSandbox(descriptions(), world.sandbox)
  expect(problems).toEqual([])
  expect(checked).toEqual(expect.arrayContaining(said))
}

testWithSpecs('a booked call, its text and the replies to it', async () => {
  const world = await openWorld()
  await book(world)
  for (const body of ['C', 'Can I come earlier?', 'X', 'STOP', 'START']) {
    await world.text(ANA, body)
    await world.drain()
  }
  expect(world.twilio.messages().filter((text) => text.direction === 'outbound-api').length).toBeGreaterThan(2)
  expectConforming(world, ['end-of-call-report', 'status-update', 'tool-calls', 'transcript', `${SEND} 201`])
})

testWithSpecs('texts through a messaging service', async () => {
  const [number] = practiceFile().phoneNumbers
  const messagingServiceSid = `MG${'a1'.repeat(16)}`
  const world = await openWorld({ practice: { phoneNumbers: [{ ...number!, messagingServiceSid }] } })
  world.twilio.addService({ sid: messagingServiceSid, phoneNumbers: [number!.phoneNumber] })
  await book(world)
  expect(world.twilio.messages()).toContainEqual(expect.objectContaining({ messagingServiceSid, status: 'delivered' }))
  expectConforming(world, [`${SEND} 201`])
})

testWithSpecs('texts that the carrier does not deliver', async () => {
  const world = await openWorld()
  for (const [at, mark] of (['unreachable', 'blocked', 'unregistered'] as const).entries()) {
    const to = `+1512555017${at}`
    world.twilio.mark(to, mark)
    await deskTexts(world, to)
  }
  expect(await world.rows('messages')).toHaveLength(3)
  expectConforming(world, [`${SEND} 201`])
})

testWithSpecs('texts that are refused at once', async () => {
  const world = await openWorld()
  world.twilio.mark('+15125550171', 'landline')
  await deskTexts(world, '+15125550171')
  // The carrier knows of a block that the relay has not heard of.
  await world.sandbox.twilio.receiveText({ from: ANA, to: world.ourNumber, body: 'STOP', sign: 'wrong' })
  await deskTexts(world, ANA)
  world.twilio.faults.set({ sends: { kind: '429', times: 1 } })
  await deskTexts(world, '+15125550172')
  world.clock.advance(1)
  await world.drain()
  expect((await world.rows<{ error_code: string | null }>('messages')).map((text) => text.error_code)).toEqual(
    expect.arrayContaining(['21614', '21610', null]),
  )
  expectConforming(world, [`${SEND} 400`, `${SEND} 429`, `${SEND} 201`])
})

testWithSpecs('texts of unknown outcome are looked for in the list', async () => {
  const world = await openWorld()
  for (const [at, kind] of (['accept-then-reset', 'accept-then-bad-json', '500', 'reset'] as const).entries()) {
    world.twilio.faults.set({ sends: { kind, times: 1 } })
    await deskTexts(world, `+1512555018${at}`)
    world.clock.advance(1)
    await world.drain()
  }
  expect((await world.rows<{ status: string }>('messages')).map((text) => text.status).sort()).toEqual([
    'delivered',
    'delivered',
    'unknown',
    'unknown',
  ])
  expectConforming(world, [`${SEND} unanswered`, `${LIST} 200`])
})

const ARGUMENTS: Record<keyof typeof voiceTools, Record<string, unknown>> = {
  'check-availability': { when: 'next Wednesday morning', appointmentType: 'cleaning' },
  'book-appointment': booking,
  'find-appointments': {},
  'confirm-appointment': {},
  'move-appointment': { newStartsAt: 'Thursday, March twelfth, at nine in the morning' },
  'cancel-appointment': { reason: 'on holiday' },
  'request-callback': { name: 'Ana Garcia', reason: 'a question about the bill' },
  'report-emergency': { name: 'Ana Garcia', description: 'a swollen face and trouble breathing' },
}

testWithSpecs.each(['toolCallList-object', 'toolCallList-string'] as const)('a call with every tool, as %s', async (shape) => {
  const world = await openWorld()
  const call = await world.call({ from: ANA })
  await call.say('assistant', 'How can I help?')
  await call.say('user', 'I need a cleaning.')
  for (const name of Object.keys(voiceTools) as (keyof typeof voiceTools)[]) {
    const { problems, results } = await call.tool(name, ARGUMENTS[name], { shape })
    expect({ name, problems, answers: results.length }).toEqual({ name, problems: [], answers: 1 })
  }
  await call.tool('find-appointments', {}, { shape, via: 'webhook', together: [{ name: 'no-such-tool', args: {} }] })
  await call.askTransfer()
  await call.status('forwarding')
  await call.end({ endedReason: 'assistant-forwarded-call', structuredData: { wish: 'cleaning' }, cost: 0.12 })
  await world.drain()
  expectConforming(world, ['end-of-call-report', 'status-update', 'tool-calls', 'transcript', 'transfer-destination-request'])
})

testWithSpecs('a number without an assistant asks the relay for one', async () => {
  const world = await openWorld()
  const { vapiPhoneNumberId } = world.file.phoneNumbers[0]!
  world.vapi.addPhoneNumber({ id: vapiPhoneNumberId!, number: world.ourNumber })
  const call = await world.vapi.startCall({ from: ANA, phoneNumberId: vapiPhoneNumberId! })
  expect(call.record.assistantId).toBe(world.file.phoneNumbers[0]!.vapiAssistantId)
  const unknown = crypto.randomUUID()
  world.vapi.addPhoneNumber({ id: unknown, number: '+15125559999' })
  await world.vapi.startCall({ from: null, phoneNumberId: unknown })
  expectConforming(world, ['assistant-request', 'status-update'])
})

testWithSpecs('a lost report is fetched', async () => {
  const world = await openWorld()
  const lost = await world.call({ from: ANA })
  const running = await world.call({ from: '+15125550177' })
  await lost.tool('find-appointments', {})
  await lost.end({ report: 'lost' })
  await running.say('user', 'Hello?')
  world.clock.advance(30)
  expect(await fetchLostReports(world.deps.base, world.deps.voiceAgent!)).toBe(1)
  expectConforming(world, ['GET /call/{id} 200', 'status-update'])
})
