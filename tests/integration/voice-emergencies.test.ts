import { climbLadder } from '@dentalanswer/relay/src/calls/climb-ladder.ts'
import { listOpenAlarms } from '@dentalanswer/relay/src/store/follow-ups.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Call = Awaited<ReturnType<World['call']>>
type Alarm = { description: string; phone_number: string | null; call_id: string; acknowledged_at: string | null; ladder_step: number }

const GO = 'Please hang up and call nine one one, or go to the nearest emergency room right now.'
const ask = async (call: Call, name: string, args: Record<string, unknown>) => (await call.tool(name, args)).results[0]?.result ?? ''
const alarms = (world: World) => world.rows<Alarm>('alarms')
const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning' }

test('a reported emergency raises one alarm and says what to do at once', async () => {
  const world = await openWorld()
  const call = await world.call()
  expect(await ask(call, 'report-emergency', { description: 'he cannot breathe', name: 'Leo' })).toBe(`${GO} I have alerted the practice.`)
  await ask(call, 'report-emergency', { symptoms: ['cannot breathe', 'face swollen'], phone: '512 555 0188' })
  const [alarm, ...more] = await alarms(world)
  expect(more).toEqual([])
  expect(alarm).toMatchObject({ phone_number: '+15125550199', acknowledged_at: null })
  expect(alarm?.description).toBe('he cannot breathe · cannot breathe, face swollen · also reachable on (512) 555-0188')
  expect((await world.events()).filter((event) => event.type === 'alarm.raised')).toHaveLength(1)
})

test('what only the model takes for an emergency is one too, with no diagnosis and no "it can wait"', async () => {
  const world = await openWorld()
  const line = await ask(await world.call(), 'report-emergency', { description: 'something feels very odd' })
  expect(line).toMatch(/call nine one one or go to the emergency room\. I have alerted the practice\.$/)
  expect(line).not.toMatch(/can wait|ibuprofen|infection|\d/i)
  expect(await alarms(world)).toHaveLength(1)
})

test.each([
  ['check-availability', { appointmentType: 'cleaning', notes: 'my throat is closing and I cannot breathe' }],
  ['book-appointment', { appointmentType: 'cleaning', details: { story: ['the bleeding', 'it will not stop bleeding'] } }],
  ['find-appointments', { firstName: 'I cannot breathe' }],
  ['confirm-appointment', { reason: 'I cannot breathe' }],
  ['cancel-appointment', { reason: 'I am in the ambulance' }],
  ['move-appointment', { newTime: 'my face is swollen and I have a fever' }],
  ['make-coffee', { wish: 'she is unconscious' }],
])('emergency words in the arguments of %s raise the alarm, and only the advice is said', async (tool, args) => {
  const world = await openWorld()
  expect(await ask(await world.call(), tool, args)).toMatch(
    /^Please hang up and call nine one one, or go to the nearest emergency room right now\.( Until then.*)?$/,
  )
  expect(await alarms(world)).toHaveLength(1)
  expect(await world.rows('calls')).toMatchObject([{ urgency: 'emergency' }])
  expect(await world.rows('appointments')).toEqual([])
})

test('what was done in spite of the emergency is told after the advice', async () => {
  const world = await openWorld()
  const call = await world.call()
  const line = await ask(call, 'book-appointment', { ...ana, startsAt: 'March 11 at nine', notes: 'bleeding will not stop' })
  expect(line).toMatch(/^Please hang up and call nine one one.* Booked: Ana, /)
})

test('with a tooth in the hand first aid comes first, then the next times', async () => {
  const world = await openWorld()
  const line = await ask(await world.call(), 'check-availability', {
    appointmentType: 'emergency',
    when: 'today',
    reason: 'he fell and his tooth got knocked out',
  })
  expect(line).toMatch(/milk or saline.* I have Monday, March second: nine in the morning/)
})

test('arguments that are not JSON are still listened to', async () => {
  const world = await openWorld()
  const [number] = world.file.phoneNumbers
  const call = { id: 'c1', phoneNumberId: number?.vapiPhoneNumberId, customer: { number: '+15125550199' } }
  const toolCallList = [{ id: 't1', function: { name: 'check-availability', arguments: '{"reason": "I cannot breathe"' } }]
  const answer = await world.request('/api/vapi/check-availability', {
    method: 'POST',
    headers: { 'x-vapi-secret': world.deps.config.vapi.webhookSecret },
    body: JSON.stringify({ message: { type: 'tool-calls', call, toolCallList } }),
  })
  expect(await answer.json()).toMatchObject({ results: [{ toolCallId: 't1', result: GO }] })
  expect(await alarms(world)).toHaveLength(1)
})

