import { climbLadder } from '@dentalanswer/relay/src/calls/climb-ladder.ts'
import { expect, test } from 'vitest'
import { changePhone } from './registration-scenes.ts'
import { ANA, ANA_GARCIA, openTexting, type Texting, WEDNESDAY_ELEVEN } from './text-scenes.ts'

const WAITS = 'Texts on this number wait for the carriers’ approval. Calls work. Phone them.'
const onCall = [{ name: 'Dr. Patel', phoneNumber: '+15125550301' }]
const spoken = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' }

async function setTexting(world: Texting, texting: 'ready' | 'waiting' | 'refused'): Promise<void> {
  await changePhone(world, (await world.setup()).phoneNumbers[0]!.id, { texting })
}

async function openWaiting(): Promise<Texting> {
  const world = await openTexting({ practice: { settings: { onCall, alarmLadderMinutes: 5 } } as never })
  await setTexting(world, 'waiting')
  return world
}

test('no way of texting sends anything while the number waits for the carriers', async () => {
  const world = await openWaiting()
  const ana = await world.addPatient({ ...ANA_GARCIA, birthDate: '1988-04-12' })
  const visit = await world.book(ana)
  const { desk } = world
  const moved = await desk.call('appointment.move', {
    appointmentId: visit.id,
    expectedVersion: visit.version,
    startsAt: WEDNESDAY_ELEVEN as never,
    providerId: null,
    operatoryId: null,
    overbookReason: null,
    sendText: true,
  } as never)
  await expect(desk.call('appointment.ask', { appointmentId: visit.id })).rejects.toMatchObject({ code: 'CANNOT_TEXT', message: WAITS })
  await expect(desk.call('text.send', { to: ANA as never, body: 'Hello' })).rejects.toMatchObject({ code: 'CANNOT_TEXT', message: WAITS })

  const call = await world.call()
  const line = (await call.tool('book-appointment', { ...spoken, appointmentType: 'filling', startsAt: 'March 11 at nine' })).results[0]
    ?.result
  expect(line).toMatch(/^Booked: Ana/)
  expect(line).not.toContain('text')
  await call.tool('move-appointment', { ...spoken, startsAt: 'March 11 at nine', newStartsAt: 'March 12 at ten' })
  await call.tool('cancel-appointment', { ...spoken, startsAt: 'March 12 at ten' })
  await call.end()

  await desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Moved away', expectedVersion: moved.version, sendText: true })
  await world.text('+15125550188', 'I cannot breathe')
  world.clock.advance(5)
  expect(await climbLadder(world.deps.base)).toBe(0)
  await world.drain()

  const outbound = (await world.messages()).filter((one) => one.direction === 'outbound')
  expect(new Set(outbound.map((one) => one.purpose))).toEqual(
    new Set(['booking_confirmation', 'move_confirmation', 'cancel_notice', 'alarm']),
  )
  for (const one of outbound) expect(one).toMatchObject({ status: 'blocked', error_code: 'NOT_REGISTERED', error: WAITS, sent_at: null })
  expect(outbound.filter((one) => one.attention === 'open').map((one) => one.purpose)).toEqual(['alarm'])
  expect((await world.jobs()).filter((job) => job.state === 'pending')).toEqual([])
  expect(world.sent()).toEqual([])
})

test('an answer that cannot go is somebody’s work', async () => {
  const world = await openTexting()
  await world.anaAsked()
  await setTexting(world, 'refused')
  await world.reply('C')
  expect(await world.last('outbound')).toMatchObject({ purpose: 'acknowledgement', error_code: 'NOT_REGISTERED', attention: 'open' })
})

test('a text that was waiting is stopped right before it would go', async () => {
  const world = await openTexting()
  const ana = await world.addPatient(ANA_GARCIA)
  await world.book(ana)
  await world.desk.call('text.send', { to: ANA as never, body: 'Please call us' })
  await setTexting(world, 'waiting')
  await world.drain()
  const outbound = (await world.messages()).filter((one) => one.direction === 'outbound')
  expect(outbound.map((one) => [one.purpose, one.status, one.error_code, one.attention])).toEqual([
    ['booking_confirmation', 'blocked', 'NOT_REGISTERED', 'none'],
    ['staff', 'blocked', 'NOT_REGISTERED', 'open'],
  ])
  expect(world.sent()).toEqual([])
})

test('an alarm text that cannot go ends the ladder, so that staff see that nobody is told', async () => {
  const world = await openWaiting()
  await world.text('+15125550188', 'I cannot breathe')
  world.clock.advance(5)
  await climbLadder(world.deps.base)
  expect(await world.rows('alarms')).toMatchObject([{ ladder_step: 0, next_step_at: null, acknowledged_at: null }])
  expect(await world.last('outbound')).toMatchObject({ purpose: 'alarm', status: 'blocked', attention: 'open', attention_reason: WAITS })
})

test('with a second number that may text, texts that answer nobody go from that one', async () => {
  const world = await openTexting({
    practice: { phoneNumbers: [{ phoneNumber: '+15125560701' }, { phoneNumber: '+15125560702', isPrimary: false }] as never },
  })
  world.twilio.addNumber({ phoneNumber: '+15125560702' })
  await setTexting(world, 'waiting')
  await world.book(await world.addPatient(ANA_GARCIA))
  await world.drain()
  expect(world.sent()).toMatchObject([{ from: '+15125560702' }])
})

test.each([
  ['30034', '+15125560711'],
  ['30032', '+18335560712'],
])('the first %s on a number that may text stops the texts after it', async (code, phoneNumber) => {
  const world = await openTexting({ practice: { phoneNumbers: [{ phoneNumber }] as never } })
  world.twilio.addNumber({ phoneNumber, needsRegistration: true })
  const visit = await world.book(await world.addPatient(ANA_GARCIA))
  await world.desk.call('text.send', { to: ANA as never, body: 'Please call us' })
  await world.drainOnly()
  await world.twilio.flush()
  expect((await world.setup()).phoneNumbers[0]).toMatchObject({ texting: 'waiting' })
  expect((await world.messages())[0]).toMatchObject({ status: 'undelivered', error_code: code, attention: 'open' })
  expect(await world.rows('audit_log')).toContainEqual(expect.objectContaining({ action: 'number.texting' }))
  world.clock.advance(300)
  await world.drain()
  await expect(world.desk.call('appointment.ask', { appointmentId: visit.id })).rejects.toMatchObject({ code: 'CANNOT_TEXT' })
  expect(world.sent()).toHaveLength(1)
})
