import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Call = Awaited<ReturnType<World['call']>>
type Visit = { id: string; patient_id: string; starts_at: string; status: string }
type Person = { id: string; first_name: string; last_name: string; birth_date: string | null }

const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: 'April 12th 1988', appointmentType: 'cleaning' }
const leo = { firstName: 'Leo', lastName: 'Garcia', birthDate: '2016-09-01', appointmentType: 'cleaning' }

async function book(call: Call, args: Record<string, unknown>, toolCallId?: string): Promise<string> {
  const answer = await call.tool('book-appointment', args, toolCallId ? { toolCallId } : {})
  expect(answer.problems).toEqual([])
  return answer.results[0]?.result ?? ''
}
const visits = (world: World) => world.rows<Visit>('appointments')

test.each([
  ['one text', { startsAt: 'Wednesday, March eleventh, at nine in the morning' }],
  ['a date and a time', { date: '2026-03-11', time: '09:00' }],
  ['only a time that names the day', { time: 'next Wednesday at nine' }],
  ['an instant with an offset', { startsAt: '2026-03-11T09:00:00-05:00' }],
  ['names with underscores', { first_name: 'Ana', last_name: 'Garcia', birth_date: '1988-04-12', starts_at: '2026-03-11 09:00' }],
])('a visit is booked from %s', async (_, start) => {
  const world = await openWorld()
  expect(await book(await world.call(), { ...ana, ...start })).toBe(
    'Booked: Ana, Wednesday, March eleventh, at nine in the morning, with Kim. A text with the time is on its way.',
  )
  expect(await visits(world)).toMatchObject([{ starts_at: '2026-03-11T14:00:00.000Z', status: 'booked' }])
  const events = await world.events()
  expect(events.at(-1)).toMatchObject({ type: 'appointment.booked', by: { kind: 'voice' } })
})

test('when the time is gone the caller hears so and is offered the nearest three', async () => {
  const world = await openWorld()
  await book(await world.call(), { ...ana, startsAt: 'March 11 at ten' })
  const second = await world.call({ from: '+15125550188' })
  expect(await book(second, { ...leo, startsAt: 'March 11 at ten' })).toBe(
    'That time was just taken. The nearest I have is Wednesday, March eleventh: eight forty five in the morning, nine in the morning or eleven in the morning. Would one of these work?',
  )
  expect(await visits(world)).toHaveLength(1)
  expect(await world.rows('patients')).toHaveLength(1)
})

test('a time between the grid or outside the hours is not called taken', async () => {
  const world = await openWorld()
  const call = await world.call()
  for (const startsAt of ['March 11 at 9:05', 'March 11 at 9:02', 'March 11 at seven in the evening', 'Sunday March 15 at ten'])
    expect(await book(call, { ...ana, startsAt })).toMatch(/^That time is not open\. The nearest I have is /)
  expect(await book(call, { ...ana, startsAt: 'today at eight in the morning' })).toMatch(
    /^That time is not open\. The nearest I have is Monday, March second/,
  )
  expect(await book(call, { ...ana, startsAt: '2027-04-05 at ten' })).toBe(
    'That is further ahead than I can book. Which earlier day would suit you?',
  )
  expect(await visits(world)).toEqual([])
})

test('a visit takes as long as its type and provider need, and a chair with its turnover', async () => {
  const world = await openWorld()
  const filling = { ...ana, appointmentType: 'filling', startsAt: 'March 11 at nine' }
  await book(await world.call(), { ...filling, provider: 'Doctor Ruiz' })
  expect(await visits(world)).toMatchObject([{ ends_at: '2026-03-11T15:00:00.000Z', released_at: '2026-03-11T15:15:00.000Z' }])
  await book(await world.call({ from: '+15125550188' }), { ...filling, ...leo, appointmentType: 'filling', provider: 'Doctor Patel' })
  const chairs = (await world.rows<{ operatory_id: string }>('appointments')).map((one) => one.operatory_id)
  expect(new Set(chairs).size).toBe(2)
})

