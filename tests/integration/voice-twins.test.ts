import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Call = Awaited<ReturnType<World['call']>>
type Visit = { patient_id: string; status: string }

const phone = '+15125550199'
const jayden = { firstName: 'Jayden', lastName: 'Garcia', birthDate: '2015-04-12' }
const kayden = { ...jayden, firstName: 'Kayden' }
const visit = { appointmentType: 'filling', newPatient: 'no', startsAt: 'March 11 at nine' }
const NOT_FOUND = 'I could not find a visit with those details. I can have someone from the practice call you back.'

async function ask(call: Call, name: string, args: Record<string, unknown>): Promise<string> {
  const answer = await call.tool(name, args)
  expect(answer.problems).toEqual([])
  return answer.results[0]?.result ?? ''
}
const visits = (world: World) => world.rows<Visit>('appointments')
const duplicates = async (world: World) => (await world.rows<{ kind: string }>('leads')).filter((one) => one.kind === 'possible_duplicate')

test('a twin is another person, booked for as one and left to staff', async () => {
  const world = await openWorld()
  const known = await world.addPatient({ ...jayden, phone })
  expect(await ask(await world.call(), 'book-appointment', { ...kayden, ...visit })).toMatch(/^Booked: Kayden/)
  expect((await visits(world))[0]?.patient_id).not.toBe(known.id)
  expect(await duplicates(world)).toHaveLength(1)
})

test.each(['Kayden', 'Hayden', 'Jaden'])('nobody called %s reads or changes the visits of Jayden', async (firstName) => {
  const world = await openWorld()
  await world.addPatient({ ...jayden, phone })
  await ask(await world.call(), 'book-appointment', { ...jayden, ...visit })
  for (const tool of ['find-appointments', 'cancel-appointment'])
    expect(await ask(await world.call(), tool, { ...jayden, firstName })).toBe(NOT_FOUND)
  expect(await visits(world)).toMatchObject([{ status: 'booked' }])
})

test('with both twins on file each is known by the own name', async () => {
  const world = await openWorld()
  await world.addPatient({ ...jayden, phone })
  const known = await world.addPatient({ ...kayden, phone })
  expect(await ask(await world.call(), 'book-appointment', { ...kayden, ...visit })).toMatch(/^Booked: Kayden/)
  expect(await visits(world)).toMatchObject([{ patient_id: known.id }])
  expect(await ask(await world.call(), 'find-appointments', kayden)).toMatch(/^Kayden has a visit/)
  expect(await duplicates(world)).toEqual([])
})

test('without the birth date nobody on file is booked for whose date is known', async () => {
  const world = await openWorld()
  const known = await world.addPatient({ ...jayden, phone })
  const { birthDate: _, ...undated } = jayden
  expect(await ask(await world.call(), 'book-appointment', { ...undated, ...visit })).toMatch(/^Booked: Jayden/)
  expect((await visits(world))[0]?.patient_id).not.toBe(known.id)
  expect(await duplicates(world)).toHaveLength(1)
})

test('wrong birth dates count in every tool', async () => {
  const world = await openWorld()
  await world.addPatient({ ...jayden, phone })
  await ask(await world.call(), 'book-appointment', { ...jayden, ...visit })
  const call = await world.call()
  for (let day = 1; day <= 5; day++)
    await ask(call, day % 2 ? 'check-availability' : 'book-appointment', { ...jayden, birthDate: `2015-05-0${day}` })
  expect(await ask(call, 'find-appointments', jayden)).toBe(NOT_FOUND)
  expect(await ask(await world.call(), 'find-appointments', jayden)).toMatch(/^Jayden has a visit/)
})

test('a mother who books for new children uses up no tries of her own', async () => {
  const world = await openWorld()
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone })
  await ask(await world.call(), 'book-appointment', { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', ...visit })
  const call = await world.call()
  for (let day = 1; day <= 6; day++) await ask(call, 'check-availability', { ...jayden, birthDate: `2015-05-0${day}` })
  expect(await ask(call, 'find-appointments', { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' })).toMatch(/^Ana has/)
})

test('a withheld caller who names a number is nobody on file there, even with every detail right', async () => {
  const world = await openWorld()
  const known = await world.addPatient({ ...jayden, phone })
  await ask(await world.call(), 'book-appointment', { ...jayden, ...visit })
  world.clock.advance(1)
  const call = await world.call({ from: null })
  const again = { ...jayden, ...visit, startsAt: 'March 11 at ten', phone }
  expect(await ask(call, 'book-appointment', again)).toMatch(/^Booked: Jayden/)
  expect(await ask(call, 'book-appointment', again)).toMatch(/^Booked: Jayden/)
  const booked = await visits(world)
  expect(booked).toHaveLength(2)
  expect(booked.filter((one) => one.patient_id === known.id)).toHaveLength(1)
  expect(await duplicates(world)).toHaveLength(1)
  expect(await ask(await world.call(), 'find-appointments', jayden)).toMatch(/^Jayden has a visit on .*, at nine in the morning\.$/)
})

test.each([
  [phone, 4],
  [null, 2],
])('a call from %s books at most %i visits', async (from, most) => {
  const world = await openWorld()
  const call = await world.call({ from })
  const lines: string[] = []
  for (let day = 10; day <= most + 10; day++)
    lines.push(await ask(call, 'book-appointment', { ...jayden, phone, appointmentType: 'cleaning', startsAt: `April ${day + 3} at ten` }))
  expect(lines.filter((line) => line.startsWith('Booked'))).toHaveLength(most)
  expect(lines.at(-1)).toMatch(/I can have someone from the practice call you back\.$/)
})

test('a text to a number that was only named waits for the morning', async () => {
  const world = await openWorld({ now: '2026-03-03T05:00:00.000Z' })
  const wanted = { ...jayden, appointmentType: 'cleaning', phone: '+15125550188', startsAt: 'March 11 at nine' }
  expect(await ask(await world.call({ from: null }), 'book-appointment', wanted)).not.toMatch(/on its way/)
  expect(await world.rows('messages')).toMatchObject([{ to_number: '+15125550188', send_after: '2026-03-03T14:00:00.000Z' }])
})
