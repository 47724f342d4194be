import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_NINE } from './text-scenes.ts'

const EMPTY_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

describe('a reply that clearly means one visit', () => {
  test.each(['C', 'CONFIRM', 'confirmed', 'sí', 'Ok see you', '👍', 'yes'])('%s confirms it, once, and is answered', async (words) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const reply = await world.reply(words)
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked', confirmation: 'confirmed' })
    expect(reply).toMatchObject({ related_type: 'appointment', related_id: visit.id, attention: 'none' })
    expect((await world.lastEvent()).type).toBe('appointment.confirmed')
    await world.reply('thanks!')
    await world.reply(words)
    await world.drain()
    const acknowledgements = world.sent().filter((one) => one.body.includes('is confirmed'))
    expect(acknowledgements).toHaveLength(1)
    expect(acknowledgements[0]).toMatchObject({ numSegments: 1, from: world.ourNumber })
  })

  test.each(['X', "can't make it", 'please cancel my appointment', 'no puedo ir'])('%s cancels it', async (words) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const reply = await world.reply(words)
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled', cancellationReason: 'Cancelled by text' })
    expect(reply).toMatchObject({ related_id: visit.id, attention: 'none' })
    await world.drain()
    expect(world.sent().at(-1)?.body).toContain('is cancelled')
    expect(await world.optOuts()).toEqual([])
  })

  test('a cancellation frees the time, keeps a lead and an opening, says why, and can be undone', async () => {
    const world = await openTexting()
    const { visit, patient } = await world.anaAsked()
    const reply = await world.reply("can't make it")
    expect(await world.rows('claims')).toEqual([])
    expect(await world.leads()).toMatchObject([{ kind: 'rebook', appointment_id: visit.id, message_id: reply.id }])
    expect(await world.rows('openings')).toMatchObject([{ status: 'open', from_appointment_id: visit.id, starts_at: WEDNESDAY_NINE }])
    const event = await world.lastEvent()
    expect(event).toMatchObject({ type: 'appointment.cancelled', by: { kind: 'text' } })
    expect(event.changed).toMatchObject({
      appointments: [{ id: visit.id, status: 'cancelled' }],
      leads: [{ patientId: patient.id }],
      openings: [{ status: 'open' }],
    })
    expect(event.changed.messages?.map((one) => one.purpose).sort()).toEqual(['acknowledgement', 'reply'])
    const { changes } = await world.desk.call('appointment.find', { appointmentId: visit.id })
    const byText = changes.find((one) => one.by === 'text')!
    expect(byText).toMatchObject({ action: 'appointment.cancelled', messageId: reply.id })
    expect(byText.why.rule).not.toBe('')
    expect(byText.why.matched.length).toBeGreaterThan(0)
    await world.desk.call('change.undo', { changeId: byText.id })
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
  })

  test('R asks for another time: nothing changes and a person is asked', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const reply = await world.reply('R')
    expect(await world.visit(visit.id)).toEqual(visit)
    expect(reply).toMatchObject({ attention: 'open', attention_reason: 'Wants another time. Nothing was changed.', related_id: visit.id })
    expect((await world.lastEvent()).type).toBe('message.received')
  })

  test('the same text twice under two ids within seconds acts once', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    await world.text(ANA, "can't make it")
    await world.text(ANA, "can't make it")
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
    expect(await world.leads()).toHaveLength(1)
    const inbound = (await world.messages()).filter((one) => one.direction === 'inbound')
    expect(inbound).toHaveLength(2)
    expect(JSON.parse(inbound[1]!.reading!)).toMatchObject({ intent: 'repeat' })
    expect(inbound[1]!.attention).toBe('none')
  })

  test('the same word with another text in between is a new answer', async () => {
    const world = await openTexting()
    await world.anaAsked()
    await world.text(ANA, 'STOP')
    await world.text(ANA, 'START')
    await world.text(ANA, 'STOP')
    expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, opted_in_at: null }])
  })

  test('a webhook is answered at once with an empty reply, and twenty repeats of it change one thing', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const first = await world.text(ANA, 'X')
    expect(first).toMatchObject({ status: 200, body: EMPTY_REPLY })
    const repeats = await Promise.all(Array.from({ length: 20 }, () => world.text(ANA, 'X', { messageSid: first.messageSid })))
    expect(new Set(repeats.map((one) => `${one.status} ${one.body}`))).toEqual(new Set([`200 ${EMPTY_REPLY}`]))
    await world.drain()
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled', version: 2 })
    expect((await world.messages()).filter((one) => one.direction === 'inbound')).toHaveLength(1)
    expect(world.sent().filter((one) => one.body.includes('is cancelled'))).toHaveLength(1)
  })

  test('an answer comes from the number that was written to', async () => {
    const [main, second] = ['+15125560001', '+15125560002'].map((phoneNumber, at) => ({ phoneNumber, isPrimary: at === 0 }))
    const world = await openTexting({ practice: { phoneNumbers: [main, second] as never } })
    world.twilio.addNumber({ phoneNumber: second!.phoneNumber })
    await world.anaAsked()
    expect(await world.last('outbound')).toMatchObject({ from_number: main!.phoneNumber })
    await world.twilio.receiveText({ from: ANA, to: second!.phoneNumber, body: 'C' })
    expect(await world.last('outbound')).toMatchObject({ purpose: 'acknowledgement', from_number: second!.phoneNumber })
  })
})

