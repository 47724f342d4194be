import { type Context, Hono } from 'hono'
import { allValues, type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { metaListAnswer, PAGE_PARAMS } from './paging.ts'
import { isTollFree } from './places.ts'
import { isoSeconds, reviewByClock } from './registrations.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import type { OwnedNumber, Registration, TwilioWorld } from './world.ts'

/** Form names and how the API shows them; those of lists end with `[]`. */
const FIELDS: Record<string, string> = {
  BusinessName: 'business_name',
  BusinessWebsite: 'business_website',
  NotificationEmail: 'notification_email',
  UseCaseCategories: 'use_case_categories[]',
  UseCaseSummary: 'use_case_summary',
  ProductionMessageSample: 'production_message_sample',
  OptInImageUrls: 'opt_in_image_urls[]',
  OptInType: 'opt_in_type',
  MessageVolume: 'message_volume',
  CustomerProfileSid: 'customer_profile_sid',
  BusinessStreetAddress: 'business_street_address',
  BusinessStreetAddress2: 'business_street_address2',
  BusinessCity: 'business_city',
  BusinessStateProvinceRegion: 'business_state_province_region',
  BusinessPostalCode: 'business_postal_code',
  BusinessCountry: 'business_country',
  AdditionalInformation: 'additional_information',
  BusinessContactFirstName: 'business_contact_first_name',
  BusinessContactLastName: 'business_contact_last_name',
  BusinessContactEmail: 'business_contact_email',
  BusinessContactPhone: 'business_contact_phone',
  ExternalReferenceId: 'external_reference_id',
  BusinessRegistrationNumber: 'business_registration_number',
  BusinessRegistrationAuthority: 'business_registration_authority',
  BusinessRegistrationCountry: 'business_registration_country',
  BusinessType: 'business_type',
  BusinessRegistrationPhoneNumber: 'business_registration_phone_number',
  DoingBusinessAs: 'doing_business_as',
  OptInConfirmationMessage: 'opt_in_confirmation_message',
  HelpMessageSample: 'help_message_sample',
  PrivacyPolicyUrl: 'privacy_policy_url',
  TermsAndConditionsUrl: 'terms_and_conditions_url',
  OptInKeywords: 'opt_in_keywords[]',
  VettingProvider: 'vetting_provider',
  VettingId: 'vetting_id',
}
const NAMES = [...Object.keys(FIELDS), 'AgeGatedContent']
const REQUIRED = Object.keys(FIELDS).slice(0, 9)
// Required since January 2026.
const REGISTRATION = ['BusinessRegistrationNumber', 'BusinessRegistrationAuthority', 'BusinessRegistrationCountry', 'BusinessType']
const FILTERS = ['TollfreePhoneNumberSid', 'Status', 'ExternalReferenceId', 'IncludeSubAccounts', 'TrustProductSid', ...PAGE_PARAMS]

/** `v1/Tollfree/Verifications`: leave to text from toll-free numbers. */
export const tollFreeRoutes = (world: TwilioWorld) =>
  new Hono()
    .use(async (_, next) => {
      reviewByClock(world)
      return next()
    })
    .post('/Tollfree/Verifications', async (c) => {
      const form = await strictForm(c, [...NAMES, 'TollfreePhoneNumberSid'])
      const owned = numberToVerify(world, form)
      checkForm(form)
      const one = newVerification(world, owned.sid, form)
      world.verifications.set(one.sid, one)
      return c.json(one, 201)
    })
    .get('/Tollfree/Verifications', (c) => {
      const query = strictQuery(c, FILTERS)
      const fits = (name: string, field: string) => (one: Registration) =>
        oneValue(query, name) === undefined || one[field] === oneValue(query, name)
      const found = [...world.verifications.values()]
        .filter(fits('TollfreePhoneNumberSid', 'tollfree_phone_number_sid'))
        .filter(fits('Status', 'status'))
        .filter(fits('ExternalReferenceId', 'external_reference_id'))
      return metaListAnswer(c, 'verifications', query, found.toReversed(), (one) => one)
    })
    .get('/Tollfree/Verifications/:sid', (c) => c.json(verificationNamed(c, world)))
    .post('/Tollfree/Verifications/:sid', async (c) => {
      const one = verificationNamed(c, world)
      if (one.edit_allowed !== true) throw new TwilioRefusal(20422, 'a verification that is not rejected cannot be edited')
      const form = await strictForm(c, [...NAMES, 'EditReason'])
      Object.assign(one, valuesOf(form), freshReview(world))
      return c.json(one, 202)
    })
    .delete('/Tollfree/Verifications/:sid', (c) => {
      world.verifications.delete(verificationNamed(c, world).sid)
      return c.body(null, 204)
    })

function verificationNamed(c: Context, world: TwilioWorld): Registration {
  const one = world.verifications.get(c.req.param('sid') ?? '')
  if (!one) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return one
}

function checkForm(form: FormValues): void {
  for (const name of [...REQUIRED, ...REGISTRATION]) if (allValues(form, name).join('') === '') throw new TwilioRefusal(20422, name)
}

/** A verification that waits for its review. */
export function newVerification(world: TwilioWorld, numberSid: string, form: FormValues): Registration {
  const sid = world.newSid('HH')
  const empty = Object.fromEntries(Object.values(FIELDS).map((field) => [field.replace('[]', ''), field.endsWith('[]') ? [] : null]))
  return {
    ...empty,
    ...valuesOf(form),
    ...freshReview(world),
    sid,
    account_sid: world.accountSid,
    trust_product_sid: null,
    regulated_item_sid: null,
    tollfree_phone_number_sid: numberSid,
    tollfree_phone_number: world.numbers.get(numberSid)?.phoneNumber ?? null,
    age_gated_content: oneValue(form, 'AgeGatedContent') === 'true',
    resource_links: {},
    vetting_id_expiration: null,
    url: `https://messaging.twilio.com/v1/Tollfree/Verifications/${sid}`,
  }
}

function numberToVerify(world: TwilioWorld, form: FormValues): OwnedNumber {
  const owned = world.numbers.get(oneValue(form, 'TollfreePhoneNumberSid') ?? '')
  if (!owned) throw new TwilioRefusal(20404, 'TollfreePhoneNumberSid')
  if (!isTollFree(owned.phoneNumber)) throw new TwilioRefusal(20422, 'TollfreePhoneNumberSid')
  const earlier = [...world.verifications.values()].find((one) => one.tollfree_phone_number_sid === owned.sid)
  if (earlier) throw new TwilioRefusal(20409, 'TollfreePhoneNumberSid')
  return owned
}

const valuesOf = (form: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(FIELDS)
      .filter(([name]) => form[name] !== undefined)
      .map(([name, field]) => [field.replace('[]', ''), field.endsWith('[]') ? allValues(form, name) : oneValue(form, name)]),
  )

const freshReview = (world: TwilioWorld) => ({
  status: 'PENDING_REVIEW',
  rejection_reason: null,
  rejection_reasons: [],
  error_code: null,
  edit_allowed: null,
  edit_expiration: null,
  date_created: isoSeconds(world.now()),
  date_updated: isoSeconds(world.now()),
})
