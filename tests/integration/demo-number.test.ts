import { connectNumbers } from '@dentalanswer/relay/sandbox/demo-connect.ts'
import { DEMO_NUMBER } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { VAPI_VOICE_URL } from '@dentalanswer/relay/sandbox/vapi/resource-routes.ts'
import { checkNumber } from '@dentalanswer/relay/src/onboarding/check-number.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import type { Ctx } from '@dentalanswer/relay/src/store/transaction.ts'
import { expect, test } from 'vitest'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'

const CALLER = '+15125550199'

async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isTrue()); ) {
    if (Date.now() > end) throw new Error('It did not come about within ten seconds.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function numbersOf(world: DeskWorld) {
  const { deps } = world.relay()
  const { phoneNumbers } = await deps.store.read(() => loadSetup(world.practice.id))
  const ctx: Ctx = { ...deps.base, practiceId: world.practice.id, actor: { kind: 'system', id: null } }
  return {
    phoneNumbers,
    problems: async () => {
      const looks = await Promise.all(phoneNumbers.map((phone) => checkNumber(ctx, deps.lines, phone.id, true)))
      return looks.map((look) => look?.codes ?? 'not looked at')
    },
  }
}

test('the number of the demo is ours in every part, and health finds nothing wrong with it', async () => {
  const world = await openDeskWorld({ morning: false })
  const { phoneNumbers, problems } = await numbersOf(world)
  expect(phoneNumbers).toMatchObject([{ phoneNumber: DEMO_NUMBER, way: 'new', texting: 'ready', assistantVersion: 1, status: 'active' }])
  expect(await problems()).toEqual([[]])
  const called = await world.sandbox.twilio.ring({ from: CALLER, to: DEMO_NUMBER })
  expect(called).toMatchObject({ answeredBy: 'assistant', path: [DEMO_NUMBER] })
  await called.call?.hangUp()
})

test('a paused number rings the desk, and its voicemail becomes a callback', async () => {
  const world = await openDeskWorld({ morning: false })
  const { client } = await world.pair()
  const [phone] = (await numbersOf(world)).phoneNumbers
  await client.call('number.pause', { phoneNumberId: phone!.id } as never)
  const voiceUrl = () => world.sandbox.twilio.numbers()[0]?.settings.VoiceUrl ?? ''
  await until(() => voiceUrl().includes('/api/webhooks/twilio/voice'))
  const ring = () => world.sandbox.twilio.ring({ from: CALLER, to: DEMO_NUMBER })
  expect(await ring()).toMatchObject({ answeredBy: 'person', path: [DEMO_NUMBER, world.practice.phoneNumber] })
  const before = (await client.call('callback.list', {})).length
  world.sandbox.twilio.setLine(world.practice.phoneNumber, { answers: 'nobody' })
  expect(await ring()).toMatchObject({ answeredBy: 'message' })
  const callbacks = await client.call('callback.list', {})
  expect(callbacks).toHaveLength(before + 1)
  expect(callbacks.find((one) => one.phoneNumber === CALLER)?.reason).toMatch(/voicemail/)
  await client.call('number.resume', { phoneNumberId: phone!.id } as never)
  await until(() => voiceUrl() === VAPI_VOICE_URL)
  const called = await ring()
  expect(called.answeredBy).toBe('assistant')
  await called.call?.hangUp()
})

test('a call that the voice service cannot take goes to the desk', async () => {
  const world = await openDeskWorld({ morning: false })
  world.sandbox.vapi.setDown(true)
  expect(await world.sandbox.twilio.ring({ from: CALLER, to: DEMO_NUMBER })).toMatchObject({
    answeredBy: 'person',
    path: [DEMO_NUMBER, world.practice.phoneNumber],
  })
})

test('a number that was got in the demo is there again after stand-ins that forgot it', async () => {
  const world = await openDeskWorld({ morning: false })
  const { client } = await world.pair()
  const phoneNumber = world.sandbox.twilio.poolOf('737').find((one) => !one.needsAddress)!.phoneNumber
  await client.call('onboarding.start', { way: 'new', phoneNumber, label: 'Second line' } as never)
  await until(async () => (await numbersOf(world)).phoneNumbers.some((one) => one.phoneNumber === phoneNumber))
  const { twilio, vapi } = world.sandbox
  for (const owned of twilio.numbers()) twilio.removeNumber(owned.sid)
  for (const number of vapi.phoneNumbers()) vapi.removePhoneNumber(number.id)
  for (const assistant of vapi.assistants()) vapi.removeAssistant(assistant.id)
  const forgotten = await numbersOf(world)
  expect((await forgotten.problems()).flat()).toContain('NUMBER_MISSING')
  await connectNumbers({ relay: world.relay(), practice: world.practice }, world.sandbox)
  expect(await forgotten.problems()).toEqual([[], []])
  expect(twilio.numbers().map((one) => one.phoneNumber)).toContain(phoneNumber)
})
