import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { setUpNumber } from '../support/set-up-number.ts'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'

/** A number of a practice of this world that onboarding has set up. */
export const addManaged = (world: World, practice: PracticeWorld = world, more: Partial<PracticePhone> = {}): Promise<PracticePhone> =>
  setUpNumber({ ctx: practice.ctx, lines: world.deps.lines, sandbox: world.sandbox }, more)

/** A desk, and a number of its practice to do things with. */
export async function openNumberWorld(more: Partial<PracticePhone> = {}) {
  const world = await openWorld()
  const phone = await addManaged(world, world, more)
  const { client } = await world.pair()
  const present = async (id: string = phone.id): Promise<PracticePhone> =>
    (await world.setup()).phoneNumbers.find((one) => one.id === id) ?? never()
  return {
    world,
    phone,
    client,
    present,
    /** Lets everything due be done, again after each short wait, for so many minutes. */
    async pass(minutes: number) {
      await world.drain()
      for (let step = 0; step < minutes * 6; step++) {
        world.clock.advance(1 / 6)
        await world.drain()
      }
    },
    atSupplier: () => world.twilio.numbers().find((one) => one.phoneNumber === phone.phoneNumber),
    atHost: () => world.vapi.phoneNumbers().find((one) => one.id === phone.vapiPhoneNumberId),
  }
}

function never(): never {
  throw new Error('the practice has no such number')
}