test('a year that a model made up is not booked', async () => {
  const world = await openWorld()
  const call = await world.call()
  for (const startsAt of ['2023-10-11T09:00:00', '2025-03-11 at nine'])
    expect(await book(call, { ...ana, startsAt })).toBe('That day is already past. Which day would you like?')
  expect(await world.rows('patients')).toEqual([])
})

test('two siblings are booked in one call, each with an own visit and an own confirmation', async () => {
  const world = await openWorld()
  const call = await world.call()
  expect(await book(call, { ...ana, startsAt: 'March 11 at nine' })).toMatch(/^Booked: Ana, .*, at nine in the morning/)
  expect(await book(call, { ...leo, startsAt: 'March 11 at ten' })).toMatch(/^Booked: Leo, .*, at ten in the morning/)
  const booked = await visits(world)
  expect(booked.map((one) => one.starts_at).sort()).toEqual(['2026-03-11T14:00:00.000Z', '2026-03-11T15:00:00.000Z'])
  expect(new Set(booked.map((one) => one.patient_id)).size).toBe(2)
  expect((await world.rows<{ body: string }>('messages')).map((one) => one.body).join()).toMatch(/Ana.*Leo|Leo.*Ana/s)
})

test('a mother who books her child never renames herself', async () => {
  const world = await openWorld()
  const mother = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: '+15125550199' })
  await book(await world.call(), { ...leo, startsAt: 'March 11 at nine' })
  const people = await world.rows<Person>('patients')
  expect(people.map((one) => one.first_name).sort()).toEqual(['Ana', 'Leo'])
  expect(people.find((one) => one.id === mother.id)).toMatchObject({ first_name: 'Ana', birth_date: '1988-04-12' })
  const [visit] = await visits(world)
  expect(visit?.patient_id).not.toBe(mother.id)
})

test('a booking does not write a birth date into a record, which would let anybody prove to be that patient', async () => {
  const world = await openWorld()
  const known = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550199' })
  const call = await world.call()
  expect(await book(call, { ...ana, birthDate: '1970-01-01', startsAt: 'March 11 at nine' })).toMatch(/^Booked: Ana/)
  expect(await world.rows<Person>('patients')).toMatchObject([{ id: known.id, birth_date: null }])
  const found = await call.tool('find-appointments', { ...ana, birthDate: '1970-01-01' })
  expect(found.results[0]?.result).toMatch(/^I could not find a visit/)
})

test('the same booking under a new id is the one that exists; a second time for one patient is said to be one', async () => {
  const world = await openWorld()
  const call = await world.call()
  await book(call, { ...ana, startsAt: 'March 11 at nine' }, 'first')
  expect(await book(call, { ...ana, startsAt: 'Wednesday the 11th at 9 am' }, 'second')).toBe(
    'Booked: Ana, Wednesday, March eleventh, at nine in the morning, with Kim.',
  )
  expect(await visits(world)).toHaveLength(1)
  expect(await book(call, { ...ana, startsAt: 'March 11 at eleven' }, 'third')).toMatch(/That is a second visit for Ana in this call\.$/)
})

test('somebody who was cut off and calls again hears of the visit that was made', async () => {
  const world = await openWorld()
  const first = await world.call()
  await book(first, { ...ana, startsAt: 'March 11 at nine' })
  await first.end()
  expect(await book(await world.call(), { ...ana, startsAt: 'March 11 at nine' })).toMatch(
    /^Booked: Ana, Wednesday, March eleventh, at nine/,
  )
  expect(await visits(world)).toHaveLength(1)
})

test('twenty callers at once for one time: one gets it, the others are offered another', async () => {
  const world = await openWorld()
  const calls = await Promise.all(Array.from({ length: 20 }, (_, at) => world.call({ from: `+1512555${1000 + at}` })))
  const lines = await Promise.all(
    calls.map((call, at) => book(call, { ...ana, firstName: `Ana${'abcdefghijklmnopqrst'[at]}`, startsAt: 'March 11 at nine' })),
  )
  expect(lines.filter((line) => line.startsWith('Booked:'))).toHaveLength(1)
  expect(lines.filter((line) => /^That time was just taken\. The nearest I have is /.test(line))).toHaveLength(19)
  expect(await visits(world)).toHaveLength(1)
})

