import { listOpenAlarms } from '@dentalanswer/relay/src/store/follow-ups.ts'
import { updatePatient } from '@dentalanswer/relay/src/store/patients.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Alarm = { description: string; acknowledged_at: string | null; patient_id: string | null }

const alarms = (world: World) => world.rows<Alarm>('alarms')

async function acknowledge(world: World) {
  await write(world.ctx, 'acknowledge', function* (tx) {
    for (const alarm of yield* listOpenAlarms(tx.practiceId))
      yield* tx.update('alarms', { ...alarm, acknowledgedAt: tx.now, acknowledgedBy: 'Maya' })
    tx.emit('alarm.changed')
  })
}

test('what becomes worse is added to the open alarm, and after an acknowledgement it is a new one', async () => {
  const world = await openWorld()
  const call = await world.call()
  await call.say('user', 'it will not stop bleeding')
  await call.say('user', 'she fainted')
  expect(await alarms(world)).toMatchObject([{ description: 'it will not stop bleeding · she fainted' }])
  await acknowledge(world)
  await call.say('user', 'okay, thank you')
  expect(await alarms(world)).toHaveLength(1)
  await call.say('user', 'now I cannot breathe')
  const open = (await alarms(world)).filter((one) => one.acknowledged_at === null)
  expect(open).toMatchObject([{ description: 'now I cannot breathe' }])
  await acknowledge(world)
  await call.end()
  expect(await alarms(world)).toHaveLength(2)
})

test('a tool that hears of something worse after an acknowledgement raises a new alarm; its repeated notes do not', async () => {
  const world = await openWorld()
  const call = await world.call()
  const tell = (notes: string) => call.tool('check-availability', { appointmentType: 'cleaning', notes })
  await tell('it will not stop bleeding')
  await acknowledge(world)
  await tell('it will not stop bleeding')
  expect(await alarms(world)).toHaveLength(1)
  await tell('and now she is unconscious')
  expect(await alarms(world)).toHaveLength(2)
})

test('an emergency told in pieces is one while the call still goes on', async () => {
  const world = await openWorld()
  const call = await world.call()
  await call.say('user', 'My face is really swollen.')
  expect(await alarms(world)).toEqual([])
  await call.say('assistant', 'I am sorry to hear that.')
  await call.say('user', 'And I have had a fever since yesterday.')
  expect(await alarms(world)).toHaveLength(1)
})

const asked: [question: string, answer: string, isOne: boolean][] = [
  ['I am sorry. Do you have any trouble breathing?', 'Yes, I do.', true],
  ['¿Tiene dificultad para respirar?', 'Sí', true],
  ['Do you have any trouble breathing?', 'No', false],
  ['For trouble breathing call nine one one. Shall I book a visit?', 'Yes', false],
]

test.each(asked)('"%s" answered "%s" live', async (question, answer, isOne) => {
  const world = await openWorld()
  const call = await world.call()
  await call.say('assistant', question)
  await call.say('user', answer)
  expect(await alarms(world)).toHaveLength(isOne ? 1 : 0)
})

test.each(asked)('"%s" answered "%s" in the report', async (question, answer, isOne) => {
  const world = await openWorld()
  const call = await world.call()
  call.record.turns.push({ kind: 'said', role: 'assistant', text: question, at: 1 })
  call.record.turns.push({ kind: 'said', role: 'user', text: answer, at: 2 })
  await call.end()
  expect(await alarms(world)).toHaveLength(isOne ? 1 : 0)
})

test('a wrong number names nobody in the work that comes of a call', async () => {
  const world = await openWorld()
  const known = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550199' })
  await write(world.ctx, 'wrong-number', function* (tx) {
    yield* updatePatient(tx, { ...known, contactPoints: known.contactPoints.map((one) => ({ ...one, status: 'wrong_number' as const })) })
    tx.emit('patient.changed')
  })
  const call = await world.call()
  await call.say('user', 'I cannot breathe')
  await call.tool('request-callback', { reason: 'a bill' })
  await call.end()
  const told = await world.call()
  await told.tool('report-emergency', { description: 'something odd' })
  await told.end()
  const work = [...(await alarms(world)), ...(await world.rows<{ patient_id: string | null }>('callbacks'))]
  expect(work.map((one) => one.patient_id)).toEqual([null, null, null])
})
