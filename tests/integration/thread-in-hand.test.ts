import { climbLadder } from '@dentalanswer/relay/src/calls/climb-ladder.ts'
import { fetchMissedTexts } from '@dentalanswer/relay/src/messaging/fetch-missed-texts.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting } from './text-scenes.ts'

const number = ANA as PhoneNumber
const IN_HAND = 'Kim took this conversation over, so nothing was done by itself.'

async function inHand() {
  const world = await openTexting()
  const { visit } = await world.anaAsked()
  const thread = await world.desk.call('thread.takeOver', { phoneNumber: number, by: 'Kim' })
  return { world, visit, thread }
}

describe('a conversation that staff took over', () => {
  test('is shown as theirs at every desk, in the feed and in the snapshot', async () => {
    const { world, thread } = await inHand()
    expect(thread).toMatchObject({ phoneNumber: ANA, takenOverBy: 'Kim', takenOverAt: '2026-03-02T15:00:00.000Z' })
    expect(await world.lastEvent()).toMatchObject({ type: 'thread.changed', changed: { threads: [thread] } })
    expect((await world.desk.call('snapshot.take', {})).entities.threads).toEqual([thread])
    const audit = await world.rows<{ action: string; subject_id: string }>('audit_log')
    expect(audit.filter((line) => line.action === 'thread.taken_over')).toMatchObject([{ subject_id: ANA }])
  })

  test('gets no machine: a yes, a cancellation and a wish for another time are left to the person', async () => {
    const { world, visit } = await inHand()
    for (const body of ['C', 'I need to cancel', 'YES', 'can we do Friday instead?']) {
      const reply = await world.reply(body)
      expect(reply, body).toMatchObject({ attention: 'open', attention_reason: IN_HAND })
    }
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked', confirmation: 'unconfirmed' })
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('still raises the alarm for an emergency', async () => {
    const { world } = await inHand()
    const reply = await world.reply('my face is really swollen and I cannot breathe')
    expect(await world.rows('alarms')).toMatchObject([{ message_id: reply.id, acknowledged_at: null }])
    expect(reply.attention).toBe('open')
    expect((await world.lastEvent()).type).toBe('alarm.raised')
  })

  test.each(['STOP', 'please stop texting me'])('still honours %s', async (body) => {
    const { world } = await inHand()
    const reply = await world.reply(body)
    expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, opted_in_at: null }])
    expect(reply.attention).toBe('open')
  })

  test('with a texted CANCEL blocks texts and asks for a phone call, but the visit stays', async () => {
    const { world, visit } = await inHand()
    const reply = await world.reply('CANCEL')
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
    expect(await world.optOuts()).toHaveLength(1)
    expect(await world.callbacks()).toMatchObject([{ urgency: 'urgent', status: 'open' }])
    expect(reply).toMatchObject({ attention: 'open', attention_reason: IN_HAND })
  })

  test('goes back to the machine when it is handed back', async () => {
    const { world, visit } = await inHand()
    const back = await world.desk.call('thread.handBack', { phoneNumber: number })
    expect(back).toMatchObject({ takenOverBy: null, takenOverAt: null })
    await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
  })

  test('concerns one number only', async () => {
    const { world } = await inHand()
    const leo = await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo', phone: '+15125550177' })
    const other = await world.book(leo, '2026-03-04T17:00:00.000Z')
    await world.drain()
    await world.reply('C', '+15125550177')
    expect(await world.visit(other.id)).toMatchObject({ confirmation: 'confirmed' })
  })

  test('taken over twice by one person, or handed back twice, changes nothing more', async () => {
    const { world, thread } = await inHand()
    const before = (await world.events()).length
    world.clock.advance(1)
    expect(await world.desk.call('thread.takeOver', { phoneNumber: number, by: 'Kim' })).toEqual(thread)
    expect(await world.events()).toHaveLength(before)
    const other = await world.desk.call('thread.takeOver', { phoneNumber: number, by: 'Lee' })
    expect(other.takenOverBy).toBe('Lee')
    await world.desk.call('thread.handBack', { phoneNumber: number })
    await world.desk.call('thread.handBack', { phoneNumber: number })
    expect(await world.events()).toHaveLength(before + 2)
  })

  test('bears the name of the desk when nobody gave one', async () => {
    const world = await openTexting()
    expect(await world.desk.call('thread.takeOver', { phoneNumber: number })).toMatchObject({ takenOverBy: 'Front desk' })
  })

  test('is of one practice: another one with the same patient goes on by itself', async () => {
    const { world } = await inHand()
    const other = await world.addPractice()
    const { client } = await other.pair()
    expect((await client.call('snapshot.take', {})).entities.threads).toEqual([])
    expect(await client.call('thread.handBack', { phoneNumber: number })).toMatchObject({ takenOverBy: null })
    expect((await world.desk.call('snapshot.take', {})).entities.threads).toMatchObject([{ takenOverBy: 'Kim' }])
  })
})