test('two requests of one call at once for the same booking make one', async () => {
  const world = await openWorld()
  const call = await world.call()
  const lines = await Promise.all(
    Array.from({ length: 6 }, (_, at) => book(call, { ...ana, startsAt: 'March 11 at nine' }, `id-${at % 3}`)),
  )
  expect(new Set(lines.map((line) => line.replace(' A text with the time is on its way.', ''))).size).toBe(1)
  expect(await visits(world)).toHaveLength(1)
  expect(await world.rows('patients')).toHaveLength(1)
  expect(await world.rows('messages')).toHaveLength(1)
})

test('a booking that is still on its way when the call ends is made, and the call stays ended', async () => {
  const world = await openWorld()
  const call = await world.call()
  const [line] = await Promise.all([book(call, { ...ana, startsAt: 'March 11 at nine' }), call.status('ended')])
  expect(line).toMatch(/^Booked: Ana/)
  expect(await book(call, { ...leo, startsAt: 'March 11 at ten' })).toMatch(/^Booked: Leo/)
  expect(await world.rows('calls')).toMatchObject([{ status: 'ended' }])
  expect(await visits(world)).toHaveLength(2)
})

test('a provider is kept to, and one who cannot be meant is asked about', async () => {
  const world = await openWorld()
  const call = await world.call()
  const filling = { ...ana, appointmentType: 'filling', startsAt: 'March 11 at nine' }
  expect(await book(call, { ...filling, provider: 'Doctor Strange' })).toMatch(/^I do not see that provider here\./)
  expect(await book(call, { ...filling, provider: 'Ruiz' })).toMatch(/with Doctor Ruiz\./)
  expect(
    await book(await world.call({ from: '+15125550188' }), {
      ...leo,
      appointmentType: 'filling',
      startsAt: 'March 11 at nine',
      provider: 'Ruiz',
    }),
  ).toMatch(/^That time was just taken\. .*, with Doctor Ruiz\. Would one of these work\?$/)
})

test('a withheld caller gives a number, in figures or in words, and the text goes there', async () => {
  const world = await openWorld()
  const call = await world.call({ from: null })
  const wanted = { ...ana, startsAt: 'March 11 at nine' }
  expect(await book(call, wanted)).toBe('What phone number can the practice reach you on?')
  expect(await book(call, { ...wanted, phone: '0000000000' })).toBe(
    'I did not catch the number. What phone number can the practice reach you on?',
  )
  expect(await book(call, { ...wanted, phone: 'five one two, five five five, oh one double eight' })).toMatch(/^Booked: Ana/)
  expect(await world.rows('messages')).toMatchObject([{ to_number: '+15125550188' }])
})

test('a forwarded call that shows the number of the practice itself is a withheld one', async () => {
  const world = await openWorld()
  const call = await world.call({ from: '+15125550142' })
  expect(await book(call, { ...ana, startsAt: 'March 11 at nine' })).toBe('What phone number can the practice reach you on?')
  expect(await world.rows('calls')).toMatchObject([{ caller_number: null }])
})

test('a visit for children needs the age, and says no in a friendly way', async () => {
  const child = { name: 'Child visit', durationMinutes: 30, providers: ['Kim Nguyen'], operatories: ['Op 3'], maximumAge: 12 }
  const world = await openWorld({ practice: { appointmentTypes: [child] } as never })
  const call = await world.call()
  const visit = { appointmentType: 'child visit', startsAt: 'March 11 at nine' }
  expect(await book(call, { ...leo, ...visit, birthDate: '' })).toBe('And the date of birth, please?')
  expect(await book(call, { ...ana, ...visit })).toMatch(/^That kind of visit is not for that age\./)
  expect(await book(call, { ...leo, ...visit })).toMatch(/^Booked: Leo/)
  expect(await world.rows('patients')).toHaveLength(1)
})

test('a patient who speaks Spanish is texted in Spanish', async () => {
  const world = await openWorld()
  await book(await world.call(), { ...ana, startsAt: 'March 11 at nine', language: 'Spanish' })
  expect((await world.rows<{ body: string }>('messages'))[0]?.body).toContain('su cita es mie 11 mar a las 9:00 AM')
})
