import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'

/** Everything that carriers ask about a practice, made up. */
export const FULL_DETAILS: RegistrationDetails = {
  legalName: 'Bright Smile Dental LLC',
  ein: '123456789',
  street: '1 Main Street',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
  website: 'https://brightsmile.example.com',
  contactFirstName: 'Ana',
  contactLastName: 'Reyes',
  contactEmail: 'office@brightsmile.example.com',
  contactPhone: '+15125550142' as PhoneNumber,
  privacyUrl: 'https://brightsmile.example.com/privacy',
  termsUrl: 'https://brightsmile.example.com/terms',
  optInWording: 'I agree that Bright Smile Dental texts me about my appointments. Reply STOP to end.',
  optInImageUrl: 'https://brightsmile.example.com/form.png',
}

export const CAMPAIGN = {
  description: 'Appointment texts of a dental practice to its own patients.',
  messageFlow: 'Patients agree on the paper form that they fill in at their first visit.',
  samples: [
    'Bright Smile: your visit is Tue Dec 1 at 2:00 PM. Reply STOP to opt out.',
    'Bright Smile: please call 512-555-0100. Reply STOP to opt out.',
  ],
  privacyUrl: FULL_DETAILS.privacyUrl,
  termsUrl: '',
}

export const PROFILES = { customerProfileSid: `BU${'1'.repeat(32)}`, a2pProfileSid: `BU${'2'.repeat(32)}` }
