import { checkNumber } from '@dentalanswer/relay/src/onboarding/check-number.ts'
import { checkDueNumbers } from '@dentalanswer/relay/src/onboarding/check-numbers.ts'
import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { expect, test } from 'vitest'
import { openNumberWorld } from './number-scenes.ts'

const by = 'Ana'
type Opened = Awaited<ReturnType<typeof openNumberWorld>>

const codesOf = (phone: PracticePhone): NumberProblemCode[] => phone.health.problems.map((one) => one.code)
const look = ({ world, phone }: Opened) => checkNumber(world.ctx, world.deps.lines, phone.id, false)

const CHANGED_BY_HAND: Record<string, (opened: Opened) => void> = {
  ADDRESSES_CHANGED: ({ world, phone }) => void world.twilio.configure(phone.phoneNumber, { smsUrl: 'https://elsewhere.example.com' }),
  VOICE_ADDRESS_CHANGED: ({ world, phone }) => void world.twilio.configure(phone.phoneNumber, { voiceUrl: '' }),
  NOT_IN_SERVICE: ({ world, phone }) => void world.twilio.removeFromService(phone.phoneNumber),
  ASSISTANT_NOT_LINKED: ({ world, phone }) => void world.vapi.unlink(phone.vapiPhoneNumberId!),
}

for (const [code, change] of Object.entries(CHANGED_BY_HAND))
  test(`${code}: what somebody changed by hand is put right by itself and noted`, async () => {
    const opened = await openNumberWorld()
    change(opened)
    expect(await look(opened)).toMatchObject({ codes: [code] })
    expect(codesOf(await opened.present())).toEqual([code])
    await opened.pass(0)
    const { health } = await opened.present()
    expect(health.problems).toEqual([])
    expect(health.repaired.map((one) => one.code)).toEqual([code])
    expect(await look(opened)).toMatchObject({ codes: [] })
  })

const LEFT_TO_STAFF: Record<string, (opened: Opened) => void> = {
  IMPORT_MISSING: ({ world, phone }) => void world.vapi.removePhoneNumber(phone.vapiPhoneNumberId!),
  ASSISTANT_MISSING: ({ world, phone }) => void world.vapi.removeAssistant(phone.vapiAssistantId!),
  ASSISTANT_CHANGED: ({ world, phone }) => void world.vapi.changeAssistant(phone.vapiAssistantId!, { firstMessage: 'Hi there' }),
}

