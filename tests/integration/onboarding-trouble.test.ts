import type { OnboardingProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import { describe, expect, test } from 'vitest'
import type { World } from '../support/world.ts'
import { atVendors, expectOneOfAll, NOTHING, type Onboarding, openOnboarding } from './onboarding-scenes.ts'

type Trouble = { code: OnboardingProblemCode; who: 'staff' | 'operator'; cause(world: World, of: Onboarding): unknown }

const takenBack: Record<string, Trouble> = {
  'somebody else bought it first': { code: 'NUMBER_GONE', who: 'staff', cause: (world, of) => world.twilio.sell(of.wanted) },
  'it is in the account under another name': {
    code: 'NUMBER_ELSEWHERE',
    who: 'staff',
    cause: (world, of) => world.twilio.addNumber({ phoneNumber: of.wanted, friendlyName: 'Somebody’s' }),
  },
  'another organisation has it at the voice service': {
    code: 'NUMBER_ELSEWHERE',
    who: 'staff',
    cause: (world, of) => world.vapi.importElsewhere(of.wanted),
  },
}

describe('a cause that cannot be put right takes all back by itself:', () => {
  for (const [name, { code, who, cause }] of Object.entries(takenBack))
    test(name, async () => {
      const of = await openOnboarding()
      cause(of.world, of)
      const before = atVendors(of.world)
      await of.start()
      await of.work(2)
      const run = await of.newest()
      expect(run).toMatchObject({ state: 'undone', problem: { code, who } })
      expect(run.problem!.message).not.toBe('')
      expect(run.problem!.action).not.toBe('')
      expect(run.endedAt).not.toBeNull()
      expect(atVendors(of.world)).toEqual(before)
      expect(await of.phones()).toEqual([])
    })

  test('a number that needs an address', async () => {
    const of = await openOnboarding()
    const needy = of.world.twilio.poolOf('206').find((one) => one.needsAddress)!.phoneNumber
    await of.start({ phoneNumber: needy })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'undone', problem: { code: 'ADDRESS_REQUIRED', step: 'buy' } })
    expect(atVendors(of.world)).toEqual(NOTHING)
  })

  test('a trial account that has its one number', async () => {
    const of = await openOnboarding()
    of.world.twilio.addNumber({ phoneNumber: '+12065550111' })
    of.world.twilio.setAccount('trial')
    await of.start()
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'undone', problem: { code: 'TRIAL_LIMIT', who: 'operator' } })
    expect(of.world.twilio.numbers()).toHaveLength(1)
  })
})

const kept: Record<string, Trouble & { mend(world: World): unknown; bought: number }> = {
  'no funds': {
    code: 'NO_FUNDS',
    who: 'operator',
    cause: (world) => world.twilio.setAccount('no-funds'),
    mend: (world) => world.twilio.setAccount('active'),
    bought: 0,
  },
  'wrong keys of the carrier service': {
    code: 'WRONG_CREDENTIALS',
    who: 'operator',
    cause: (world) => world.twilio.setToken('another-token-of-the-same-length'),
    mend: (world) => world.twilio.setToken('fedcba9876543210fedcba9876543210'),
    bought: 0,
  },
  'wrong key of the voice service': {
    code: 'WRONG_CREDENTIALS',
    who: 'operator',
    cause: (world) => world.vapi.setKey('another'),
    mend: (world) => world.vapi.setKey('key'),
    bought: 1,
  },
  'the most numbers at the voice service': {
    code: 'VENDOR_LIMIT',
    who: 'operator',
    cause: (world) => world.vapi.setLimits({ phoneNumbers: 0 }),
    mend: (world) => world.vapi.setLimits({ phoneNumbers: null }),
    bought: 1,
  },
  'the most assistants': {
    code: 'VENDOR_LIMIT',
    who: 'operator',
    cause: (world) => world.vapi.setLimits({ assistants: 0 }),
    mend: (world) => world.vapi.setLimits({ assistants: null }),
    bought: 1,
  },
}

describe('a cause that can be put right keeps what was made, and goes on from there:', () => {
  for (const [name, { code, who, cause, mend, bought }] of Object.entries(kept))
    test(name, async () => {
      const of = await openOnboarding()
      await cause(of.world, of)
      const { id } = await of.start()
      await of.work(2)
      expect(await of.newest()).toMatchObject({ state: 'failed', retryAt: null, problem: { code, who } })
      expect(of.world.twilio.numbers()).toHaveLength(bought)
      mend(of.world)
      expect(await of.client.call('onboarding.retry', { runId: id })).toMatchObject({ state: 'running', problem: null })
      await of.work()
      expect(await of.newest()).toMatchObject({ state: 'done', problem: null })
      expectOneOfAll(of.world, of.wanted, of.world.practiceId)
    })

  test('no key of the voice service, which is found before anything is bought', async () => {
    const of = await openOnboarding()
    const { lines } = of.world.deps
    const { host } = lines
    lines.host = null
    const { id } = await of.start()
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'failed', problem: { code: 'NOT_CONFIGURED', who: 'operator' } })
    expect(atVendors(of.world)).toEqual(NOTHING)
    lines.host = host
    await of.client.call('onboarding.retry', { runId: id })
    await of.work()
    expect(await of.newest()).toMatchObject({ state: 'done' })
  })

  test('and can be taken back instead', async () => {
    const of = await openOnboarding()
    of.world.vapi.setLimits({ assistants: 0 })
    const { id } = await of.start()
    await of.work(1)
    expect(of.world.twilio.numbers()).toHaveLength(1)
    await of.client.call('onboarding.undo', { runId: id })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'undone', problem: { code: 'VENDOR_LIMIT' } })
    expect(atVendors(of.world)).toEqual(NOTHING)
  })
})

