import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_NINE } from './text-scenes.ts'

async function anaBooked(person = ANA_GARCIA) {
  const world = await openTexting()
  const patient = await world.addPatient(person)
  const visit = await world.book(patient, WEDNESDAY_NINE, false)
  return { world, patient, visit, ask: (id: AppointmentId = visit.id) => world.desk.call('appointment.ask', { appointmentId: id }) }
}

describe('asking a patient to confirm', () => {
  test('sends one text with the printed wording, and a C confirms the visit', async () => {
    const { world, visit, ask } = await anaBooked()
    const message = await ask()
    expect(message).toMatchObject({
      purpose: 'confirmation_request',
      asked: 'appointment',
      relatedType: 'appointment',
      relatedId: visit.id,
      toNumber: ANA,
    })
    expect(message.body).toContain('Ana, your visit is Wed Mar 4 at 9:00 AM. Reply C to confirm or R to reschedule.')
    expect(await world.lastEvent()).toMatchObject({ type: 'message.queued', changed: { messages: [{ id: message.id }] } })
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
  })

  test('is in the language of the patient', async () => {
    const { ask } = await anaBooked({ ...ANA_GARCIA, language: 'es' })
    expect((await ask()).body).toContain('Responda C para confirmar o R para cambiar.')
  })

  test('happens at most once in four hours, and says when it was', async () => {
    const { world, ask } = await anaBooked()
    await ask()
    await world.drain()
    world.clock.advance(239)
    await expect(ask()).rejects.toMatchObject({
      code: 'ALREADY_ASKED',
      message: 'They were asked at 9:00 AM. Ask again after 1:00 PM, or phone them.',
      details: { askedAt: '2026-03-02T15:00:00.000Z' },
    })
    world.clock.advance(2)
    await ask()
    await world.drain()
    expect(world.sent()).toHaveLength(2)
  })

  test('counts the text of the booking, which asks too, until the visit is moved', async () => {
    const world = await openTexting()
    const { visit } = await world.anaAsked()
    const ask = () => world.desk.call('appointment.ask', { appointmentId: visit.id })
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_ASKED' })
    const startsAt = '2026-03-05T15:00:00.000Z' as never
    await world.desk.call('appointment.move', { appointmentId: visit.id, startsAt, sendText: false })
    expect((await ask()).body).toContain('Thu Mar 5')
  })

  test('counts from when a text goes out, not from when it was written at night', async () => {
    const world = await openTexting()
    const patient = await world.addPatient(ANA_GARCIA)
    world.clock.set('2026-03-03T04:00:00.000Z')
    const visit = await world.book(patient, WEDNESDAY_NINE)
    const ask = () => world.desk.call('appointment.ask', { appointmentId: visit.id })
    const eight = { askedAt: '2026-03-03T14:00:00.000Z' }
    const will = 'A text that asks them goes at 8:00 AM. Ask again after 12:00 PM, or phone them.'
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_ASKED', message: will, details: eight })
    world.clock.set('2026-03-03T14:00:00.000Z')
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_ASKED', details: eight })
    await world.drain()
    world.clock.set('2026-03-03T17:59:00.000Z')
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_ASKED', message: expect.stringMatching(/^They were asked at 8:00 AM/) })
    world.clock.set('2026-03-03T18:01:00.000Z')
    await ask()
    await world.drain()
    expect(world.sent()).toHaveLength(2)
  })

  test('waits for a text that could not leave for hours', async () => {
    const { world, ask } = await anaBooked()
    await ask()
    world.clock.advance(300)
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_ASKED' })
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('about two visits leaves a C to a person: it could mean either', async () => {
    const { world, patient, visit, ask } = await anaBooked()
    const other = await world.book(patient, '2026-03-05T15:00:00.000Z', false)
    await ask()
    await ask(other.id)
    await world.drain()
    expect(await world.reply('C')).toMatchObject({ attention: 'open' })
    for (const { id } of [visit, other]) expect(await world.visit(id)).toMatchObject({ confirmation: 'unconfirmed' })
  })

  test.each(['move', 'cancel'] as const)('and a %s at the same time never sends what is not true', async (change) => {
    const { world, visit, ask } = await anaBooked()
    const appointmentId = visit.id
    const startsAt = '2026-03-05T15:00:00.000Z' as never
    const changed =
      change === 'move'
        ? world.desk.call('appointment.move', { appointmentId, startsAt, sendText: false })
        : world.desk.call('appointment.cancel', { appointmentId, reason: 'Ill', sendText: false })
    await Promise.allSettled([ask(), changed])
    await changed
    await world.drain()
    for (const text of world.sent()) expect(text.body).toContain('Thu Mar 5')
    expect(world.sent().length).toBeLessThanOrEqual(change === 'move' ? 1 : 0)
  })

  test('repeated with its key is one text', async () => {
    const { world, visit } = await anaBooked()
    const key = crypto.randomUUID()
    const first = await world.desk.call('appointment.ask', { appointmentId: visit.id }, key)
    expect(await world.desk.call('appointment.ask', { appointmentId: visit.id }, key)).toEqual(first)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('of two desks at once, one asks', async () => {
    const { world, ask } = await anaBooked()
    const settled = await Promise.allSettled([ask(), ask(), ask()])
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })

  test('is refused for a visit that is confirmed, cancelled or over', async () => {
    const { world, visit, ask } = await anaBooked()
    await world.desk.call('appointment.confirm', { appointmentId: visit.id })
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_ASKABLE', message: 'That appointment is confirmed already.' })
    await world.desk.call('appointment.unconfirm', { appointmentId: visit.id })
    world.clock.set('2026-03-04T15:00:00.000Z')
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_ASKABLE', message: 'That appointment has begun or is over.' })
    world.clock.set('2026-03-02T15:00:00.000Z')
    await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Ill', sendText: false })
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_ASKABLE', message: 'That appointment is cancelled.' })
    expect(await world.messages()).toEqual([])
  })

  test('is refused at night, for an opted-out number and for a patient without one; nothing is kept of it', async () => {
    const { world, ask } = await anaBooked()
    world.clock.set('2026-03-03T04:00:00.000Z')
    await expect(ask()).rejects.toMatchObject({ code: 'CANNOT_TEXT', message: expect.stringContaining('Texts may go from 8:00 AM on') })
    world.clock.set('2026-03-03T15:00:00.000Z')
    const noNumber = await world.desk.call('patient.create', { firstName: 'Zed', lastName: 'Stone' })
    const other = await world.book(noNumber, '2026-03-04T17:00:00.000Z', false)
    await expect(ask(other.id)).rejects.toMatchObject({ code: 'CANNOT_TEXT' })
    await world.reply('STOP')
    const before = (await world.messages()).length
    await expect(ask()).rejects.toMatchObject({ code: 'OPTED_OUT' })
    expect(await world.messages()).toHaveLength(before)
  })

  test('does not go out any more once the visit was confirmed at the desk', async () => {
    const { world, visit, ask } = await anaBooked()
    await ask()
    await world.desk.call('appointment.confirm', { appointmentId: visit.id })
    await world.drain()
    expect(world.sent()).toEqual([])
    expect(await world.last('outbound')).toMatchObject({ status: 'blocked', error_code: 'OUTDATED', attention: 'none' })
  })

  test('of a visit in another practice is not found', async () => {
    const { world, visit } = await anaBooked()
    const { client } = await (await world.addPractice()).pair()
    await expect(client.call('appointment.ask', { appointmentId: visit.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
