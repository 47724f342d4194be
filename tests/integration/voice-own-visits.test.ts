import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Call = Awaited<ReturnType<World['call']>>
type Visit = { id: string; starts_at: string; status: string; confirmation: string; provider_id: string }

const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12' }
const NOT_FOUND = 'I could not find a visit with those details. I can have someone from the practice call you back.'
const TOOLS = ['find-appointments', 'confirm-appointment', 'cancel-appointment', 'move-appointment'] as const

async function ask(call: Call, name: string, args: Record<string, unknown>): Promise<string> {
  const answer = await call.tool(name, args)
  expect(answer.problems).toEqual([])
  return answer.results[0]?.result ?? ''
}

/** Ana is on file with these visits, booked in earlier calls. */
async function openWithVisits(...starts: string[]) {
  const world = await openWorld()
  await world.addPatient({ ...ana, phone: '+15125550199' })
  for (const startsAt of starts) {
    const call = await world.call()
    expect(await ask(call, 'book-appointment', { ...ana, appointmentType: 'filling', startsAt })).toMatch(/^Booked/)
    await call.end()
  }
  return { world, visits: () => world.rows<Visit>('appointments') }
}

test('a proven caller hears the visits in words', async () => {
  const { world } = await openWithVisits('March 11 at nine', 'March 18 at ten', 'March 25 at ten', 'April 1 at ten', 'April 8 at ten')
  const line = await ask(await world.call(), 'find-appointments', { ...ana, birthDate: 'April twelfth eighty eight' })
  expect(line).toBe(
    'Ana has visits on Wednesday, March eleventh, at nine in the morning, Wednesday, March eighteenth, at ten in the morning and Wednesday, March twenty fifth, at ten in the morning, and two more after that.',
  )
})

test('a name heard a letter wrong is still proof together with the birth date', async () => {
  const { world } = await openWithVisits('March 11 at nine')
  expect(await ask(await world.call(), 'find-appointments', { ...ana, lastName: 'Garzia' })).toMatch(/^Ana has a visit on Wednesday/)
})

test.each([
  ['another number', { from: '+15125550111' }, ana],
  ['a withheld number', { from: null }, ana],
  ['another birth date', {}, { ...ana, birthDate: '1988-04-13' }],
  ['another name', {}, { ...ana, firstName: 'Rosa' }],
  ['nobody who exists', {}, { firstName: 'Nobody', lastName: 'Known', birthDate: '1950-01-01' }],
])('%s gets the same answer from every tool, and nothing changes', async (_, from, details) => {
  const { world, visits } = await openWithVisits('March 11 at nine')
  const before = await visits()
  const call = await world.call(from)
  for (const tool of TOOLS) expect(await ask(call, tool, { ...details, newStartsAt: 'March 12 at ten' })).toBe(NOT_FOUND)
  expect(await visits()).toEqual(before)
})

test('a patient without a visit gets the answer of somebody unknown', async () => {
  const { world } = await openWithVisits()
  for (const tool of TOOLS) expect(await ask(await world.call(), tool, { ...ana, newStartsAt: 'March 12 at ten' })).toBe(NOT_FOUND)
})

test('birth dates cannot be guessed in one call', async () => {
  const { world } = await openWithVisits('March 11 at nine')
  const call = await world.call()
  for (let day = 1; day <= 5; day++) expect(await ask(call, 'find-appointments', { ...ana, birthDate: `1988-04-0${day}` })).toBe(NOT_FOUND)
  expect(await ask(call, 'find-appointments', ana)).toBe(NOT_FOUND)
  expect(await ask(await world.call(), 'find-appointments', ana)).toMatch(/^Ana has a visit/)
})

test('one thing is asked at a time', async () => {
  const { world } = await openWithVisits('March 11 at nine')
  const call = await world.call()
  expect(await ask(call, 'find-appointments', {})).toBe('May I have the first and last name the visit is under?')
  expect(await ask(call, 'find-appointments', { name: 'Ana Garcia' })).toBe('And the date of birth, please?')
  expect(await ask(call, 'find-appointments', { ...ana, birthDate: 'the twelfth' })).toBe(
    'I did not catch the birth date. Could you say it again, with the year?',
  )
})

test('a visit is confirmed, once', async () => {
  const { world, visits } = await openWithVisits('March 11 at nine')
  const call = await world.call()
  const line = 'Confirmed: Ana, Wednesday, March eleventh, at nine in the morning.'
  expect(await ask(call, 'confirm-appointment', ana)).toBe(line)
  const { length } = await world.events()
  expect(await ask(call, 'confirm-appointment', ana)).toBe(line)
  expect(await visits()).toMatchObject([{ confirmation: 'confirmed' }])
  expect(await world.events()).toHaveLength(length)
})

