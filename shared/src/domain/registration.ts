import { z } from 'zod'
import { PhoneNumberId, RegistrationId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant } from './practice-time.ts'
import { line, paragraph } from './text.ts'

const WebAddress = line(300).refine(
  (text) => text === '' || /^https?:\/\/[^\s.]+\.[^\s]+$/.test(text),
  'must be an address like https://example.com',
)

/** What carriers want to know about the practice. Empty until filled in; `missingDetails` tells what is still needed. */
export const RegistrationDetails = z.object({
  /** Exactly as on the tax letter. */
  legalName: line(120).default(''),
  /** Nine digits; a practice has one. */
  ein: z
    .string()
    .max(12)
    .transform((text) => text.replace(/\D/g, ''))
    .pipe(z.string().regex(/^(\d{9})?$/, 'must have nine digits'))
    .default(''),
  street: line(120).default(''),
  city: line(80).default(''),
  region: line(2).default(''),
  postalCode: line(10).default(''),
  website: WebAddress.default(''),
  contactFirstName: line(60).default(''),
  contactLastName: line(60).default(''),
  contactEmail: line(120)
    .refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'must be an e-mail address')
    .default(''),
  contactPhone: PhoneNumber.nullable().default(null),
  privacyUrl: WebAddress.default(''),
  termsUrl: WebAddress.default(''),
  /** How patients agree to texts, as the form in the practice says it. */
  optInWording: paragraph(2_048).default(''),
  /** A picture of that form, for toll-free numbers. */
  optInImageUrl: WebAddress.default(''),
})
export type RegistrationDetails = z.infer<typeof RegistrationDetails>

/** `details` staff · `profile` the operator's business profile at the carrier service · `brand` · `campaign` · `linked`; a toll-free number
 *  has `details` and `verification` only. */
export const RegistrationStage = z.object({
  name: z.enum(['details', 'profile', 'brand', 'campaign', 'linked', 'verification']),
  state: z.enum(['todo', 'waiting', 'done', 'failed']),
  /** What carriers said, and what to do. */
  problem: z.string().nullable(),
  at: Instant.nullable(),
})
export type RegistrationStage = z.infer<typeof RegistrationStage>

/** Leave to text: one per practice for ordinary numbers (10DLC), one per toll-free number. Calls need none. */
export const TextRegistration = z.object({
  id: RegistrationId,
  kind: z.enum(['10dlc', 'toll_free']),
  /** Null: all ordinary numbers of the practice. */
  phoneNumberId: PhoneNumberId.nullable(),
  details: RegistrationDetails,
  stages: z.array(RegistrationStage),
  /** Made by the operator in the carrier service's console. */
  customerProfileSid: z.string().nullable(),
  a2pProfileSid: z.string().nullable(),
  brandSid: z.string().nullable(),
  campaignSid: z.string().nullable(),
  verificationSid: z.string().nullable(),
  submittedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  updatedAt: Instant,
})
export type TextRegistration = z.infer<typeof TextRegistration>
