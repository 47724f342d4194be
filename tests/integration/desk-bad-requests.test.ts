import { Writable } from 'node:stream'
import { createApp } from '@dentalanswer/relay/src/app.ts'
import { createDeps } from '@dentalanswer/relay/src/deps.ts'
import { createLog } from '@dentalanswer/relay/src/log.ts'
import { requestOf } from '@dentalanswer/shared/contract/desk-client.ts'
import type { Route } from '@dentalanswer/shared/contract/desk-route.ts'
import { ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import { type DeskRouteName, deskRoutes, EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import { expect, onTestFinished, test } from 'vitest'
import { at, deskSamples, fillPractice, typeNamed } from '../support/desk-samples.ts'
import { openWorld, type World } from '../support/world.ts'

type Input = Record<string, unknown>
/** Must come back in no answer and be in no log. */
const SECRET = 'Xq7-Rosalind-Vandermeer'

/** The relay again, over the same store, with a log that can be read. */
async function openDesk() {
  const world = await openWorld()
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = createLog('trace', sink)
  const deps = createDeps(world.deps.config, { clock: world.clock, store: world.deps.store, log })
  const relay = createApp(deps, { lastDispatchAt: () => null, isStopping: () => false })
  onTestFinished(() => {
    relay.close()
    deps.feed.close()
  })
  const { token, client } = await world.pair()
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...init.headers }
    const response = await relay.app.fetch(new Request(new URL(path, 'http://relay.test'), { ...init, headers }))
    return { status: response.status, text: await response.text() }
  }
  return { world, client, send, lines, of: await fillPractice(world) }
}

const counted = async (world: World) => Number((await world.rows<{ event_seq: number }>('practices'))[0]!.event_seq)

function expectRefused({ status, text }: { status: number; text: string }, why: string): void {
  expect(status, why).toBeGreaterThanOrEqual(400)
  expect(status, `${why} ${text}`).toBeLessThan(500)
  ErrorReply.parse(JSON.parse(text))
  expect(text, why).not.toContain(SECRET)
}

/** An address knows neither null nor half a character: what arrives may be another, and right, input. */
function arriving(route: Route, input: Input): Input {
  const whole = (value: unknown) => (value === undefined ? value : String(value).toWellFormed())
  const isInAddress = (name: string) => route.method === 'GET' || route.path.includes(`:${name}`)
  const given = Object.entries(input).filter(([name, value]) => !(isInAddress(name) && value === null))
  return Object.fromEntries(given.map(([name, value]) => [name, isInAddress(name) ? whole(value) : value]))
}

const WRONG: unknown[] = [
  undefined,
  null,
  '',
  SECRET,
  SECRET.repeat(300),
  `${SECRET}\u0000`,
  `${SECRET}\ud800`,
  17,
  -1,
  1e308,
  true,
  [],
  [SECRET],
  { [SECRET]: SECRET },
  '../../setup',
  '%00',
  "'; drop table patients; --",
  '0000-00-00',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '+00000000000',
]

test('a field that is missing, of the wrong type, too long or hostile is refused on every route and changes nothing', async () => {
  const { world, send, lines, of } = await openDesk()
  const before = await counted(world)
  let tried = 0
  for (const [name, input] of Object.entries(deskSamples(of)) as [DeskRouteName, Input][]) {
    const route: Route = deskRoutes[name]
    for (const field of Object.keys(input))
      for (const value of WRONG) {
        const wrong = { ...input, [field]: value }
        const { path, body } = requestOf(route, wrong)
        if (route.input.safeParse(arriving(route, wrong)).success) continue
        if (route.method === 'GET' && typeof value === 'object') continue
        expectRefused(await send(path, { method: route.method, body }), `${name} ${field} ${String(value).slice(0, 30)}`)
        tried++
      }
  }
  expect(tried).toBeGreaterThan(1_200)
  expect(await counted(world)).toBe(before)
  expect(lines.join('')).not.toContain(SECRET)
})

