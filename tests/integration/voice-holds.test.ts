import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type Call = Awaited<ReturnType<World['call']>>
const MORNING = { when: 'Thursday', timeOfDay: 'morning', appointmentType: 'cleaning' }
const OFFERED = 'I have Thursday, March fifth: eight in the morning, nine in the morning or ten in the morning. Which works best?'

const ask = async (call: Call, args: Record<string, unknown> = MORNING) =>
  (await call.tool('check-availability', args)).results[0]?.result ?? ''
const book = async (call: Call, startsAt: string) => {
  const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning', startsAt }
  return (await call.tool('book-appointment', ana)).results[0]?.result ?? ''
}

test('what one caller was offered no other caller hears or books for ninety seconds', async () => {
  const world = await openWorld()
  const [first, second] = [await world.call(), await world.call({ from: '+15125550188' })]
  expect(await ask(first)).toBe(OFFERED)
  expect(await ask(first)).toBe(OFFERED)
  world.clock.advance(1.4)
  expect(await ask(second)).not.toMatch(/March fifth: .*\b(eight|nine|ten)\b.* in the morning/)
  expect(await book(second, 'Thursday at nine')).toMatch(/^That time was just taken\./)
  expect(await book(first, 'Thursday at nine')).toMatch(/^Booked: Ana/)
})

test('an offer that has run out is free again', async () => {
  const world = await openWorld()
  await ask(await world.call())
  world.clock.advance(1.6)
  expect(await ask(await world.call({ from: '+15125550188' }))).toBe(OFFERED)
})

test.each([['status'], ['report']] as const)('an offer is free again after hanging up, known by the %s', async (known) => {
  const world = await openWorld()
  const first = await world.call()
  await ask(first)
  if (known === 'status') await first.status('ended')
  else {
    first.record.endedAt = world.clock.nowMs()
    await first.deliverReport()
  }
  expect(await ask(await world.call({ from: '+15125550188' }))).toBe(OFFERED)
})

test('a late question of a call that is over keeps nothing from others', async () => {
  const world = await openWorld()
  const first = await world.call()
  await first.end()
  expect(await ask(first)).toBe(OFFERED)
  expect(await ask(await world.call({ from: '+15125550188' }))).toBe(OFFERED)
})

test('two callers who ask at the same moment never hear the same time', async () => {
  const world = await openWorld()
  const calls = await Promise.all(Array.from({ length: 6 }, (_, at) => world.call({ from: `+1512555${2000 + at}` })))
  await Promise.all(calls.map((call) => ask(call, { when: 'Thursday', appointmentType: 'cleaning' })))
  const holds = await world.rows<{ call_id: string; starts_at: string; released_at: string }>('holds')
  const overlapping = holds.filter((one) =>
    holds.some((other) => other.call_id !== one.call_id && other.starts_at < one.released_at && other.released_at > one.starts_at),
  )
  expect(holds.length).toBeGreaterThan(6)
  expect(overlapping).toEqual([])
})
