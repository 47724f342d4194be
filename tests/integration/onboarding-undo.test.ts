import { describe, expect, test } from 'vitest'
import { atVendors, NOTHING, openOnboarding } from './onboarding-scenes.ts'

/** Each round of the dispatcher does one step. */
const STEPS = 7

describe('taking back', () => {
  for (let rounds = 0; rounds < STEPS; rounds++)
    test(`after ${rounds} steps leaves nothing anywhere`, async () => {
      const of = await openOnboarding()
      const { id: runId } = await of.start()
      for (let round = 0; round < rounds; round++) await of.world.drainOnly()
      const asked = await of.client.call('onboarding.undo', { runId })
      expect(asked.state).toBe(rounds === 0 ? 'undone' : 'undoing')
      expect((await of.client.call('onboarding.undo', { runId })).state).toBe(asked.state)
      await of.work(1)
      expect(await of.newest()).toMatchObject({ state: 'undone', problem: { code: 'STOPPED' } })
      expect(atVendors(of.world)).toEqual(NOTHING)
      expect(await of.phones()).toEqual([])
      await of.start()
      await of.work()
      expect(await of.newest()).toMatchObject({ state: 'done' })
    })

  test('while the purchase is being asked for gives back what it bought', async () => {
    const of = await openOnboarding()
    of.world.twilio.faults.set({ purchases: { kind: 'hang', times: 1 } })
    const { id: runId } = await of.start()
    const working = of.world.drainOnly()
    await expect.poll(() => of.world.twilio.faults.hold.count()).toBe(1)
    await of.client.call('onboarding.undo', { runId })
    of.world.twilio.faults.release()
    await working
    await of.work(4)
    expect(await of.newest()).toMatchObject({ state: 'undone' })
    expect(atVendors(of.world)).toEqual(NOTHING)
  })

  test('waits until a purchase whose answer was lost is certain', async () => {
    const of = await openOnboarding()
    of.world.twilio.faults.set({ purchases: { kind: 'accept-then-reset', times: 1 }, reads: '503' })
    const { id: runId } = await of.start()
    await of.work()
    await of.client.call('onboarding.undo', { runId })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'undoing' })
    of.world.twilio.faults.clear()
    await of.work(3)
    expect(await of.newest()).toMatchObject({ state: 'undone' })
    expect(atVendors(of.world)).toEqual(NOTHING)
  })

  test('goes on for hours while a service is down, says so, and never leaves a bought number behind', async () => {
    const of = await openOnboarding()
    const { id: runId } = await of.start()
    for (let round = 0; round < 4; round++) await of.world.drainOnly()
    of.world.vapi.faults.set({ removals: '503' })
    await of.client.call('onboarding.undo', { runId })
    await of.work(75)
    expect(await of.newest()).toMatchObject({ state: 'undoing', problem: { code: 'VENDOR_DOWN' } })
    expect((await of.newest()).retryAt).not.toBeNull()
    await expect(of.start()).resolves.toMatchObject({ id: runId, state: 'undoing' })
    of.world.vapi.faults.clear()
    await of.work(6)
    expect(await of.newest()).toMatchObject({ state: 'undone', problem: { code: 'STOPPED' } })
    expect(atVendors(of.world)).toEqual(NOTHING)
  })

  for (const [name, fault] of [
    ['removals', 'vapi'],
    ['releases', 'twilio'],
    ['services', 'twilio'],
  ] as const)
    test(`is done once although answers get lost: ${name}`, async () => {
      const of = await openOnboarding()
      const { id: runId } = await of.start()
      for (let round = 0; round < 5; round++) await of.world.drainOnly()
      of.world[fault].faults.set({ [name]: { kind: 'accept-then-reset', times: 2 } })
      await of.client.call('onboarding.undo', { runId })
      await of.work(2)
      expect(await of.newest()).toMatchObject({ state: 'undone' })
      expect(atVendors(of.world)).toEqual(NOTHING)
    })

  test('leaves the texting service to the practice’s other numbers', async () => {
    const of = await openOnboarding()
    await of.start()
    await of.work()
    const next = of.world.twilio.poolOf('512').find((one) => !one.needsAddress)!.phoneNumber
    const { id: runId } = await of.client.call('onboarding.start', { way: 'new', phoneNumber: next })
    for (let round = 0; round < 4; round++) await of.world.drainOnly()
    await of.client.call('onboarding.undo', { runId })
    await of.work(1)
    expect(atVendors(of.world)).toMatchObject({ numbers: [of.wanted], services: [{ numbers: 1 }], hosted: 1, assistants: 1 })
  })
})
