import { requestOf } from '@dentalanswer/shared/contract/desk-client.ts'
import type { Route } from '@dentalanswer/shared/contract/desk-route.ts'
import { type DeskRouteName, deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { expect, test } from 'vitest'
import { at, deskSamples, type Filled, fillPractice } from '../support/desk-samples.ts'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'

type Input = Record<string, unknown>
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** Everything kept of a practice, but for when a desk was last seen. */
async function kept(world: PracticeWorld): Promise<string> {
  const tables =
    `practices providers operatories appointment_types working_hours closures phone_numbers onboarding_runs assistant_versions text_registrations patients contact_points appointments
    claims calls call_turns messages opt_outs leads callbacks alarms openings changes events outbox audit_log`.split(/\s+/)
  return JSON.stringify(await Promise.all(tables.map((name) => world.rows(name))))
}

/** Every input that differs from `mine` in exactly one id or number, which is the other practice's. */
function foreignInputs(mine: unknown, theirs: unknown, rebuild: (value: unknown) => unknown = (value) => value): [string, Input][] {
  if (typeof mine === 'string' && typeof theirs === 'string')
    return mine !== theirs && (UUID.test(mine) || mine.startsWith('+1')) ? [[theirs, rebuild(theirs) as Input]] : []
  if (mine === null || typeof mine !== 'object' || theirs === null || typeof theirs !== 'object') return []
  return Object.keys(mine).flatMap((key) =>
    foreignInputs((mine as Input)[key], (theirs as Input)[key], (value) =>
      rebuild(Array.isArray(mine) ? mine.map((one, index) => (String(index) === key ? value : one)) : { ...mine, [key]: value }),
    ),
  )
}

async function ask(world: World, token: string, route: Route, input: Input) {
  const { path, body } = requestOf(route, input)
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() }
  const response = await world.request(path, { method: route.method, headers, body })
  return { status: response.status, text: await response.text() }
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).every((one) => typeof one === 'string' || isEmpty(one)))

/** More inputs that name something: a closure of an operatory, a new guardian, a patient found by name or number. */
function moreSamples(of: Filled): [DeskRouteName, Input][] {
  const samples = deskSamples(of)
  const operatoryId = samples['slots.check'].operatoryId
  return [
    ['closure.add', { ...samples['closure.add'], providerId: null, operatoryId }],
    ['appointment.book', { ...samples['appointment.book'], operatoryId: null, overbookReason: null, startsAt: at('03-06 14:00') }],
    ['appointment.book', { ...samples['appointment.book'], providerId: null, overbookReason: null, startsAt: at('03-06 14:00') }],
    ['provider.put', { ...of.patel }],
    ['appointmentType.put', { ...of.filling }],
    ['operatory.put', { ...of.setup.operatories[0]! }],
  ]
}

test('ids of another practice are unknown on every desk route, and nothing changes in either practice', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  const [mine, theirs] = [await fillPractice(world, '+15125550101'), await fillPractice(other, '+15125550909')]
  const { token } = await world.pair()
  const theirIds = new Set(JSON.stringify(theirs).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g))
  const theirWords = [...theirIds, theirs.ana.lastName]
  const before = [await kept(world), await kept(other)]
  const tried = new Map<string, number>()
  const own = [...(Object.entries(deskSamples(mine)) as [DeskRouteName, Input][]), ...moreSamples(mine)]
  const foreign = [...(Object.entries(deskSamples(theirs)) as [DeskRouteName, Input][]), ...moreSamples(theirs)]
  for (const [index, [name, input]] of own.entries()) {
    const route: Route = deskRoutes[name]
    for (const [id, wrong] of foreignInputs(input, foreign[index]![1])) {
      // A text, a new number or a callback may go to anybody's number.
      if (id.startsWith('+1') && !['household.find', 'thread.read'].includes(name)) continue
      if (!id.startsWith('+1') && !theirIds.has(id)) continue
      const { status, text } = await ask(world, token, route, wrong)
      expect([404, 200], `${name} ${text}`).toContain(status)
      if (status === 200) expect(isEmpty(JSON.parse(text)), `${name} ${text}`).toBe(true)
      const leaked = theirWords.filter((word) => word !== id && text.includes(word))
      expect(leaked, name).toEqual([])
      tried.set(name, (tried.get(name) ?? 0) + 1)
    }
  }
  const naming = Object.entries(deskSamples(mine)).filter(([, input]) => Object.values(input).some((one) => UUID.test(String(one))))
  expect(naming.length).toBeGreaterThan(25)
  for (const [name] of naming) expect(tried.get(name), name).toBeGreaterThan(0)
  // Looking for a number that is nobody's here is kept as a look.
  const readings = /"action":"(thread|household)\.read"/
  const after = [await kept(world), await kept(other)]
  expect(after[1]).toBe(before[1])
  const withoutReadings = (text: string) =>
    JSON.stringify((JSON.parse(text) as object[][]).map((rows) => rows.filter((row) => !readings.test(JSON.stringify(row)))))
  expect(withoutReadings(after[0]!)).toBe(withoutReadings(before[0]!))
})

test('a desk finds no patient of another practice by name, number or birth date', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  await other.addPatient({ firstName: 'Theo', lastName: 'Other', birthDate: '1971-07-07', phone: '+15125550909' })
  const { client } = await world.pair()
  for (const text of ['Theo', 'other', '5125550909', '1971-07-07']) expect(await client.call('patient.search', { text })).toEqual([])
  const theirs = await other.pair()
  expect(await theirs.client.call('patient.search', { text: 'theo oth' })).toHaveLength(1)
})
