import { recordProfile } from '@dentalanswer/relay/src/onboarding/registration-profile.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { DETAILS, openRegistering, PROFILES } from './registration-scenes.ts'

test('a brand whose answer was lost is looked for before long, but not asked for again within two minutes', async () => {
  const world = await openRegistering()
  world.twilio.faults.set({ registrations: { kind: 'accept-then-reset', times: 1 } })
  await world.fillIn()
  await world.submit()
  await world.profile()
  await world.drain()
  const jobs = await world.rows<{ kind: string; state: string; run_after: string }>('outbox')
  const [job] = jobs.filter((one) => one.kind === 'registration.step' && one.state === 'pending')
  expect(job!.run_after >= toInstant(world.clock.nowMs() + 120_000)).toBe(true)
  await world.look(2)
  expect(world.twilio.registrations().brands).toHaveLength(1)
  expect((await world.registration())?.brandSid).not.toBeNull()
})

test('a profile that another practice is registered with is refused', async () => {
  const world = await openRegistering()
  await world.fillIn()
  await world.profile()
  const neighbour = await world.addPractice()
  const { client } = await neighbour.pair()
  await client.call('registration.put', { kind: '10dlc', details: DETAILS, by: 'Kim' })
  const record = write(neighbour.ctx, 'profile', (tx) => recordProfile(tx, PROFILES))
  await expect(record).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(world.profile()).resolves.toMatchObject({ customerProfileSid: PROFILES.customerProfileSid })
})
