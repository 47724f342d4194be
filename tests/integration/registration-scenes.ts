import { recordProfile } from '@dentalanswer/relay/src/onboarding/registration-profile.ts'
import { changeSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { RegistrationDetails, type TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'

export const SERVICE = `MG${'5e'.repeat(16)}`
export const PROFILES = { customerProfileSid: `BU${'a1'.repeat(16)}`, a2pProfileSid: `BU${'b2'.repeat(16)}` }
export const DETAILS = RegistrationDetails.parse({
  legalName: 'Bright Smiles Dental PLLC',
  ein: '98-7654321',
  street: '100 Congress Ave',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
  website: 'https://brightsmiles.example',
  contactFirstName: 'Dana',
  contactLastName: 'Whitfield',
  contactEmail: 'dana@brightsmiles.example',
  contactPhone: '+15125550142',
  privacyUrl: 'https://brightsmiles.example/privacy',
  termsUrl: 'https://brightsmiles.example/terms',
  optInWording: 'Patients sign on the intake form: "I agree to get texts about my appointments from Bright Smiles. Reply STOP to end."',
  optInImageUrl: 'https://brightsmiles.example/form.png',
})

export type Registering = Awaited<ReturnType<typeof openRegistering>>

/** A practice whose one number was just bought and waits for the carriers, with a desk. */
export async function openRegistering(options: { tollFree?: boolean } = {}) {
  const world = await openWorld(options.tollFree ? { practice: { phoneNumbers: [{ phoneNumber: tollFreeNumber() }] as never } } : {})
  const [phone] = (await world.setup()).phoneNumbers
  const sid = world.twilio.numbers().find((one) => one.phoneNumber === phone!.phoneNumber)!.sid
  if (!options.tollFree) world.twilio.addService({ sid: SERVICE, phoneNumbers: [phone!.phoneNumber] })
  await changePhone(world, phone!.id, { texting: 'waiting', twilioSid: sid, messagingServiceSid: options.tollFree ? null : SERVICE })
  const desk = (await world.pair()).client
  const of = options.tollFree ? { kind: 'toll_free' as const, phoneNumberId: phone!.id } : { kind: '10dlc' as const }
  return {
    ...world,
    desk,
    of,
    phone: async (): Promise<PracticePhone> => (await world.setup()).phoneNumbers.find((one) => one.id === phone!.id)!,
    /** As the newest event tells it. */
    registration: () => newestRegistration(world),
    fillIn: (details: Partial<RegistrationDetails> = {}) =>
      desk.call('registration.put', { ...of, details: { ...DETAILS, ...details }, by: 'Kim' }),
    submit: () => desk.call('registration.submit', { ...of, by: 'Kim' }),
    profile: () => write({ ...world.ctx, actor: { kind: 'operator', id: null } }, 'profile', (tx) => recordProfile(tx, PROFILES)),
    /** Time goes by in steps, the relay looks, carriers do not move. */
    async look(minutes = 360) {
      world.clock.advance(minutes)
      await world.drain()
    },
  }
}

let made = 0
const tollFreeNumber = () => `+1833556${String(process.pid % 100).padStart(2, '0')}${String(++made % 100).padStart(2, '0')}`

export async function changePhone(world: Pick<PracticeWorld, 'ctx'>, id: PhoneNumberId, change: Partial<PracticePhone>): Promise<void> {
  await write(world.ctx, 'test-phone', function* (tx) {
    yield* tx.update('phoneNumbers', { ...(yield* tx.require('phoneNumbers', id)), ...change })
    tx.emit('number.changed')
    yield* changeSetup(tx)
  })
}

export async function newestRegistration(world: Pick<World, 'events'>): Promise<TextRegistration> {
  const told = (await world.events()).flatMap((event) => event.changed.textRegistrations ?? [])
  return told.at(-1)!
}

export const stageStates = (registration: TextRegistration): string =>
  registration.stages.map((one) => `${one.name} ${one.state}`).join(', ')
