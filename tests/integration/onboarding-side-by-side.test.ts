import { drainOnce } from '@dentalanswer/relay/src/outbox/dispatcher.ts'
import type { NumberPort, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { atVendors, numberFor, openOnboarding } from './onboarding-scenes.ts'

const OWN = '+15125550123' as PhoneNumber
const LINE = '+15125550142' as PhoneNumber
const CALLER = '+15125550199'
const PORT: NumberPort = {
  state: 'submitted',
  carrier: 'Old Bell',
  accountName: 'Bright Smiles',
  accountNumber: '42',
  serviceAddress: '1 Main St',
  dueOn: null,
  note: '',
}

async function openPort() {
  const of = await openOnboarding()
  const run = await of.start({ way: 'port', phoneNumber: OWN, port: PORT })
  const completed = () => of.client.call('onboarding.port', { runId: run.id, port: { ...PORT, state: 'completed' } })
  const now = async (id: string): Promise<OnboardingRun> => (await of.runs()).find((one) => one.id === id)!
  const rings = () => of.world.twilio.receiveCall({ from: CALLER, to: OWN, callSid: `CA${'1'.repeat(32)}` })
  return { ...of, run, completed, now, rings }
}

test('while the carriers bring a number over another one is set up, and only then does the first begin', async () => {
  const of = await openPort()
  of.world.twilio.addNumber({ phoneNumber: OWN })
  const second = await of.start()
  expect(second.state).toBe('running')
  await expect(of.completed()).rejects.toMatchObject({ code: 'NOT_NOW' })
  expect(await of.now(of.run.id)).toMatchObject({ state: 'porting', port: { state: 'submitted' } })
  await of.work()
  expect(await of.now(second.id)).toMatchObject({ state: 'done' })
  await of.completed()
  await of.work(1)
  expect(await of.now(of.run.id)).toMatchObject({ state: 'done' })
  expect(atVendors(of.world)).toMatchObject({ services: [{ numbers: 2 }], hosted: 2, assistants: 2 })
})

test('bringing a number over may be asked for while another is set up; a second one that would begin may not', async () => {
  const of = await openOnboarding()
  const { id: runId } = await of.start()
  expect(await of.start({ way: 'port', phoneNumber: OWN, port: PORT })).toMatchObject({ state: 'porting' })
  const other = { way: 'port', phoneNumber: LINE, port: { ...PORT, state: 'completed' } }
  await expect(of.start(other)).rejects.toMatchObject({ code: 'ONBOARDING_UNDER_WAY', details: { runId } })
  await expect(of.start({ way: 'new', phoneNumber: OWN })).rejects.toMatchObject({ code: 'ONBOARDING_UNDER_WAY' })
})

test('a number of the account whose calls go somewhere already is not taken as one that was brought over', async () => {
  const of = await openPort()
  const { sid } = of.world.twilio.addNumber({ phoneNumber: OWN, friendlyName: 'Somebody else' })
  of.world.twilio.configure(sid, { voiceUrl: 'https://voice.example.com/in' })
  await of.completed()
  await of.work(1)
  expect(await of.now(of.run.id)).toMatchObject({ state: 'undone', problem: { code: 'NUMBER_ELSEWHERE', step: 'buy' } })
  expect(of.world.twilio.numbers()).toMatchObject([
    { friendlyName: 'Somebody else', settings: { VoiceUrl: 'https://voice.example.com/in' } },
  ])
})

test('one that the supplier has only given its own welcome is', async () => {
  const of = await openPort()
  const { sid } = of.world.twilio.addNumber({ phoneNumber: OWN })
  of.world.twilio.configure(sid, { voiceUrl: 'https://demo.twilio.com/welcome/voice/' })
  await of.completed()
  await of.work(1)
  expect(await of.now(of.run.id)).toMatchObject({ state: 'done' })
})

test('patients who call or text a number that is being brought over are not turned away, also after it was taken back', async () => {
  const of = await openPort()
  of.world.twilio.addNumber({ phoneNumber: OWN, needsRegistration: false })
  of.world.vapi.setLimits({ phoneNumbers: 0 })
  await of.completed()
  await of.work(1)
  expect(await of.now(of.run.id)).toMatchObject({ state: 'failed', problem: { code: 'VENDOR_LIMIT' } })
  expect((await of.rings()).body).toContain(`<Number>${LINE}</Number>`)
  await of.world.twilio.receiveText({ from: CALLER, to: OWN, body: 'Do you take new patients?' })
  expect(await of.world.rows('messages')).toMatchObject([{ from_number: CALLER, to_number: OWN, attention: 'open' }])
  await of.client.call('onboarding.undo', { runId: of.run.id })
  await of.work(2)
  expect(await of.now(of.run.id)).toMatchObject({ state: 'undone' })
  expect((await of.rings()).body).toContain(`<Number>${LINE}</Number>`)
  const { client } = await (await of.world.addPractice({ phoneNumbers: [] })).pair()
  const theft = client.call('onboarding.start', { way: 'port', phoneNumber: OWN, port: { ...PORT, state: 'completed' } })
  await expect(theft).rejects.toMatchObject({ code: 'NUMBER_TAKEN' })
  of.world.vapi.setLimits({ phoneNumbers: 10 })
  await of.start({ way: 'port', phoneNumber: OWN, port: { ...PORT, state: 'completed' } })
  await of.work(1)
  expect((await of.phones()).map((one) => one.phoneNumber)).toEqual([OWN])
})

test('a number that another practice only asked for is no other practice’s', async () => {
  const of = await openPort()
  await of.client.call('onboarding.undo', { runId: of.run.id })
  expect((await of.rings()).body).toContain('<Reject')
  const { client } = await (await of.world.addPractice({ phoneNumbers: [] })).pair()
  await expect(client.call('onboarding.start', { way: 'port', phoneNumber: OWN, port: PORT })).resolves.toMatchObject({ state: 'porting' })
})

test('when the practice’s own number is brought over, callers whom no assistant takes reach the line for putting through', async () => {
  const of = await openPort()
  await of.client.call('practice.change', { phoneNumber: OWN })
  of.world.twilio.addNumber({ phoneNumber: OWN })
  await of.completed()
  await of.work(1)
  const [phone] = await of.phones()
  expect(of.world.vapi.phoneNumbers()[0]).not.toHaveProperty('fallbackDestination')
  await of.client.call('number.pause', { phoneNumberId: phone!.id })
  await of.work()
  expect((await of.rings()).body).toContain('<Record')
  await of.client.call('practice.change', { settings: { transferNumber: '+15125550166' } })
  expect((await of.rings()).body).toContain('<Number>+15125550166</Number>')
})

test('a line that forwards to the number is not where its calls go when no assistant is found', async () => {
  const of = await openOnboarding()
  await of.start({ way: 'forward', forwardedFrom: LINE })
  await of.work()
  expect(await of.newest()).toMatchObject({ state: 'done' })
  const [hosted] = of.world.vapi.phoneNumbers()
  expect(JSON.stringify(hosted)).not.toContain(LINE)
  const other = await openOnboarding()
  await other.start({ way: 'forward', forwardedFrom: '+15125550100' })
  await other.work()
  expect(JSON.stringify(other.world.vapi.phoneNumbers()[0])).toContain(LINE)
})

test('a worker that slept after its look buys nothing: by then another may be at it, or it was taken back', async () => {
  const of = await openOnboarding()
  of.world.twilio.faults.set({ reads: { kind: 'hang', times: 1 } })
  const { id: runId } = await of.start()
  const working = of.world.drainOnly()
  await expect.poll(() => of.world.twilio.faults.hold.count()).toBe(1)
  await of.client.call('onboarding.undo', { runId })
  of.world.clock.advance(10)
  await of.world.drain()
  expect(await of.newest()).toMatchObject({ state: 'undone' })
  of.world.twilio.faults.release()
  await working
  await of.work(3)
  expect(of.world.twilio.numbers()).toEqual([])
})

test('calls that reach the assistant before the rest is done are the practice’s', async () => {
  const of = await openPort()
  of.world.twilio.addNumber({ phoneNumber: OWN })
  await of.completed()
  for (let round = 0; round < 5; round++) await of.world.drainOnly()
  expect(await of.now(of.run.id)).toMatchObject({ state: 'running' })
  const [hosted] = of.world.vapi.phoneNumbers()
  const call = await of.world.vapi.startCall({
    from: CALLER,
    to: OWN,
    phoneNumberId: hosted!.id,
    assistantId: hosted!.assistantId,
  } as never)
  await call.say('user', 'Please have somebody call me back about my bill')
  await call.end()
  expect(await of.world.rows('calls')).toMatchObject([{ caller_number: CALLER, phone_number_id: of.run.phoneNumberId, status: 'ended' }])
  expect(await of.world.rows('callbacks')).toHaveLength(1)
  await of.work()
  expect((await of.phones()).map((one) => one.id)).toEqual([of.run.phoneNumberId])
})

test('two relays that work on everything at once get each number once, and take one back once', async () => {
  const of = await openOnboarding()
  const now = async (id: string) => (await of.runs()).find((one) => one.id === id)
  const neighbour = await of.world.addPractice({ phoneNumbers: [] })
  const { client } = await neighbour.pair()
  const runs = [await of.start(), await client.call('onboarding.start', { way: 'new', phoneNumber: numberFor(of.world, 1) })]
  const relays = ['a', 'b', 'c'].map((owner) => ({ ...of.world.deps.dispatcher, owner }))
  const all = async () => {
    for (let round = 0; round < 20; round++) await Promise.all(relays.map((relay) => drainOnce(relay)))
  }
  await all()
  expect(await now(runs[0]!.id)).toMatchObject({ state: 'done' })
  expect(atVendors(of.world)).toMatchObject({ services: [{ numbers: 1 }, { numbers: 1 }], hosted: 2, assistants: 2 })
  const { id: runId } = await of.start({ phoneNumber: numberFor(of.world, 2) })
  await Promise.all(relays.map((relay) => drainOnce(relay)))
  await of.client.call('onboarding.undo', { runId })
  await all()
  expect(await now(runId)).toMatchObject({ state: 'undone' })
  expect(atVendors(of.world).numbers.toSorted()).toEqual(runs.map((run) => run.phoneNumber).toSorted())
  expect(atVendors(of.world)).toMatchObject({ services: [{ numbers: 1 }, { numbers: 1 }], hosted: 2, assistants: 2 })
})
