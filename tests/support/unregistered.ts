import { recordProfile } from '@dentalanswer/relay/src/onboarding/registration-profile.ts'
import { tagOfPractice } from '@dentalanswer/relay/src/onboarding/tags.ts'
import { changeSetup, loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import { all, statement } from '@dentalanswer/relay/src/store/work.ts'
import type { DeskWorld } from './desk-world.ts'

const FRESH_SERVICE = `MG${'5e'.repeat(16)}`
const PROFILES = { customerProfileSid: `BU${'a1'.repeat(16)}`, a2pProfileSid: `BU${'b2'.repeat(16)}` }

const forget = statement((db, p: { practiceId: string }) =>
  db.deleteFrom('text_registrations').where('practice_id', '=', p.practiceId).returning('id'),
)

const contextOf = (world: DeskWorld, kind: 'system' | 'operator'): Ctx => ({
  ...world.relay().deps.base,
  practiceId: world.practice.id,
  actor: { kind, id: null },
})

/** Makes the demo practice one that carriers do not know yet: its number answers calls, and its texts wait. Before a desk connects. */
export async function forgetRegistration(world: DeskWorld): Promise<void> {
  const { addresses } = world.relay().deps.lines
  const ctx = contextOf(world, 'system')
  const numbers = await write(ctx, 'forget-registration', function* (tx) {
    yield* all(forget, { practiceId: tx.practiceId })
    const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
    for (const phone of phoneNumbers) yield* tx.update('phoneNumbers', { ...phone, texting: 'waiting', messagingServiceSid: FRESH_SERVICE })
    tx.emit('number.changed')
    yield* changeSetup(tx)
    return phoneNumbers.map((phone) => phone.phoneNumber)
  })
  for (const phoneNumber of numbers) world.sandbox.twilio.removeFromService(phoneNumber)
  world.sandbox.twilio.addService({
    sid: FRESH_SERVICE,
    phoneNumbers: numbers,
    friendlyName: tagOfPractice(world.practice.id),
    usesNumberWebhook: false,
    inboundUrl: addresses.smsUrl,
    statusCallback: addresses.statusUrl,
  })
}

/** What the operator does in the carrier service's console for a practice that has filled in its details. */
export const addProfile = (world: DeskWorld): Promise<unknown> =>
  write(contextOf(world, 'operator'), 'profile', (tx) => recordProfile(tx, PROFILES))