test('every column of a text is kept, in and out', async () => {
  const world = await openTexting()
  const { visit } = await world.anaAsked()
  const incoming = await world.text(ANA, 'C')
  const [outbound, inbound] = await world.messages()
  expect(outbound).toMatchObject({
    direction: 'outbound',
    from_number: world.ourNumber,
    to_number: ANA,
    patient_number: ANA,
    purpose: 'booking_confirmation',
    provider: 'twilio',
    provider_message_id: world.sent()[0]!.sid,
    status: 'delivered',
    error_code: null,
    related_type: 'appointment',
    related_id: visit.id,
    segments: 1,
    received_at: null,
  })
  expect(outbound!.body).toBe(world.sent()[0]!.body)
  expect(outbound!.sent_at).not.toBeNull()
  expect(outbound!.delivered_at).not.toBeNull()
  expect(inbound).toMatchObject({
    direction: 'inbound',
    from_number: ANA,
    to_number: world.ourNumber,
    patient_number: ANA,
    body: 'C',
    provider: 'twilio',
    provider_message_id: incoming.messageSid,
    status: 'received',
    error_code: null,
    related_type: 'appointment',
    related_id: visit.id,
    sent_at: null,
  })
  expect(inbound!.received_at).not.toBeNull()
  expect(JSON.parse(inbound!.reading!)).toMatchObject({ intent: 'confirm', matched: ['C'] })
})

test('one practice never acts on a text to another', async () => {
  const world = await openTexting()
  const { visit } = await world.anaAsked()
  const other = await world.addPractice()
  await other.addPatient(ANA_GARCIA)
  await other.text(ANA, 'X')
  expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
  expect(await other.rows('messages')).toMatchObject([{ attention: 'open' }])
  expect((await world.messages()).filter((one) => one.direction === 'inbound')).toEqual([])
})

test('the same words after a question of ours came in between are an answer, not a repeat', async () => {
  const world = await openTexting()
  const patient = await world.addPatient(ANA_GARCIA)
  await world.text(ANA, 'yes please')
  const visit = await world.book(patient)
  await world.drain()
  world.clock.set(new Date(world.clock.nowMs() + 20_000).toISOString())
  await world.text(ANA, 'yes please')
  expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
  await world.drain()
  await world.text(ANA, 'yes please')
  expect(JSON.parse((await world.last('inbound')).reading!)).toMatchObject({ intent: 'repeat' })
})
