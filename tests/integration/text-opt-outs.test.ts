import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_ELEVEN } from './text-scenes.ts'

const BLOCKED = 'This number asked for no texts. Only the patient can switch them back on by texting START. Phone them.'

describe('a bare CANCEL', () => {
  test('in reply to an appointment text cancels it, is an opt-out, and calls for an urgent phone call', async () => {
    const world = await openTexting()
    const { visit, patient } = await world.anaAsked()
    const reply = await world.reply('CANCEL')
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
    expect(await world.rows('claims')).toEqual([])
    expect(await world.leads()).toMatchObject([{ kind: 'rebook', message_id: reply.id }])
    expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, source: 'carrier_word', opted_in_at: null }])
    const [callback] = await world.callbacks()
    expect(callback).toMatchObject({ urgency: 'urgent', status: 'open', patient_id: patient.id })
    expect(callback!.reason).toContain('Texting is blocked, phone them')
    expect((await world.lastEvent()).type).toBe('appointment.cancelled')
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('where two visits could be meant cancels none, and still blocks texts and calls for a phone call', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const leo = await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo' })
    const other = await world.book(leo, WEDNESDAY_ELEVEN)
    await world.drain()
    const reply = await world.reply('Cancel')
    expect([await world.visit(visit.id), await world.visit(other.id)]).toMatchObject([{ status: 'booked' }, { status: 'booked' }])
    expect(reply.attention).toBe('open')
    expect(await world.optOuts()).toHaveLength(1)
    expect(await world.callbacks()).toMatchObject([{ urgency: 'urgent', patient_id: null }])
  })

  test('that answers nothing keeps the visit, however far off, and calls for a phone call', async () => {
    const world = await openTexting()
    const patient = await world.addPatient(ANA_GARCIA)
    const visit = await world.book(patient, '2026-04-15T14:00:00.000Z', false)
    await world.reply('cancel')
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
    expect(await world.callbacks()).toMatchObject([{ urgency: 'urgent', patient_id: patient.id }])
  })

  test('is left to staff where the practice says so, and still blocks texts', async () => {
    const world = await openTexting({ practice: { settings: { cancelByText: 'ask_staff' } as never } })
    const { visit } = await world.anaAsked()
    const reply = await world.reply('CANCEL')
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
    expect(reply.attention_reason).toContain('The practice decides')
    expect(await world.callbacks()).toMatchObject([{ urgency: 'urgent' }])
    expect(await world.optOuts()).toHaveLength(1)
  })
})

describe('the other words of the carrier', () => {
  test.each(['STOP', 'stop.', 'Unsubscribe', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'STOPALL'])(
    '%s stops texts; a visit coming up stays and calls for a phone call',
    async (word) => {
      const world = await openTexting()
      const { visit, patient } = await world.anaAsked()
      await world.reply(word)
      expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
      expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, source: 'carrier_word' }])
      expect(await world.callbacks()).toMatchObject([{ urgency: 'urgent', patient_id: patient.id }])
    },
  )

  test('STOP with nothing coming up is only an opt-out', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    await world.reply('STOP')
    expect(await world.optOuts()).toHaveLength(1)
    expect(await world.callbacks()).toEqual([])
  })

  test('after STOP nothing goes to anybody on that number, and staff see why', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    await world.reply('STOP')
    const leo = await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo' })
    await world.book(leo)
    await world.drain()
    expect(world.sent()).toEqual([])
    expect(await world.last('outbound')).toMatchObject({ status: 'blocked', error_code: 'OPTED_OUT', error: BLOCKED, attention: 'open' })
    await expect(world.desk.call('text.send', { to: ANA as never, body: 'Hello' })).rejects.toMatchObject({ code: 'OPTED_OUT' })
  })

  test('START switches texts back on', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    await world.reply('STOP')
    await world.reply('Start')
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: expect.any(String) }])
    await world.desk.call('text.send', { to: ANA as never, body: 'Hello' })
    await world.drain()
    expect(world.sent()).toMatchObject([{ body: 'Hello', status: 'delivered' }])
  })

  test('YES from a number that had stopped switches texts on and confirms nothing', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    await world.reply('STOP')
    const reply = await world.reply('YES')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'unconfirmed' })
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: expect.any(String) }])
    expect(reply.attention).toBe('open')
    await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
  })

  test('on a toll-free number YES does not switch texts back on', async () => {
    const world = await openTexting({ practice: { phoneNumbers: [{ phoneNumber: '+18885560001' }] as never } })
    await world.addPatient(ANA_GARCIA)
    await world.reply('STOP')
    const reply = await world.reply('YES')
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: null }])
    expect(reply.attention_reason).toContain('until it texts START')
  })

  test.each(['HELP', 'info'])('%s is answered by the carrier and shown to a person', async (word) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const reply = await world.reply(word)
    await world.drain()
    expect(reply.attention).toBe('open')
    expect(await world.visit(visit.id)).toEqual(visit)
    expect(world.sent()).toHaveLength(1)
  })

  test('a word that the practice gave its texting service is followed as the service names it', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    const post = (sid: string, body: string, optOutType: string) =>
      world.twilio.postWebhook('/api/webhooks/twilio/sms', {
        MessageSid: `SM${sid.repeat(32)}`,
        From: ANA,
        To: world.ourNumber,
        Body: body,
        OptOutType: optOutType,
      })
    await post('1', 'ALTO', 'STOP')
    expect(await world.optOuts()).toMatchObject([{ source: 'carrier_word', opted_in_at: null }])
    await post('2', 'REGRESAR', 'START')
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: expect.any(String) }])
  })
})

describe('an opt-out in other words', () => {
  test.each(['stop texting me', 'no más mensajes', 'take me off your list', 'opt out'])(
    '"%s" counts as well and keeps the visit',
    async (words) => {
      const world = await openTexting()
      const { visit } = await world.anaAsked()
      const reply = await world.reply(words)
      expect(await world.visit(visit.id)).toEqual(visit)
      expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, source: 'free_text' }])
      expect(reply.attention).toBe('open')
      await world.drain()
      expect(world.sent()).toHaveLength(1)
    },
  )

  test('the wish to have texts again lifts only what no carrier keeps', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    await world.reply('stop texting me')
    await world.reply('please start texting me again')
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: expect.any(String) }])
    await world.reply('STOP')
    const reply = await world.reply('please start texting me again')
    expect(await world.optOuts()).toMatchObject([{ opted_in_at: null }])
    expect(reply).toMatchObject({ attention: 'open', attention_reason: expect.stringContaining('START') })
  })
})

test('an opt-out between queueing and sending stops the text', async () => {
  const world = await openTexting()
  await world.book(await world.addPatient(ANA_GARCIA))
  await world.reply('STOP')
  await world.drain()
  expect(world.sent()).toEqual([])
  expect(await world.last('outbound')).toMatchObject({ status: 'blocked', error_code: 'OPTED_OUT', attention: 'open' })
  expect(await world.jobs()).toMatchObject([{ state: 'cancelled' }])
})

test('an opt-out that only the carrier knows is learnt from its refusal', async () => {
  const world = await openTexting()
  const visit = await world.book(await world.addPatient(ANA_GARCIA))
  await world.text(ANA, 'STOP', { sign: 'wrong' })
  expect(await world.optOuts()).toEqual([])
  await world.drain()
  expect(await world.last('outbound')).toMatchObject({ status: 'failed', error_code: '21610', error: BLOCKED, attention: 'open' })
  expect(await world.optOuts()).toMatchObject([{ phone_number: ANA, source: 'send_refused' }])
  expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
})