for (const [code, change] of Object.entries(LEFT_TO_STAFF))
  test(`${code}: staff are told and put it right with the button`, async () => {
    const opened = await openNumberWorld()
    const { world, phone, client, present, pass, atHost } = opened
    change(opened)
    await look(opened)
    await pass(0)
    expect((await present()).health.problems).toMatchObject([{ code, repair: 'button' }])
    await client.call('number.repair', { phoneNumberId: phone.id, by })
    await pass(1)
    const repaired = await present()
    expect(codesOf(repaired)).toEqual([])
    expect(repaired.health.repaired.map((one) => one.code)).toContain(code)
    const hosted = atHost() ?? world.vapi.phoneNumbers().find((one) => one.number === phone.phoneNumber)
    expect(hosted).toMatchObject({ id: repaired.vapiPhoneNumberId, assistantId: repaired.vapiAssistantId, smsEnabled: false })
    await expect(client.call('number.repair', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
  })

test('what cannot be put right stays told, without work piling up', async () => {
  const opened = await openNumberWorld()
  const { world, present, pass } = opened
  CHANGED_BY_HAND.VOICE_ADDRESS_CHANGED!(opened)
  world.twilio.faults.set({ configures: '503' })
  for (let times = 0; times < 3; times++) {
    await look(opened)
    await pass(10)
  }
  expect((await present()).health).toMatchObject({ problems: [{ code: 'VOICE_ADDRESS_CHANGED', repair: 'itself' }], repaired: [] })
  const jobs = await world.rows<{ kind: string; state: string }>('outbox')
  expect(jobs.filter((one) => one.kind === 'number.repair').map((one) => one.state)).toEqual(['done', 'done', 'done'])
  world.twilio.faults.clear()
  await look(opened)
  await pass(0)
  expect((await present()).health.problems).toEqual([])
})

test('a number that is gone or blocked is the operator’s', async () => {
  const gone = await openNumberWorld()
  gone.world.twilio.removeNumber(gone.phone.phoneNumber)
  await look(gone)
  expect((await gone.present()).health.problems).toMatchObject([{ code: 'NUMBER_MISSING', repair: 'operator' }])
  const repair = gone.client.call('number.repair', { phoneNumberId: gone.phone.id, by })
  await expect(repair).rejects.toMatchObject({ code: 'NOT_NOW' })
  const blocked = await openNumberWorld()
  blocked.world.vapi.setNumberStatus(blocked.phone.vapiPhoneNumberId!, 'blocked')
  await look(blocked)
  expect(codesOf(await blocked.present())).toEqual(['VENDOR_BLOCKED'])
})

test('only the third look in a row that fails is told, and the first that works takes it back', async () => {
  const opened = await openNumberWorld()
  const { world, present } = opened
  world.vapi.faults.set({ reads: '503' })
  for (let failed = 1; failed <= 2; failed++) {
    expect(await look(opened)).toMatchObject({ couldLook: false })
    expect(codesOf(await present())).toEqual([])
  }
  await look(opened)
  expect(codesOf(await present())).toEqual(['CANNOT_LOOK'])
  world.vapi.faults.clear()
  await look(opened)
  expect(codesOf(await present())).toEqual([])
})

test('a problem keeps the time it began, and no desk is woken while nothing changes', async () => {
  const opened = await openNumberWorld()
  const { world, present } = opened
  world.vapi.changeAssistant(opened.phone.vapiAssistantId!, { firstMessage: 'Hi there' })
  await look(opened)
  const [first] = (await present()).health.problems
  const events = (await world.events()).length
  for (let times = 0; times < 3; times++) {
    world.clock.advance(10)
    await look(opened)
  }
  expect((await world.events()).length).toBe(events)
  world.clock.advance(31)
  await look(opened)
  expect((await world.events()).length).toBe(events + 1)
  const { health } = await present()
  expect(health.problems[0]?.since).toBe(first?.since)
  expect(health.checkedAt).toBe('2026-03-02T16:01:00.000Z')
})

test('staff see at once that it was looked at, and when the last call and text were', async () => {
  const { world, phone, client, present, pass } = await openNumberWorld()
  await world.twilio.receiveText({ from: '+15125550177', to: phone.phoneNumber, body: 'Hello' })
  world.clock.advance(5)
  await client.call('number.check', { phoneNumberId: phone.id, by })
  await pass(0)
  expect((await present()).health).toMatchObject({ checkedAt: '2026-03-02T15:05:00.000Z', problems: [], lastCallAt: null })
  expect((await present()).health.lastTextAt).not.toBeNull()
})

test('each number is looked at once in ten minutes, also those set up by hand, which are left as they are', async () => {
  const { world, phone, present } = await openNumberWorld()
  const given = (await world.setup()).phoneNumbers.find((one) => one.way === 'given')!
  world.vapi.unlink(given.vapiPhoneNumberId!)
  let looked = 0
  for (let minute = 0; minute < 10; minute++) {
    looked += await checkDueNumbers(world.deps.base, world.deps.lines)
    world.clock.advance(1)
  }
  await world.drain()
  expect(looked).toBe(2)
  expect((await present(phone.id)).health.checkedAt).not.toBeNull()
  expect((await present(given.id)).health.problems).toMatchObject([{ code: 'ASSISTANT_NOT_LINKED', repair: 'button' }])
  expect(world.vapi.phoneNumbers().find((one) => one.id === given.vapiPhoneNumberId)?.assistantId).toBeUndefined()
})

test('a number that onboarding has just set up has nothing wrong with it', async () => {
  const { world, client, present } = await openNumberWorld()
  const { numbers } = await client.call('numbers.search', { areaCode: '737' })
  const { phoneNumber } = numbers[0]!
  const run = await client.call('onboarding.start', { way: 'new', phoneNumber, by })
  await world.drain()
  await world.drain()
  expect(await present(run.phoneNumberId)).toMatchObject({ phoneNumber, status: 'active' })
  expect(await checkNumber(world.ctx, world.deps.lines, run.phoneNumberId, true)).toEqual({ couldLook: true, codes: [] })
})

test('a pause in the middle of a look is not taken for a change by hand', async () => {
  const opened = await openNumberWorld()
  const { world, phone, client, present } = opened
  world.vapi.faults.set({ reads: { kind: 'hang', times: 1 } })
  const looking = look(opened)
  await expect.poll(() => world.vapi.faults.hold.count()).toBe(1)
  await client.call('number.pause', { phoneNumberId: phone.id, by })
  await world.drainOnly()
  world.vapi.faults.release()
  await looking
  expect(codesOf(await present())).toEqual([])
})