test('a body that is empty, cut off, no object, too deep or too large is refused', async () => {
  const { world, send } = await openDesk()
  const before = await counted(world)
  const deep = `{"patientId":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  const bodies = [
    '',
    'null',
    '[]',
    '"text"',
    '17',
    '{',
    '{"patientId":',
    '{"a":1}}',
    `{"__proto__":{"patientId":"x"}}`,
    deep,
    '\u0000',
    '{}',
  ]
  for (const body of bodies) {
    const answer = await send('/api/desk/appointments', { method: 'POST', body })
    expectRefused(answer, body.slice(0, 20))
    expect(answer.status).toBe(400)
  }
  const large = JSON.stringify({ body: 'x'.repeat(300_000) })
  expect((await send('/api/desk/messages', { method: 'POST', body: large })).status).toBe(413)
  const chunked = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(64_000))),
  })
  const endless = await send('/api/desk/messages', { method: 'POST', body: chunked, duplex: 'half' } as RequestInit)
  expect(endless.status).toBe(413)
  const torn = new ReadableStream({ pull: (controller) => controller.error(new Error(SECRET)) })
  expectRefused(await send('/api/desk/messages', { method: 'POST', body: torn, duplex: 'half' } as RequestInit), 'torn')
  expect(await counted(world)).toBe(before)
})

test('without a valid token every route, the feed included, answers 401 and nothing else', async () => {
  const { world, send, of, client } = await openDesk()
  const { device, token } = await world.pair('Lost')
  await client.call('device.revoke', { deviceId: device.id })
  const before = await counted(world)
  const wrong = ['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, `Basic ${token}`, `Bearer ${token}`, `Bearer ${token}'--`]
  for (const authorization of wrong) {
    for (const [name, input] of Object.entries(deskSamples(of)) as [DeskRouteName, Input][]) {
      const { path, body } = requestOf(deskRoutes[name], input)
      const answer = await send(path, { method: deskRoutes[name].method, body, headers: { authorization } })
      expect([answer.status, ErrorReply.parse(JSON.parse(answer.text)).error.code], name).toEqual([401, 'NOT_PAIRED'])
    }
    expect((await send(EVENTS_PATH, { headers: { authorization } })).status).toBe(401)
  }
  expect(await counted(world)).toBe(before)
})

test('an unknown path and a wrong method are typed refusals', async () => {
  const { send } = await openDesk()
  for (const path of ['/api/desk/nothing', '/api/desk/patients/a/b/c', '/nothing', '/api/desk/%E0%A4%A', '/api/pair/x'])
    expectRefused(await send(path), path)
  for (const method of ['PATCH', 'DELETE', 'OPTIONS']) expectRefused(await send('/api/desk/patients', { method }), method)
})

test('names and notes of any spelling are kept as typed, found, and never run as a query', async () => {
  const { world, client, of } = await openDesk()
  const names = ["O'Brien; drop table patients;--", 'Ñandú Ærø 王小明', '<script>alert(1)</script>', '%_%', '👩‍⚕️ Zoë\u202e', '"\\\'$1$$']
  for (const lastName of names) {
    const made = await client.call('patient.create', { firstName: 'Ana', lastName, note: `${lastName}\n2` })
    expect((await client.call('patient.find', { patientId: made.id })).patient).toMatchObject({ lastName, note: `${lastName}\n2` })
  }
  expect(await client.call('patient.search', { text: 'obrien' })).toHaveLength(1)
  expect(await client.call('patient.search', { text: '%' })).toEqual([])
  expect((await client.call('patient.search', { text: "' or 1=1 --" })).length).toBeLessThan(2)
  expect(await world.rows('patients')).toHaveLength(3 + names.length)
  expect(of.ana.lastName).toBe('Garcia101')
})

test('ranges that end before they begin, are too long or lie in another age are refused in words', async () => {
  const { client, of } = await openDesk()
  const day = (text: string) => text as never
  const range = (from: string, to: string) => client.call('schedule.range', { from: day(from), to: day(to) })
  await expect(range('2026-03-05', '2026-03-04')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(range('2026-03-01', '2026-06-01')).rejects.toMatchObject({ code: 'RANGE_TOO_LONG' })
  await expect(range('9999-12-30', '9999-12-31')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(range('0000-01-01', '0000-01-02')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const slots = { appointmentTypeId: of.filling.id, from: day('2026-03-01') }
  await expect(client.call('slots.find', { ...slots, to: day('2026-09-01') })).rejects.toMatchObject({ code: 'RANGE_TOO_LONG' })
  expect(await client.call('slots.find', { ...slots, to: day('2026-02-01') })).toEqual([])
  const type = typeNamed(of.setup, 'Filling').id
  const old = { appointmentTypeId: type, patientId: of.ana.id, startsAt: at('03-03 09:01') }
  await expect(client.call('appointment.book', old)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
