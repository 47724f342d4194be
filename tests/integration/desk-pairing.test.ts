import { createHash } from 'node:crypto'
import { createPairingCode } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { deskClient, pairDesk } from '@dentalanswer/shared/contract/desk-client.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const newCode = async (world: World) => (await createPairingCode(world.deps.base, world.practiceId)).code
const from = (world: World, address: string): typeof fetch => {
  const send: typeof fetch = (input, init) =>
    world.fetch(new Request(input, { ...init, headers: { ...init?.headers, 'x-forwarded-for': address } }))
  return send
}
const pair = (world: World, code: string, address = '192.0.2.1') =>
  pairDesk('http://relay.test', { code, deviceName: 'Front desk' }, from(world, address))

test('a code pairs one desk once, however it is typed', async () => {
  const world = await openWorld()
  const code = await newCode(world)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
  const paired = await pair(world, typed)
  expect(paired).toMatchObject({ device: { name: 'Front desk', revokedAt: null }, practice: { id: world.practiceId }, contractVersion: 1 })
  await expect(pair(world, code)).rejects.toMatchObject({ code: 'PAIRING_REFUSED' })
  const client = deskClient({ baseUrl: 'http://relay.test', token: paired.token, fetch: world.fetch })
  expect(await client.call('device.list', {})).toEqual([paired.device])
})

test('of twenty desks with one code, one is paired', async () => {
  const world = await openWorld()
  const code = await newCode(world)
  const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => pair(world, code, `192.0.2.${n}`)))
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await world.rows('devices')).toHaveLength(1)
})

test('a code is good for ten minutes', async () => {
  const world = await openWorld()
  const [early, late] = [await newCode(world), await newCode(world)]
  world.clock.set('2026-03-02T15:09:59.999Z')
  await pair(world, early)
  world.clock.set('2026-03-02T15:10:00.000Z')
  await expect(pair(world, late)).rejects.toMatchObject({ code: 'PAIRING_REFUSED' })
})

test('guessing is slow: five tries a minute from one network and two thousand in all, whatever the code', async () => {
  const world = await openWorld()
  const code = await newCode(world)
  const guess = (address: string) => pair(world, 'AAAA-AAAA', address).catch((error) => error.code)
  for (let tries = 0; tries < 5; tries++) expect(await guess('192.0.2.1')).toBe('PAIRING_REFUSED')
  expect(await guess('192.0.2.1')).toBe('TOO_MANY_ATTEMPTS')
  await expect(pair(world, code)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
  const many = await Promise.all(Array.from({ length: 4_000 }, (_, n) => guess(`198.51.${n >> 8}.${n & 255}`)))
  expect(many.filter((answer) => answer === 'PAIRING_REFUSED')).toHaveLength(1_995)
  world.clock.advance(1)
  await pair(world, code)
})

test('a malformed request for pairing is refused and uses no code up', async () => {
  const world = await openWorld()
  const code = await newCode(world)
  const bodies = ['', '{', 'null', '[]', '{}', JSON.stringify({ code }), JSON.stringify({ code: 17, deviceName: 'x' })]
  const texts = [...bodies, JSON.stringify({ code: `${code}X`, deviceName: 'x' }), JSON.stringify({ code, deviceName: ' ' })]
  for (const [n, body] of [...texts, JSON.stringify({ code, deviceName: 'x'.repeat(5_000) })].entries()) {
    const headers = { 'x-forwarded-for': `192.0.2.${n}` }
    const response = await world.request('/api/pair', { method: 'POST', body, headers })
    expect([400, 413], body.slice(0, 40)).toContain(response.status)
  }
  await pair(world, code, '192.0.2.99')
})

test('neither the token nor the code is kept, only what they hash to', async () => {
  const world = await openWorld()
  const code = await newCode(world)
  const { token } = await pair(world, code)
  const kept = JSON.stringify([
    await world.rows('devices'),
    await world.rows('pairing_codes'),
    await world.rows('events'),
    await world.rows('audit_log'),
  ])
  expect(kept).not.toContain(token)
  expect(kept).not.toContain(code.replace('-', ''))
  expect(kept).toContain(createHash('sha256').update(token).digest('base64url'))
})

test('a revoked desk is shut out at once, and revoking twice is harmless', async () => {
  const world = await openWorld()
  const [mine, lost] = [await world.pair('Mine'), await world.pair('Lost')]
  const revoked = await mine.client.call('device.revoke', { deviceId: lost.device.id })
  expect(revoked.revokedAt).not.toBeNull()
  expect(await mine.client.call('device.revoke', { deviceId: lost.device.id })).toEqual(revoked)
  await expect(lost.client.call('setup.read', {})).rejects.toMatchObject({ code: 'NOT_PAIRED' })
})