test('what the on-call person answers to an alarm still reaches the alarm', async () => {
  const onCall = [
    { name: 'Dr. Patel', phoneNumber: '+15125550301' },
    { name: 'Dr. Ruiz', phoneNumber: '+15125550302' },
  ]
  const world = await openTexting({ practice: { settings: { onCall, alarmLadderMinutes: 5 } } as never })
  await world.text('+15125550188', 'I cannot breathe')
  world.clock.advance(5)
  await climbLadder(world.deps.base)
  await world.drain()
  await world.desk.call('thread.takeOver', { phoneNumber: onCall[0]!.phoneNumber as PhoneNumber, by: 'Kim' })
  const reply = await world.reply('no', onCall[0]!.phoneNumber)
  expect(reply).toMatchObject({ attention: 'open', attention_reason: 'The on-call person answered the alarm.' })
  expect(await climbLadder(world.deps.base)).toBe(1)
})

test('a text that came while the relay was away is left to whoever took the number over', async () => {
  const { world, visit } = await inHand()
  const missed = { ...world.deps.base, telephony: world.deps.telephony, report: world.deps.report }
  await world.text(ANA, 'C', { sign: 'missing' })
  await world.text(ANA, 'no more texts please', { sign: 'missing' })
  expect(await fetchMissedTexts(missed, 60)).toBe(2)
  expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'unconfirmed' })
  expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, opted_in_at: null }])
  const came = (await world.messages()).filter((one) => one.direction === 'inbound')
  expect(came.map((one) => [one.body, one.attention]).sort()).toEqual([
    ['C', 'open'],
    ['no more texts please', 'open'],
  ])
})

describe('a snoozed conversation', () => {
  const until = '2026-03-03T15:00:00.000Z' as Instant

  test('is out of sight until a new text comes', async () => {
    const world = await openTexting()
    await world.anaAsked()
    expect(await world.desk.call('thread.snooze', { phoneNumber: number, until })).toMatchObject({ snoozedUntil: until })
    await world.reply('what time was it again?')
    expect(await world.lastEvent()).toMatchObject({ type: 'message.received', changed: { threads: [{ snoozedUntil: null }] } })
  })

  test('keeps who took it over, and can be woken by hand', async () => {
    const { world } = await inHand()
    await world.desk.call('thread.snooze', { phoneNumber: number, until })
    const awake = await world.desk.call('thread.snooze', { phoneNumber: number, until: null })
    expect(awake).toMatchObject({ takenOverBy: 'Kim', snoozedUntil: null })
  })

  test('cannot be put off to a time that is past', async () => {
    const world = await openTexting()
    const past = '2026-03-01T15:00:00.000Z' as Instant
    await expect(world.desk.call('thread.snooze', { phoneNumber: number, until: past })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})

test('every open text of a number is done with one command, and a second one finds none', async () => {
  const { world } = await inHand()
  await world.reply('are you there?')
  await world.reply('hello?', '+15125550177')
  await world.reply('anyone?')
  const done = await world.desk.call('thread.done', { phoneNumber: number })
  expect(done.map((one) => [one.body, one.attention])).toEqual([
    ['are you there?', 'done'],
    ['anyone?', 'done'],
  ])
  expect(await world.lastEvent()).toMatchObject({ type: 'message.changed', changed: { messages: [{}, {}] } })
  const before = (await world.events()).length
  expect(await world.desk.call('thread.done', { phoneNumber: number })).toEqual([])
  expect(await world.events()).toHaveLength(before)
  const open = (await world.messages()).filter((one) => one.attention === 'open')
  expect(open.map((one) => one.body)).toEqual(['hello?'])
})

test('a text of the staff can be about a visit of their own practice only, and stays when the visit changes', async () => {
  const { world, visit } = await inHand()
  const sent = await world.desk.call('text.send', { to: number, body: 'Bring your x-rays', relatedAppointmentId: visit.id })
  expect(sent).toMatchObject({ relatedType: 'appointment', relatedId: visit.id, purpose: 'staff' })
  await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Ill', sendText: false })
  await world.drain()
  expect(world.sent().map((one) => one.body)).toContain('Bring your x-rays')
  const { client } = await (await world.addPractice()).pair()
  const foreign = client.call('text.send', { to: number, body: 'Hello', relatedAppointmentId: visit.id })
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a conversation that was handed back, or slept until a time gone by, is in no snapshot any more', async () => {
  const { world } = await inHand()
  const threads = async () => (await world.desk.call('snapshot.take', {})).entities.threads
  expect(await threads()).toHaveLength(1)
  await world.desk.call('thread.handBack', { phoneNumber: number })
  expect(await threads()).toEqual([])
  await world.desk.call('thread.snooze', { phoneNumber: number, until: '2026-03-02T16:00:00.000Z' as Instant })
  expect(await threads()).toHaveLength(1)
  world.clock.set('2026-03-02T16:00:01.000Z')
  expect(await threads()).toEqual([])
})
