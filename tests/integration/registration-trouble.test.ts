import { loseLeaveToText } from '@dentalanswer/relay/src/onboarding/registration-lost.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { standingOf } from '@dentalanswer/shared/domain/registration-words.ts'
import { expect, test } from 'vitest'
import { openRegistering, type Registering, SERVICE, stageStates } from './registration-scenes.ts'

async function withBrand(): Promise<Registering> {
  const world = await openRegistering()
  await world.fillIn()
  await world.submit()
  await world.profile()
  await world.drain()
  return world
}

async function withCampaign(): Promise<Registering> {
  const world = await withBrand()
  world.twilio.advanceRegistrations()
  await world.look()
  return world
}

test('a rejected brand says why, and goes on once the details and the profile are corrected', async () => {
  const world = await withBrand()
  const { brandSid } = await world.registration()
  world.twilio.setBrand(brandSid!, 'FAILED', 'Tax ID does not match')
  await world.look()
  const failed = await world.registration()
  expect(stageStates(failed)).toContain('brand failed')
  expect(standingOf(failed, await world.phone())).toMatchObject({ headline: 'Carriers refused it', who: 'staff' })
  expect(failed.stages.find((one) => one.name === 'brand')?.problem).toContain('Tax ID does not match')
  expect((await world.phone()).texting).toBe('refused')

  await world.fillIn({ legalName: 'Bright Smiles Dental Group PLLC' })
  await world.submit()
  expect(stageStates(await world.registration())).toBe('details done, profile waiting, brand todo, campaign todo, linked todo')
  expect((await world.phone()).texting).toBe('waiting')
  await world.profile()
  await world.drain()
  const again = await world.registration()
  expect(stageStates(again)).toContain('brand waiting')
  expect(again.brandSid).not.toBeNull()
  world.twilio.setBrand(again.brandSid!, 'APPROVED')
  await world.look()
  expect(stageStates(await world.registration())).toContain('brand done, campaign waiting')
})

test('a rejected campaign is taken away and made anew, and what was approved stays', async () => {
  const world = await withCampaign()
  const { campaignSid, brandSid } = await world.registration()
  world.twilio.setRegistration(SERVICE, 'FAILED', 'The opt-in is not clear')
  await world.look()
  expect(stageStates(await world.registration())).toContain('brand done, campaign failed')
  await world.fillIn()
  await world.submit()
  await world.drain()
  const again = await world.registration()
  expect(stageStates(again)).toContain('campaign waiting')
  expect(again).toMatchObject({ brandSid })
  expect(again.campaignSid).not.toBe(campaignSid)
  world.twilio.advanceRegistrations()
  await world.look()
  expect((await world.phone()).texting).toBe('ready')
})

test.each(['accept-then-hang', 'accept-then-500', 'accept-then-bad-json', 'reset'] as const)(
  'a brand whose answer is lost (%s) is found again and not asked for twice',
  async (kind) => {
    const world = await openRegistering()
    await world.fillIn()
    await world.profile()
    world.twilio.faults.set({ registrations: { kind, times: 1 } })
    const running = (async () => {
      await world.submit()
      await world.drain()
    })()
    if (kind === 'accept-then-hang') setTimeout(() => world.twilio.faults.release(), 300)
    await running
    await world.look()
    await world.look()
    expect(stageStates(await world.registration())).toContain('brand waiting')
    expect(world.twilio.registrations().brands).toHaveLength(1)
  },
)

test('no funds wait for the operator and it goes on by itself', async () => {
  const world = await openRegistering()
  await world.fillIn()
  await world.profile()
  world.twilio.setAccount('no-funds')
  await world.submit()
  await world.drain()
  const waiting = await world.registration()
  expect(stageStates(waiting)).toContain('brand waiting')
  expect(waiting.stages.find((one) => one.name === 'brand')?.problem).toMatch(/operator/)
  world.twilio.setAccount('active')
  await world.look()
  const going = await world.registration()
  expect(going.brandSid).toMatch(/^BN/)
  expect(going.stages.find((one) => one.name === 'brand')?.problem).toBeNull()
})

test('a toll-free number is verified by itself', async () => {
  const world = await openRegistering({ tollFree: true })
  await world.fillIn()
  await world.submit()
  await world.drain()
  const sent = await world.registration()
  expect(stageStates(sent)).toBe('details done, verification waiting')
  expect(sent.verificationSid).toMatch(/^HH/)
  world.twilio.setTollFree(sent.verificationSid!, 'TWILIO_REJECTED', 'The website cannot be opened')
  await world.look()
  expect((await world.registration()).stages[1]?.problem).toContain('The website cannot be opened')
  expect((await world.phone()).texting).toBe('refused')

  world.clock.advance(1)
  await world.fillIn({ website: 'https://smiles.example' })
  await world.submit()
  await world.drain()
  const again = await world.registration()
  expect(stageStates(again)).toBe('details done, verification waiting')
  expect(again.verificationSid).toBe(sent.verificationSid)
  // A second rejection is not sent again by itself.
  world.twilio.setTollFree(again.verificationSid!, 'TWILIO_REJECTED', 'The picture cannot be opened')
  await world.look()
  expect(stageStates(await world.registration())).toBe('details done, verification failed')
  await world.submit()
  await world.drain()
  world.twilio.setTollFree(again.verificationSid!, 'TWILIO_APPROVED')
  await world.look()
  expect((await world.phone()).texting).toBe('ready')
})

test('an approved registration is asked about again an hour after carriers refused a text, and then the number may text again', async () => {
  const world = await withCampaign()
  world.twilio.advanceRegistrations()
  await world.look()
  expect((await world.phone()).texting).toBe('ready')
  await write(world.ctx, 'lost', (tx) => loseLeaveToText(tx, world.ourNumber))
  expect((await world.phone()).texting).toBe('waiting')
  const asked = await world.registration()
  expect(stageStates(asked)).toContain('campaign waiting, linked todo')
  expect(standingOf(asked, await world.phone()).detail).toContain('refused a text')
  await world.look(30)
  expect((await world.phone()).texting).toBe('waiting')
  await world.look(31)
  expect((await world.phone()).texting).toBe('ready')
  expect(world.twilio.registrations().campaigns).toHaveLength(1)
})