describe('an answer that got lost', () => {
  for (const fault of ['accept-then-reset', 'accept-then-bad-json', 'accept-then-500'] as const)
    test(`buys once: ${fault}`, async () => {
      const of = await openOnboarding()
      of.world.twilio.faults.set({ purchases: { kind: fault, times: 1 } })
      await of.start()
      await of.work()
      const waiting = await of.newest()
      expect(waiting.steps[0]).toMatchObject({ name: 'buy', state: 'running' })
      expect(Date.parse(waiting.retryAt!)).toBeGreaterThan(of.world.clock.nowMs())
      await of.work(3)
      expect(await of.newest()).toMatchObject({ state: 'done' })
      expectOneOfAll(of.world, of.wanted, of.world.practiceId)
    })

  test('of a purchase that never arrived is waited for a minute and more, then it is bought', async () => {
    const of = await openOnboarding()
    of.world.twilio.faults.set({ purchases: { kind: 'reset', times: 1 } })
    await of.start()
    const startedMs = of.world.clock.nowMs()
    await of.work()
    while (of.world.twilio.numbers().length === 0 && of.world.clock.nowMs() < startedMs + 5 * 60_000) await of.work(0.5)
    expect(of.world.clock.nowMs() - startedMs).toBeGreaterThanOrEqual(60_000)
    expect(await of.newest()).toMatchObject({ state: 'done' })
    expectOneOfAll(of.world, of.wanted, of.world.practiceId)
  })

  for (const step of ['services', 'memberships', 'configures'] as const)
    test(`of the texting service makes one: ${step}`, async () => {
      const of = await openOnboarding()
      of.world.twilio.faults.set({ [step]: { kind: 'accept-then-reset', times: 1 } })
      await of.start()
      await of.work(3)
      expect(await of.newest()).toMatchObject({ state: 'done' })
      expectOneOfAll(of.world, of.wanted, of.world.practiceId)
    })

  for (const step of ['imports', 'assistants', 'links'] as const)
    test(`of the voice service makes one: ${step}`, async () => {
      const of = await openOnboarding()
      of.world.vapi.faults.set({ [step]: { kind: 'accept-then-reset', times: 1 } })
      await of.start()
      await of.work(3)
      expect(await of.newest()).toMatchObject({ state: 'done' })
      expectOneOfAll(of.world, of.wanted, of.world.practiceId)
    })
})

describe('a service that is down', () => {
  test('is asked again later and later, staff see when, and after half an hour it stops with everything kept', async () => {
    const of = await openOnboarding()
    of.world.vapi.faults.set({ reads: '503', creates: '503' })
    const { id } = await of.start()
    await of.work(2)
    const waiting = await of.newest()
    expect(waiting).toMatchObject({ state: 'running', problem: null })
    expect(Date.parse(waiting.retryAt!)).toBeGreaterThan(of.world.clock.nowMs())
    await of.work(60)
    expect(await of.newest()).toMatchObject({ state: 'failed', problem: { code: 'VENDOR_DOWN', step: 'import' } })
    expect(of.world.twilio.numbers()).toHaveLength(1)
    of.world.vapi.faults.clear()
    await of.client.call('onboarding.retry', { runId: id })
    await of.work(2)
    expect(await of.newest()).toMatchObject({ state: 'done' })
    expectOneOfAll(of.world, of.wanted, of.world.practiceId)
  })

  test('is asked at once when staff say so', async () => {
    const of = await openOnboarding()
    of.world.vapi.faults.set({ reads: '503' })
    const { id } = await of.start()
    await of.work(6)
    of.world.vapi.faults.clear()
    await of.client.call('onboarding.retry', { runId: id })
    await of.work()
    expect(await of.newest()).toMatchObject({ state: 'done' })
  })
})

describe('reading back', () => {
  test('stops with what differs, and going on puts it right', async () => {
    const of = await openOnboarding()
    const { id } = await of.start()
    for (let round = 0; round < 8; round++) {
      if ((await of.newest()).steps.find((step) => step.name === 'addresses')?.state === 'done') break
      await of.world.drainOnly()
    }
    of.world.vapi.unlink(of.world.vapi.phoneNumbers()[0]!.id)
    await of.work(2)
    const stopped = await of.newest()
    expect(stopped).toMatchObject({ state: 'failed', problem: { code: 'NOT_VERIFIED', step: 'verify' } })
    expect(stopped.problem?.message).toContain('the assistant does not answer the number')
    expect(await of.phones()).toEqual([])
    await of.client.call('onboarding.retry', { runId: id })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'done' })
    expectOneOfAll(of.world, of.wanted, of.world.practiceId)
  })

  test('renews an assistant that is older than the set-up', async () => {
    const of = await openOnboarding()
    await of.start()
    for (let round = 0; round < 5; round++) await of.world.drainOnly()
    expect(of.world.vapi.assistants()).toHaveLength(1)
    await of.client.call('practice.change', { name: 'Lakeside Dental Group' })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'done' })
    expect(JSON.stringify(of.world.vapi.assistants())).toContain('Lakeside Dental Group')
  })
})
