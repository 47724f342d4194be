import { textingOf } from '@dentalanswer/relay/src/onboarding/registration-state.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { standingOf } from '@dentalanswer/shared/domain/registration-words.ts'
import { expect, test } from 'vitest'
import { DETAILS, openRegistering, PROFILES, stageStates } from './registration-scenes.ts'

const campaigns = (twilio: { requests(): { method: string; path: string }[] }, method: string) =>
  twilio.requests().filter((one) => one.method === method && one.path.includes('/Compliance/Usa2p'))

test('a practice is registered from its details to texting numbers, one look at a time', async () => {
  const world = await openRegistering()
  await world.fillIn()
  await world.submit()
  expect(stageStates(await world.registration())).toBe('details done, profile waiting, brand todo, campaign todo, linked todo')
  expect(standingOf(await world.registration(), await world.phone())).toMatchObject({ who: 'operator' })

  await world.profile()
  await world.drain()
  expect(stageStates(await world.registration())).toContain('profile done, brand waiting')
  world.twilio.advanceRegistrations()
  await world.look()
  expect(stageStates(await world.registration())).toContain('brand done, campaign waiting')
  expect(standingOf(await world.registration(), await world.phone()).detail).toContain('Calls work meanwhile.')
  expect((await world.phone()).texting).toBe('waiting')

  world.twilio.advanceRegistrations()
  await world.look()
  const done = await world.registration()
  expect(stageStates(done)).toBe('details done, profile done, brand done, campaign done, linked done')
  expect(done.approvedAt).not.toBeNull()
  expect((await world.phone()).texting).toBe('ready')
  expect(standingOf(done, await world.phone())).toMatchObject({ headline: 'Texts work', who: 'nobody' })
  // A number that comes later may text at once; a toll-free one needs its own verification.
  expect(await write(world.ctx, 'test', (tx) => textingOf(tx, '+15125559999' as never))).toBe('ready')
  expect(await write(world.ctx, 'test', (tx) => textingOf(tx, '+18335559999' as never))).toBe('waiting')
  expect(campaigns(world.twilio as never, 'POST')).toHaveLength(1)
})

test('the first looks come quickly and the later ones hours apart', async () => {
  const world = await openRegistering()
  await world.fillIn()
  await world.submit()
  await world.profile()
  await world.drain()
  const waits: number[] = []
  for (let look = 0; look < 16; look++) {
    const [job] = (await world.rows<{ kind: string; run_after: string }>('outbox')).filter((one) => one.kind === 'registration.step')
    waits.push((Date.parse(job!.run_after) - world.clock.nowMs()) / 1_000)
    world.clock.set(job!.run_after)
    await world.drain()
  }
  expect(waits.slice(0, 4)).toEqual([5, 5, 10, 20])
  expect(waits.at(-1)).toBe(6 * 3_600)
})

test('what is missing is named and nothing is sent', async () => {
  const world = await openRegistering()
  await expect(world.submit()).rejects.toMatchObject({ code: 'BAD_INPUT', details: { missing: expect.arrayContaining(['City']) } })
  await world.fillIn({ ein: '', optInWording: 'They agree.' })
  await expect(world.submit()).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { missing: ['Tax number (EIN), nine digits', 'How patients agree to texts (at least 40 characters)'] },
  })
  expect((await world.registration()).submittedAt).toBeNull()
})

test('two desks that send at once send once, and it cannot be sent again while carriers look', async () => {
  const world = await openRegistering()
  await world.fillIn()
  const other = (await world.pair('Office')).client
  const send = { ...world.of, by: 'Kim' }
  const both = await Promise.allSettled([world.desk.call('registration.submit', send), other.call('registration.submit', send)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(world.submit()).rejects.toMatchObject({ code: 'NOT_NOW' })
  await world.profile()
  await expect(world.profile()).rejects.toMatchObject({ code: 'NOT_NOW' })
  await world.look()
  expect((await world.rows<{ kind: string }>('outbox')).filter((one) => one.kind === 'registration.step')).toHaveLength(1)
})

test('the profile may be recorded before staff send the details', async () => {
  const world = await openRegistering()
  await expect(world.profile()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await world.fillIn()
  await world.profile()
  await world.submit()
  expect(stageStates(await world.registration())).toContain('details done, profile done, brand waiting')
  expect(await world.registration()).toMatchObject(PROFILES)
})

test('another practice’s registration and numbers stay its own', async () => {
  const world = await openRegistering()
  const other = await world.addPractice({ phoneNumbers: [{ phoneNumber: '+18335560001' }] as never })
  const theirs = (await other.setup()).phoneNumbers[0]!.id
  await world.fillIn()
  const input = { kind: 'toll_free' as const, phoneNumberId: theirs, by: 'Kim' }
  await expect(world.desk.call('registration.put', { ...input, details: DETAILS })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(world.desk.call('registration.submit', input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await other.rows('text_registrations')).toEqual([])
  const ordinary = { kind: 'toll_free' as const, phoneNumberId: (await world.phone()).id, details: DETAILS, by: 'Kim' }
  await expect(world.desk.call('registration.put', ordinary)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('the audit says who sent it and holds no tax number', async () => {
  const world = await openRegistering()
  await world.fillIn()
  await world.submit()
  const lines = await world.rows<{ action: string; detail: string }>('audit_log')
  expect(lines.map((one) => one.action)).toEqual(expect.arrayContaining(['registration.saved', 'registration.submitted']))
  expect(JSON.stringify(lines)).not.toContain('987654321')
  expect(JSON.stringify(await world.rows('outbox'))).not.toContain('987654321')
})
