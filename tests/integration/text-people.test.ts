import { segmentsOf } from '@dentalanswer/shared/domain/gsm7.ts'
import { expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, WEDNESDAY_ELEVEN, WEDNESDAY_NINE } from './text-scenes.ts'

test('"wrong number" stops texts about its patients, says nothing back, and asks a person', async () => {
  const world = await openTexting()
  const { visit, patient } = await world.anaAsked()
  const waiting = await world.book(patient, WEDNESDAY_ELEVEN)
  const reply = await world.reply('You have the wrong number')
  expect(reply).toMatchObject({ attention: 'open', attention_reason: expect.stringContaining('wrong number') })
  expect(await world.rows('contact_points')).toMatchObject([{ phone_number: ANA, status: 'wrong_number' }])
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  expect(await world.last('outbound')).toMatchObject({ status: 'blocked', error_code: 'WRONG_NUMBER', related_id: waiting.id })
  expect((await world.lastEvent()).type).toBe('message.changed')
  await world.reply('C')
  expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'unconfirmed' })
})

test('an urgent text raises an alarm, whatever was asked, and a second one adds to it', async () => {
  const world = await openTexting()
  const { visit, patient } = await world.anaAsked()
  const reply = await world.reply("yes but my face is swollen and I can't breathe well")
  expect(await world.rows('alarms')).toMatchObject([
    { phone_number: ANA, patient_id: patient.id, message_id: reply.id, acknowledged_at: null },
  ])
  expect(reply).toMatchObject({ attention: 'open', attention_reason: 'Urgent. Phone them now.' })
  expect((await world.lastEvent()).type).toBe('alarm.raised')
  expect(await world.visit(visit.id)).toEqual(visit)
  await world.reply("the bleeding won't stop")
  expect(await world.rows('alarms')).toHaveLength(1)
})

test('an urgent text from a number that had stopped texts is heard', async () => {
  const world = await openTexting()
  await world.anaAsked()
  await world.reply('STOP')
  await world.reply('My jaw is broken and it bleeds a lot')
  expect(await world.rows('alarms')).toHaveLength(1)
})

test('one number gets at most five answers an hour, so two machines never talk for long', async () => {
  const world = await openTexting()
  const patient = await world.addPatient(ANA_GARCIA)
  for (let round = 0; round < 6; round++) {
    const visit = await world.book(patient, `2026-03-${10 + round}T15:00:00.000Z`.replace('-03-14', '-03-17').replace('-03-15', '-03-18'))
    await world.drain()
    await world.reply('C')
    expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
    await world.desk.call('appointment.cancel', { appointmentId: visit.id, reason: 'Test', sendText: false })
  }
  const answers = (await world.messages()).filter((one) => one.purpose === 'acknowledgement')
  expect(answers).toHaveLength(5)
})

test('a patient who speaks Spanish gets Spanish in the cheap alphabet', async () => {
  const world = await openTexting()
  const { visit } = await world.anaAsked({ firstName: 'José', lastName: 'Núñez', phone: ANA, language: 'es' })
  await world.reply('Sí')
  await world.drain()
  expect(world.sent().map((one) => [one.body, one.numSegments])).toEqual([
    [
      'Bright Smiles: José, su cita es mie 4 mar a las 9:00 AM. Responda C para confirmar o R para cambiar. Preguntas: (512) 555-0142. STOP para no recibir mas.',
      1,
    ],
    ['Bright Smiles: gracias, su cita del mie 4 mar a las 9:00 AM queda confirmada. Para cambiarla llame al (512) 555-0142.', 1],
  ])
  expect(await world.visit(visit.id)).toMatchObject({ confirmation: 'confirmed' })
})

test.each([
  ['a very long name', { firstName: 'Wolfeschlegelsteinhausenbergerdorff', textName: 'Greater Springfield Smiles Ctr' }],
  ['emoji', { firstName: '🦷 Ana 🎉', textName: 'Smiles 😁' }],
  ['names no telephone alphabet has', { firstName: '李小龍', textName: '光明牙科' }],
  ['brackets, which count twice', { firstName: '{[~^|~^|~^|~^|~^|~^|]}', textName: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[' }],
])('with %s every text of a visit is one segment', async (_, { firstName, textName }) => {
  const world = await openTexting({ practice: { textName } })
  const { visit } = await world.anaAsked({ firstName, lastName: 'Garcia', phone: ANA })
  await world.reply('C')
  await world.drain()
  world.clock.advance(1)
  await world.desk.call('appointment.move', { appointmentId: visit.id, startsAt: WEDNESDAY_ELEVEN as never })
  await world.drain()
  await world.reply('X')
  await world.drain()
  const bodies = world.sent().map((one) => one.body)
  expect(bodies).toHaveLength(4)
  for (const body of bodies) {
    expect(segmentsOf(body), body).toBe(1)
    expect(body).toContain('(512) 555-0142')
    expect(body).not.toMatch(/^[\s:,]|: ,|\s{2}/)
  }
})

test('a text says who, when and where to call, and neither what for nor a last name', async () => {
  const world = await openTexting()
  await world.anaAsked()
  const [text] = world.sent()
  expect(text!.body).toBe(
    'Bright Smiles: Ana, your visit is Wed Mar 4 at 9:00 AM. Reply C to confirm or R to reschedule. Questions? (512) 555-0142. STOP to opt out.',
  )
  expect(text!.body).not.toMatch(/filling|garcia|patel|ruiz/i)
})

test('a short code gets the empty answer, is stored for nobody, and is never written to', async () => {
  const world = await openTexting()
  const answer = await world.text('72975', 'Your code is 123456')
  expect(answer.status).toBe(200)
  expect(await world.messages()).toEqual([])
  expect(world.sent()).toEqual([])
})

test('a booking by phone sends its text at once, from the outbox', async () => {
  const world = await openTexting()
  const call = await world.call({ from: ANA })
  await call.tool('book-appointment', {
    firstName: 'Ana',
    lastName: 'Garcia',
    birthDate: '1988-04-12',
    appointmentType: 'filling',
    startsAt: '2026-03-04T09:00',
  })
  expect(world.sent()).toEqual([])
  expect(await world.jobs()).toMatchObject([{ state: 'pending' }])
  await world.drain()
  expect(world.sent()).toMatchObject([{ to: ANA, from: world.ourNumber, numSegments: 1, status: 'delivered' }])
  expect(await world.rows('appointments')).toMatchObject([{ starts_at: WEDNESDAY_NINE, booked_by: 'voice' }])
  expect(await world.jobs()).toMatchObject([{ state: 'done', attempts: 1 }])
})

test('"wrong number" to a text about one patient leaves the rest of the household', async () => {
  const world = await openTexting()
  const leo = await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo' })
  const { patient } = await world.anaAsked()
  await world.reply('wrong number')
  const contacts = await world.rows<{ patient_id: string; status: string }>('contact_points')
  expect(Object.fromEntries(contacts.map((one) => [one.patient_id, one.status]))).toEqual({
    [leo.id]: 'active',
    [patient.id]: 'wrong_number',
  })
})

test('"wrong number" from a household that was sent nothing about a visit flags nobody', async () => {
  const world = await openTexting()
  await world.addPatient(ANA_GARCIA)
  await world.addPatient({ ...ANA_GARCIA, firstName: 'Leo' })
  const reply = await world.reply('wrong number')
  expect(reply).toMatchObject({ attention: 'open', attention_reason: expect.stringContaining('not for whom') })
  expect((await world.rows<{ status: string }>('contact_points')).map((one) => one.status)).toEqual(['active', 'active'])
})
