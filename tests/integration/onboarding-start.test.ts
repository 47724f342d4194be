import { randomUUID } from 'node:crypto'
import type { NumberPort } from '@dentalanswer/shared/domain/onboarding.ts'
import { describe, expect, test } from 'vitest'
import { atVendors, expectOneOfAll, numberFor, openOnboarding } from './onboarding-scenes.ts'

describe('starting', () => {
  test('twice at once from two desks is one run', async () => {
    const of = await openOnboarding()
    const other = (await of.world.pair('Back office')).client
    const input = { way: 'new', phoneNumber: of.wanted } as const
    const started = await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? of.client : other).call('onboarding.start', input)))
    expect(new Set(started.map((run) => run.id)).size).toBe(1)
    await of.work()
    expect(await of.runs()).toHaveLength(1)
    expectOneOfAll(of.world, of.wanted, of.world.practiceId)
  })

  test('of two numbers at once is one of them, and the other desk is told which run is under way', async () => {
    const of = await openOnboarding()
    const other = (await of.world.pair('Back office')).client
    const second = numberFor(of.world, 1)
    const results = await Promise.allSettled([of.start(), other.call('onboarding.start', { way: 'new', phoneNumber: second })])
    const run = results.find((one) => one.status === 'fulfilled')?.value
    const refused = results.find((one) => one.status === 'rejected')?.reason
    expect(refused).toMatchObject({ code: 'ONBOARDING_UNDER_WAY', details: { runId: run?.id } })
    await of.work()
    expect(of.world.twilio.numbers()).toHaveLength(1)
  })

  test('with the same key again answers the same and buys once', async () => {
    const of = await openOnboarding()
    const key = randomUUID()
    const ask = () => of.client.call('onboarding.start', { way: 'new', phoneNumber: of.wanted }, key)
    const first = await ask()
    await of.work()
    expect(await ask()).toEqual(first)
    await of.work()
    expect(of.world.twilio.numbers()).toHaveLength(1)
  })

  test('with a number that another practice has or is getting is refused', async () => {
    const of = await openOnboarding()
    const neighbour = await (await of.world.addPractice({ phoneNumbers: [] })).pair()
    await of.start()
    const ask = () => neighbour.client.call('onboarding.start', { way: 'new', phoneNumber: of.wanted })
    await expect(ask()).rejects.toMatchObject({ code: 'NUMBER_TAKEN' })
    await of.work()
    await expect(ask()).rejects.toMatchObject({ code: 'NUMBER_TAKEN' })
    await expect(of.start()).rejects.toMatchObject({ code: 'NUMBER_TAKEN' })
  })

  test('by two practices with one number at the same time leaves it to one of them', async () => {
    const of = await openOnboarding()
    const neighbour = await (await of.world.addPractice({ phoneNumbers: [] })).pair()
    const results = await Promise.allSettled([
      of.start(),
      neighbour.client.call('onboarding.start', { way: 'new', phoneNumber: of.wanted }),
    ])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'NUMBER_TAKEN' })
  })

  test('a run of another practice is not found, whatever is asked of it', async () => {
    const of = await openOnboarding()
    const neighbour = await (await of.world.addPractice({ phoneNumbers: [] })).pair()
    const { id: runId } = await of.start()
    for (const name of ['onboarding.retry', 'onboarding.undo'] as const)
      await expect(neighbour.client.call(name, { runId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(neighbour.client.call('onboarding.port', { runId, port: PORT })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await of.work()
    expect(await of.newest()).toMatchObject({ state: 'done' })
  })

  test('a run that is done is neither retried nor undone', async () => {
    const of = await openOnboarding()
    const { id: runId } = await of.start()
    await of.work()
    await expect(of.client.call('onboarding.retry', { runId })).rejects.toMatchObject({ code: 'NOT_NOW' })
    await expect(of.client.call('onboarding.undo', { runId })).rejects.toMatchObject({ code: 'NOT_NOW' })
  })
})

describe('a number that the practice’s own forwards to', () => {
  test('needs to know which, and it must be another one', async () => {
    const of = await openOnboarding()
    await expect(of.start({ way: 'forward' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(of.start({ way: 'forward', forwardedFrom: of.wanted })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await of.start({ way: 'forward', forwardedFrom: '+15125550100' })
    await of.work()
    expect(await of.phones()).toMatchObject([{ way: 'forward', forwardedFrom: '+15125550100' }])
  })
})

const PORT: NumberPort = {
  state: 'submitted',
  carrier: 'Old Bell',
  accountName: 'Bright Smiles',
  accountNumber: '42',
  serviceAddress: '1 Main St',
  dueOn: null,
  note: '',
}

describe('a number that is brought over', () => {
  const OWN = '+15125550123'
  const openPort = async () => {
    const of = await openOnboarding()
    const run = await of.start({ way: 'port', phoneNumber: OWN, port: PORT })
    const completed = () => of.client.call('onboarding.port', { runId: run.id, port: { ...PORT, state: 'completed' } })
    return { ...of, run, completed }
  }

  test('waits for the carriers, keeps where it stands, and goes on once it is there', async () => {
    const of = await openPort()
    expect(of.run).toMatchObject({ state: 'porting', port: PORT })
    await of.work(1)
    expect(of.world.twilio.numbers()).toEqual([])
    expect(await of.client.call('onboarding.port', { runId: of.run.id, port: { ...PORT, state: 'accepted' } })).toMatchObject({
      state: 'porting',
      port: { state: 'accepted' },
    })
    await of.completed()
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'failed', problem: { code: 'PORT_NOT_THERE' } })
    of.world.twilio.addNumber({ phoneNumber: OWN, friendlyName: '(512) 555-0123' })
    await of.client.call('onboarding.retry', { runId: of.run.id })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'done' })
    expectOneOfAll(of.world, OWN, of.world.practiceId)
  })

  test('is never given back when it is taken back', async () => {
    const of = await openPort()
    of.world.twilio.addNumber({ phoneNumber: OWN })
    of.world.vapi.setLimits({ assistants: 0 })
    await of.completed()
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'failed', problem: { code: 'VENDOR_LIMIT' } })
    await of.client.call('onboarding.undo', { runId: of.run.id })
    await of.work(2)
    expect(await of.newest()).toMatchObject({ state: 'undone' })
    expect(atVendors(of.world)).toEqual({ numbers: [OWN], services: [], hosted: 0, assistants: 0 })
    const [number] = of.world.twilio.numbers()
    expect(number!.friendlyName).toBe(OWN)
    expect(number!.settings.VoiceUrl).toContain('http://relay.test/api/webhooks/twilio/voice')
  })

  test('loses our mark again although the answer that it was set got lost', async () => {
    const of = await openPort()
    of.world.twilio.addNumber({ phoneNumber: OWN })
    of.world.twilio.faults.set({ configures: { kind: 'accept-then-reset', times: 1 } })
    await of.completed()
    await of.world.drainOnly()
    expect(of.world.twilio.numbers()[0]!.friendlyName).toBe(`da:${of.run.phoneNumberId}`)
    await of.client.call('onboarding.undo', { runId: of.run.id })
    await of.work(1)
    expect(await of.newest()).toMatchObject({ state: 'undone' })
    expect(of.world.twilio.numbers()[0]!.friendlyName).toBe(OWN)
  })

  test('can be dropped before anything was done', async () => {
    const of = await openPort()
    expect(await of.client.call('onboarding.undo', { runId: of.run.id })).toMatchObject({ state: 'undone' })
    await expect(of.completed()).rejects.toMatchObject({ code: 'NOT_NOW' })
    await of.start()
    await of.work()
    expect(await of.newest()).toMatchObject({ state: 'done', phoneNumber: of.wanted })
  })
})
