import { StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import { describe, expect, test } from 'vitest'
import { atVendors, expectOneOfAll, openOnboarding } from './onboarding-scenes.ts'

describe('a new number', () => {
  test('is bought, joined, imported, answered, and saved', async () => {
    const { world, start, newest, wanted, phones, work } = await openOnboarding()
    const started = await start()
    expect(started).toMatchObject({ state: 'running', isPrimary: true, phoneNumber: wanted })
    await work()
    const run = await newest()
    expect(run.problem).toBeNull()
    expect(run).toMatchObject({ id: started.id, state: 'done', retryAt: null })
    expect(run.steps.map((step) => [step.name, step.state])).toEqual(StepName.options.map((name) => [name, 'done']))
    expectOneOfAll(world, wanted, world.practiceId)
    const [bought] = world.twilio.numbers()
    const [hosted] = world.vapi.phoneNumbers()
    const [assistant] = world.vapi.assistants()
    expect(bought).toMatchObject({ friendlyName: `da:${run.phoneNumberId}` })
    expect(bought!.settings.SmsUrl).toContain('/api/webhooks/twilio/sms')
    expect(bought!.settings.VoiceUrl).toMatch(/vapi/)
    expect(hosted).toMatchObject({ name: `da:${run.phoneNumberId}`, smsEnabled: false, assistantId: assistant!.id })
    expect(assistant).toMatchObject({ name: `da:${run.phoneNumberId}` })
    expect(await phones()).toMatchObject([
      {
        id: run.phoneNumberId,
        phoneNumber: wanted,
        label: 'Main line',
        isPrimary: true,
        status: 'active',
        way: 'new',
        texting: 'waiting',
        twilioSid: bought!.sid,
        messagingServiceSid: world.twilio.services()[0]!.sid,
        vapiPhoneNumberId: hosted!.id,
        vapiAssistantId: assistant!.id,
        voiceUrl: bought!.settings.VoiceUrl,
        rentMicrodollars: 1_150_000,
      },
    ])
  })

  test('takes calls and texts of the practice from then on', async () => {
    const { world, start, wanted, work, client } = await openOnboarding()
    await start()
    await work()
    const [hosted] = world.vapi.phoneNumbers()
    const call = await world.vapi.startCall({ from: '+15125550199', to: wanted, phoneNumberId: hosted!.id } as never)
    await call.say('user', 'Hello')
    await world.twilio.receiveText({ from: '+15125550198', to: wanted, body: 'Do you take new patients?' })
    await world.drain()
    const { calls, messages } = (await client.call('snapshot.take', {})).entities
    expect(calls).toMatchObject([{ callerNumber: '+15125550199' }])
    expect(messages?.filter((one) => one.direction === 'inbound')).toMatchObject([{ fromNumber: '+15125550198', toNumber: wanted }])
  })

  test('is told live, step by step', async () => {
    const { world, start, work } = await openOnboarding()
    await start()
    await work()
    const told = (await world.events()).flatMap((event) => event.changed.onboardingRuns ?? [])
    for (const name of StepName.options.slice(0, -1)) {
      const states = told.map((run) => run.steps.find((step) => step.name === name)!.state)
      expect([...new Set(states)], name).toEqual(['pending', 'running', 'done'])
    }
    expect(told.at(-1)?.state).toBe('done')
    expect((await world.events()).at(-1)?.changed.phoneNumbers).toHaveLength(1)
  })

  test('shares the texting service with the practice’s other numbers', async () => {
    const { world, client, start, newest, phones, work } = await openOnboarding()
    await start()
    await work()
    const next = world.twilio.poolOf('512').find((one) => !one.needsAddress)!.phoneNumber
    await client.call('onboarding.start', { way: 'new', phoneNumber: next, label: 'South', isPrimary: true })
    await work()
    expect(await newest()).toMatchObject({ state: 'done' })
    expect(atVendors(world)).toMatchObject({ services: [{ numbers: 2 }], hosted: 2, assistants: 2 })
    expect((await newest()).steps.find((step) => step.name === 'service')?.isOurs).toBe(false)
    expect((await phones()).map((one) => [one.label, one.isPrimary]).sort()).toEqual([
      ['Main line', false],
      ['South', true],
    ])
  })
})
