import type { RegistrationId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { RegistrationDetails, type TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { presentVersion } from '../src/onboarding/assistant-versions.ts'
import { STAGES } from '../src/onboarding/registration-state.ts'
import { changeSetup, loadSetup } from '../src/store/setup.ts'
import type { Tx } from '../src/store/transaction.ts'
import type { Work } from '../src/store/work.ts'
import { VAPI_VOICE_URL } from './vapi/resource-routes.ts'

const sid = (prefix: string, digit: string) => `${prefix}${digit.repeat(32)}`
const NUMBER_SID = sid('PN', 'd')
const SERVICE_SID = sid('MG', 'd')
const RENT = 1_150_000

/** Makes the demo practice's number one that it got through the desk at `since`: all of it is ours, and it may text. */
export function* adoptNumber(tx: Tx, since: Instant): Work<void> {
  // Before the number counts as ours: an assistant that is there already would be published.
  const { version } = yield* presentVersion(tx, 'DentalAnswer')
  const { practice, phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  for (const phone of phoneNumbers)
    yield* tx.update('phoneNumbers', {
      ...phone,
      way: 'new',
      twilioSid: NUMBER_SID,
      messagingServiceSid: SERVICE_SID,
      voiceUrl: VAPI_VOICE_URL,
      assistantVersion: version.version,
      rentMicrodollars: RENT,
      createdAt: since,
    })
  yield* tx.insert('textRegistrations', approvedRegistration(tx.newId<RegistrationId>(), practice.name, since))
  tx.emit('number.changed')
  tx.emit('registration.changed')
  yield* changeSetup(tx)
}

const approvedRegistration = (id: RegistrationId, legalName: string, at: Instant): TextRegistration => ({
  id,
  kind: '10dlc',
  phoneNumberId: null,
  details: RegistrationDetails.parse({
    legalName: `${legalName} PLLC`,
    ein: '123456789',
    street: '100 Example Street',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    website: 'https://brightsmiles.example.com',
    contactFirstName: 'Anika',
    contactLastName: 'Patel',
    contactEmail: 'office@brightsmiles.example.com',
    contactPhone: '+15125550142',
    privacyUrl: 'https://brightsmiles.example.com/privacy',
    termsUrl: 'https://brightsmiles.example.com/terms',
    optInWording: 'I agree to get texts about my appointments at this number. I can reply STOP at any time.',
  }),
  stages: STAGES['10dlc'].map((name) => ({ name, state: 'done', problem: null, at })),
  customerProfileSid: sid('BU', '1'),
  a2pProfileSid: sid('BU', '2'),
  brandSid: sid('BN', 'd'),
  campaignSid: sid('QE', 'd'),
  verificationSid: null,
  submittedAt: at,
  checkedAt: at,
  approvedAt: at,
  updatedAt: at,
})