test('a caller who says it live raises the alarm at once, before any tool is called', async () => {
  const world = await openWorld()
  const call = await world.call()
  await call.say('assistant', 'Do you have trouble breathing?')
  expect(await alarms(world)).toEqual([])
  await call.say('user', 'Hello, I would like')
  await call.say('user', 'my face is swollen and I have a fever')
  expect(await alarms(world)).toMatchObject([{ description: 'my face is swollen and I have a fever', phone_number: '+15125550199' }])
  await call.say('user', 'please hurry, my face is swollen and I have a fever')
  await call.end()
  expect(await alarms(world)).toHaveLength(1)
})

test('an emergency known only from the report names the words that tell it', async () => {
  const world = await openWorld()
  const call = await world.call()
  for (let at = 0; at < 40; at++) call.record.turns.push({ kind: 'said', role: 'user', text: 'a long story about parking', at })
  call.record.turns.push({ kind: 'said', role: 'user', text: 'and now I cannot breathe', at: 41 })
  await call.end()
  expect(await alarms(world)).toMatchObject([{ description: 'and now I cannot breathe' }])
})

const onCall = [
  { name: 'Dr. Patel', phoneNumber: '+15125550301' },
  { name: 'Dr. Ruiz', phoneNumber: '+15125550302' },
]

test('the ladder texts the next person every few minutes until somebody acknowledges', async () => {
  const world = await openWorld({ practice: { settings: { onCall, alarmLadderMinutes: 2 } } as never })
  await ask(await world.call(), 'report-emergency', { description: 'bleeding will not stop' })
  const climb = () => climbLadder(world.deps.base)
  expect(await climb()).toBe(0)
  world.clock.advance(2)
  expect([await climb(), await climb()]).toEqual([1, 0])
  world.clock.advance(2)
  expect(await Promise.all([climb(), climb()])).toEqual(expect.arrayContaining([1, 0]))
  await world.drain()
  expect(
    world.twilio
      .messages()
      .map((text) => text.to)
      .sort(),
  ).toEqual(['+15125550301', '+15125550302'])
  for (const { body } of world.twilio.messages()) expect(body).not.toMatch(/bleed|Ana|0199/)
  expect(await alarms(world)).toMatchObject([{ ladder_step: 2, acknowledged_at: null }])
})

test('after the last person the ladder starts over, three times in all, and news starts it again', async () => {
  const world = await openWorld({ practice: { settings: { onCall, alarmLadderMinutes: 2 } } as never })
  await ask(await world.call(), 'report-emergency', { description: 'bleeding will not stop' })
  const toldIn = async (steps: number) => {
    let told = 0
    for (let step = 0; step < steps; step++) {
      world.clock.advance(2)
      told += await climbLadder(world.deps.base)
    }
    return told
  }
  expect(await toldIn(10)).toBe(6)
  expect(await world.rows('messages')).toHaveLength(6)
  await world.text('+15125550199', 'he is unconscious now')
  expect(await alarms(world)).toHaveLength(1)
  expect(await toldIn(10)).toBe(6)
})

test('an acknowledged alarm climbs no further', async () => {
  const world = await openWorld({ practice: { settings: { onCall, alarmLadderMinutes: 2 } } as never })
  await ask(await world.call(), 'report-emergency', { description: 'bleeding will not stop' })
  world.clock.advance(2)
  await climbLadder(world.deps.base)
  await write(world.ctx, 'acknowledge', function* (tx) {
    const [alarm] = yield* listOpenAlarms(tx.practiceId)
    yield* tx.update('alarms', { ...alarm!, acknowledgedAt: tx.now, acknowledgedBy: 'Maya' })
    tx.emit('alarm.changed')
  })
  world.clock.advance(10)
  expect(await climbLadder(world.deps.base)).toBe(0)
  expect(await world.rows('messages')).toHaveLength(1)
})
