import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

export const AREA = '206'

/** A practice with no number yet, its desk, and a number of 206 that can be bought. */
export async function openOnboarding() {
  const world = await openWorld({ practice: { phoneNumbers: [] } })
  const { client } = await world.pair()
  const wanted = numberFor(world)
  const start = (more: object = {}) => client.call('onboarding.start', { way: 'new', phoneNumber: wanted, label: 'Main line', ...more })
  const runs = async (): Promise<OnboardingRun[]> => (await client.call('snapshot.take', {})).entities.onboardingRuns ?? []
  const newest = async (): Promise<OnboardingRun> => (await runs()).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1)!
  const phones = async () => (await world.setup()).phoneNumbers
  return { world, client, wanted, start, runs, newest, phones, work: (minutes?: number) => work(world, minutes) }
}
export type Onboarding = Awaited<ReturnType<typeof openOnboarding>>

export function numberFor(world: World, at = 0): PhoneNumber {
  const free = world.twilio.poolOf(AREA).filter((one) => !one.needsAddress)
  return free[at]!.phoneNumber as PhoneNumber
}

/** Lets the dispatcher work, and the clock run on for as long as something waits for its next try, at most `minutes`. */
export async function work(world: World, minutes = 0): Promise<void> {
  await world.drain()
  for (let minute = 0; minute < minutes; minute += 0.5) {
    world.clock.advance(0.5)
    await world.drain()
  }
}

/** What is ours at the two vendors. */
export function atVendors(world: World) {
  return {
    numbers: world.twilio.numbers().map((one) => one.phoneNumber),
    services: world.twilio.services().map((one) => ({ name: one.settings.FriendlyName, numbers: one.numberSids.length })),
    hosted: world.vapi.phoneNumbers().length,
    assistants: world.vapi.assistants().length,
  }
}

export const NOTHING = { numbers: [], services: [], hosted: 0, assistants: 0 }

export function expectOneOfAll(world: World, phoneNumber: string, practiceId: string): void {
  expect(atVendors(world)).toEqual({
    numbers: [phoneNumber],
    services: [{ name: `da:${practiceId}`, numbers: 1 }],
    hosted: 1,
    assistants: 1,
  })
}
