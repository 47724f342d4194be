import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_ELEVEN } from './text-scenes.ts'

const LEO = { ...ANA_GARCIA, firstName: 'Leo' }

describe('what could mean more than one thing changes nothing and goes to a person', () => {
  test.each(['C', 'yes', 'X', "can't make it"])('%s in a household with two asked visits', async (words) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const other = await world.book(await world.addPatient(LEO), WEDNESDAY_ELEVEN)
    await world.drain()
    const reply = await world.reply(words)
    expect([await world.visit(visit.id), await world.visit(other.id)]).toEqual([visit, other])
    expect(reply).toMatchObject({ attention: 'open', attention_reason: expect.stringContaining('Several visits could be meant') })
  })

  test('a second cancellation never falls on another visit of the household', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const other = await world.book(await world.addPatient(LEO), WEDNESDAY_ELEVEN, false)
    await world.reply("can't make it")
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
    for (const again of ["so sorry, can't make it", 'CANCEL']) {
      await world.reply(again)
      expect(await world.visit(other.id)).toEqual(other)
    }
  })

  test.each(['ok', 'yes', '👍', 'C', 'cancel my appointment'])('%s after a person at the desk wrote', async (words) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    world.clock.advance(5)
    await world.desk.call('text.send', { to: ANA as never, body: 'Could you bring your insurance card?' })
    await world.drain()
    await world.reply(words)
    expect(await world.visit(visit.id)).toEqual(visit)
  })

  test('a staff text that has not left yet does not stand between a question and its answer', async () => {
    const world = await openTexting({ now: '2026-03-03T03:30:00.000Z' })
    await world.addPatient(ANA_GARCIA)
    await world.desk.call('text.send', { to: ANA as never, body: 'Good morning' })
    const call = await world.call({ from: ANA })
    await call.tool('book-appointment', {
      firstName: 'Ana',
      lastName: 'Garcia',
      birthDate: '1988-04-12',
      appointmentType: 'filling',
      startsAt: '2026-03-04T11:00',
    })
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    await world.reply('C')
    expect(await world.rows('appointments')).toMatchObject([{ confirmation: 'confirmed' }])
  })

  test('a bare "no", an automatic answer, and an empty text', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    for (const words of ['no', 'I am driving right now, I will reply later', '', '   '])
      expect(await world.reply(words), words).toMatchObject({ attention: 'open' })
    expect(await world.visit(visit.id)).toEqual(visit)
  })

  test('a picture, alone or with words', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const media = [{ url: 'https://api.twilio.com/media/1', contentType: 'image/jpeg' }]
    await world.text(ANA, '', { media })
    await world.text(ANA, 'C', { media })
    await world.text(ANA, '', { media })
    const inbound = await world.rows<{ media_count: number; attention: string }>('messages')
    expect(inbound.filter((one) => one.media_count === 1).map((one) => one.attention)).toEqual(['open', 'open', 'open'])
    expect(await world.visit(visit.id)).toEqual(visit)
  })

  test('"running late" and a question leave the visit alone', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    expect((await world.reply('running 10 min late')).attention_reason).toContain('Running late')
    expect((await world.reply('do you take Delta insurance?')).attention_reason).toBe('Asks a question.')
    expect((await world.reply('can someone help me please')).attention).toBe('open')
    expect(await world.visit(visit.id)).toEqual(visit)
  })

  test('a stranger, and a patient without a visit', async () => {
    const world = await openTexting()
    await world.addPatient(ANA_GARCIA)
    expect(await world.reply('cancel my appointment')).toMatchObject({
      attention: 'open',
      attention_reason: expect.stringContaining('no visit is booked'),
    })
    expect(await world.reply('yes', '+15125550188')).toMatchObject({ attention: 'open' })
    await world.drain()
    expect(world.sent()).toEqual([])
  })

  test('an answer to a question that is too old', async () => {
    const world = await openTexting()
    const visit = await world.book(await world.addPatient(ANA_GARCIA), '2026-04-15T14:00:00.000Z')
    await world.drain()
    world.clock.advance(15 * 1_440)
    expect(await world.reply('yes')).toMatchObject({ attention: 'open' })
    expect(await world.visit(visit.id)).toEqual(visit)
  })
})

describe('the present truth decides', () => {
  test('a reply to a cancelled visit revives nothing', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Doctor ill', sendText: false })
    const reply = await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
    expect(reply).toMatchObject({ attention: 'open', attention_reason: expect.stringContaining('not booked any more') })
  })

  test('"ok" to the news of a cancellation is no answer to the question before', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    world.clock.advance(1)
    await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Doctor ill' })
    await world.drain()
    expect(await world.reply('ok')).toMatchObject({ attention: 'none' })
    expect(await world.visit(visit.id)).toMatchObject({ status: 'cancelled' })
  })

  test.each(['C', 'X'])('%s to a text that names the time before a move changes nothing', async (words) => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    await world.desk.call('appointment.move', { appointmentId: visit.id, startsAt: WEDNESDAY_ELEVEN as never, sendText: false })
    const reply = await world.reply(words)
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked', confirmation: 'unconfirmed', startsAt: WEDNESDAY_ELEVEN })
    expect(reply.attention_reason).toContain('changed after we asked')
  })

  test('C to the text about the new time confirms it; a note does not make a question old', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    world.clock.advance(1)
    await world.desk.call('appointment.move', { appointmentId: visit.id, startsAt: WEDNESDAY_ELEVEN as never })
    await world.drain()
    world.clock.advance(1)
    await world.desk.call('appointment.note', { appointmentId: visit.id, note: 'Prefers the window' })
    await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed', startsAt: WEDNESDAY_ELEVEN })
  })
})
