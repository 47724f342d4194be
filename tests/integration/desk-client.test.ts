import { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import { type DeskRouteName, deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { expect, test } from 'vitest'
import { deskSamples, fillPractice } from '../support/desk-samples.ts'
import { openWorld } from '../support/world.ts'

test('the typed client gets an answer in the contract’s shape from every route', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const samples = deskSamples(await fillPractice(world))
  expect(Object.keys(samples).sort()).toEqual(Object.keys(deskRoutes).sort())
  for (const [name, input] of Object.entries(samples) as [DeskRouteName, never][]) {
    const answer = await client.call(name, input).catch((error: Error) => error)
    expect(answer, name).not.toBeInstanceOf(Error)
    expect(answer, name).toBeDefined()
  }
  const { appointments } = await client.call('schedule.range', { from: '2026-03-02', to: '2026-03-06' } as never)
  expect(appointments.map((one) => [one.startsAt, one.status])).toEqual([
    ['2026-03-02T14:00:00.000Z', 'completed'],
    ['2026-03-04T15:00:00.000Z', 'cancelled'],
    ['2026-03-05T16:00:00.000Z', 'cancelled'],
    ['2026-03-05T20:00:00.000Z', 'booked'],
  ])
})

test('the client says in the relay’s own words why it was refused, and when it cannot be reached', async () => {
  const world = await openWorld()
  const { client, token } = await world.pair()
  const appointmentId = crypto.randomUUID() as never
  await expect(client.call('appointment.find', { appointmentId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const away = deskClient({ baseUrl: 'http://relay.test', token, fetch: () => Promise.reject(new TypeError('fetch failed')) })
  await expect(away.call('setup.read', {})).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
})

test('an answer that is not the relay’s is trouble, never a value', async () => {
  const answering = (body: string, status = 200) =>
    deskClient({ baseUrl: 'http://relay.test', token: 'x', fetch: async () => new Response(body, { status }) })
  await expect(answering('<html>Log in to the hotel wifi</html>').call('setup.read', {})).rejects.toMatchObject({ code: 'UNEXPECTED' })
  await expect(answering('{"half":').call('device.list', {})).rejects.toMatchObject({ code: 'UNEXPECTED' })
  await expect(answering('{"of":"another version"}').call('alarm.list', {})).rejects.toMatchObject({ code: 'UNEXPECTED' })
  await expect(answering('Bad gateway', 502).call('alarm.list', {})).rejects.toMatchObject({ code: 'UNEXPECTED' })
})

test('a relay that does not answer is given up on', async () => {
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  const client = deskClient({ baseUrl: 'http://relay.test', token: 'x', fetch: silent, timeoutMs: 20 })
  await expect(client.call('setup.read', {})).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
})