test('with several visits the one named is cancelled; unnamed, it is asked which', async () => {
  const { world, visits } = await openWithVisits('March 11 at nine', 'March 18 at ten')
  const call = await world.call()
  expect(await ask(call, 'cancel-appointment', ana)).toBe(
    'There is more than one visit: Wednesday, March eleventh, at nine in the morning or Wednesday, March eighteenth, at ten in the morning. Which one do you mean?',
  )
  expect(await ask(call, 'cancel-appointment', { ...ana, appointmentDate: 'March 18th' })).toBe(
    'Cancelled: Ana, Wednesday, March eighteenth, at ten in the morning. Would you like another time instead?',
  )
  expect((await visits()).map((one) => [one.starts_at.slice(0, 10), one.status]).sort()).toEqual([
    ['2026-03-11', 'booked'],
    ['2026-03-18', 'cancelled'],
  ])
  expect((await world.events()).findLast((event) => event.type === 'appointment.cancelled')?.changed.openings).toHaveLength(1)
  expect(await world.rows('leads')).toMatchObject([{ kind: 'rebook', status: 'open' }])
})

test('a cancellation repeated under a new id never takes the next visit with it', async () => {
  const { world, visits } = await openWithVisits('March 11 at nine')
  const call = await world.call()
  await ask(call, 'cancel-appointment', ana)
  expect(await ask(call, 'cancel-appointment', ana)).toBe(
    'Cancelled: Ana, Wednesday, March eleventh, at nine in the morning. Would you like another time instead?',
  )
  await ask(call, 'book-appointment', { ...ana, appointmentType: 'filling', startsAt: 'March 18 at ten' })
  expect(await ask(call, 'cancel-appointment', ana)).toBe(
    'Cancelled: Ana, Wednesday, March eleventh, at nine in the morning. Do you want to cancel Wednesday, March eighteenth, at ten in the morning as well?',
  )
  expect((await visits()).filter((one) => one.status === 'booked')).toHaveLength(1)
  expect(await ask(call, 'cancel-appointment', { ...ana, appointmentDate: 'March 18' })).toMatch(
    /^Cancelled: Ana, Wednesday, March eighteenth/,
  )
})

test('a visit is moved, keeps its provider where it can, and a repeat says it is there', async () => {
  const { world, visits } = await openWithVisits('March 11 at nine')
  const [before] = await visits()
  const call = await world.call()
  expect(await ask(call, 'move-appointment', { ...ana, newDate: 'March 12th', newTime: 'ten' })).toBe(
    'Moved: Ana now has Thursday, March twelfth, at ten in the morning, instead of Wednesday, March eleventh, at nine in the morning.',
  )
  expect(await visits()).toMatchObject([{ id: before?.id, provider_id: before?.provider_id, starts_at: '2026-03-12T15:00:00.000Z' }])
  expect((await world.events()).at(-1)?.type).toBe('appointment.moved')
  const repeat = { ...ana, appointmentDate: 'March 11', newStartsAt: 'Thursday the twelfth at ten' }
  expect(await ask(call, 'move-appointment', repeat)).toBe('Ana already has Thursday, March twelfth, at ten in the morning.')
  expect(await world.rows('messages')).toHaveLength(2)
})

test('a move to a time that is gone leaves the visit where it is and offers what is near', async () => {
  const { world, visits } = await openWithVisits('March 11 at nine')
  for (const [at, provider] of ['Patel', 'Ruiz'].entries()) {
    const other = await world.call({ from: `+151255502${10 + at}` })
    const person = { firstName: 'Leo', lastName: 'Stone', birthDate: '1990-01-01', appointmentType: 'filling', provider }
    expect(await ask(other, 'book-appointment', { ...person, startsAt: 'March 12 at ten' })).toMatch(/^Booked/)
  }
  expect(await ask(await world.call(), 'move-appointment', { ...ana, newStartsAt: 'March 12 at ten' })).toMatch(
    /^That time was just taken, so the visit stays where it is for now\. The nearest I have is .*Thursday, March twelfth.*\. Would one of these work\?$/,
  )
  expect((await visits()).find((one) => one.starts_at === '2026-03-11T14:00:00.000Z')?.status).toBe('booked')
})

test('every reading and every failed proof is in the audit log', async () => {
  const { world } = await openWithVisits('March 11 at nine')
  const call = await world.call()
  await ask(call, 'find-appointments', { ...ana, birthDate: '1970-01-01' })
  await ask(call, 'find-appointments', ana)
  const actions = (await world.rows<{ action: string }>('audit_log')).map((line) => line.action)
  expect(actions).toEqual(expect.arrayContaining(['patient.proof_failed', 'patient.read']))
})
