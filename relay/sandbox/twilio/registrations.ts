import { isTollFree } from './places.ts'
import { ownedNumber, type Registration, serviceOf, type TwilioWorld } from './world.ts'

export type RegistrationStatus = 'PENDING' | 'IN_PROGRESS' | 'VERIFIED' | 'FAILED'
export type BrandStatus = 'PENDING' | 'IN_REVIEW' | 'APPROVED' | 'FAILED'
export type TollFreeStatus = 'PENDING_REVIEW' | 'IN_REVIEW' | 'TWILIO_APPROVED' | 'TWILIO_REJECTED'

/** How long reviewers take, in seconds of the stand-in's clock. */
export type ReviewSeconds = { brand: number; campaign: number; tollFree: number }

// The newer APIs write instants as ISO without fractions.
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

const BRAND_REASON = 'The legal company name and the tax id do not match IRS records.'
const CAMPAIGN_REASON = 'The message flow does not say how end users consent to receive messages.'
const TOLL_FREE_REASON = 'The opt-in picture does not show how consent is given.'

/** New numbers text only once their registration is approved. */
export function mayText(world: TwilioWorld, phoneNumber: string): boolean {
  const owned = ownedNumber(world, phoneNumber)
  if (!owned?.needsRegistration) return true
  reviewByClock(world)
  if (isTollFree(phoneNumber)) {
    return [...world.verifications.values()].some((one) => one.tollfree_phone_number_sid === owned.sid && one.status === 'TWILIO_APPROVED')
  }
  const service = serviceOf(world, owned)
  return service !== undefined && world.registrations.get(service.sid)?.campaign_status === 'VERIFIED'
}

/** Every registration that waits goes one step on, as reviewers would. */
export function advanceRegistrations(world: TwilioWorld): void {
  for (const brand of world.brands.values()) advanceBrand(world, brand)
  for (const campaign of world.registrations.values()) advanceCampaign(world, campaign)
  for (const verification of world.verifications.values()) advanceTollFree(world, verification)
}

/** What reviewers have come to by now, when they keep to `reviewSeconds`. */
export function reviewByClock(world: TwilioWorld): void {
  const { reviewSeconds } = world
  if (!reviewSeconds) return
  const isDue = (one: Registration, seconds: number) => world.now() >= Date.parse(String(one.date_created)) + seconds * 1_000
  for (const brand of world.brands.values()) if (isDue(brand, reviewSeconds.brand)) advanceBrand(world, brand)
  for (const campaign of world.registrations.values()) if (isDue(campaign, reviewSeconds.campaign)) advanceCampaign(world, campaign)
  for (const one of world.verifications.values()) {
    if (isDue(one, reviewSeconds.tollFree / 2) && one.status === 'PENDING_REVIEW') advanceTollFree(world, one)
    if (isDue(one, reviewSeconds.tollFree)) advanceTollFree(world, one)
  }
}

function advanceBrand(world: TwilioWorld, brand: Registration): void {
  if (brand.status !== 'PENDING' && brand.status !== 'IN_REVIEW') return
  const isBad = String(brand.customer_profile_bundle_sid).endsWith('bad')
  setBrandStatus(world, brand, isBad ? 'FAILED' : 'APPROVED')
}

function advanceCampaign(world: TwilioWorld, campaign: Registration): void {
  if (campaign.campaign_status !== 'IN_PROGRESS' && campaign.campaign_status !== 'PENDING') return
  const isBad = [campaign.description, campaign.message_flow].some((text) => /reject/i.test(String(text)))
  setCampaignStatus(world, campaign, isBad ? 'FAILED' : 'VERIFIED')
}

function advanceTollFree(world: TwilioWorld, one: Registration): void {
  if (one.status === 'PENDING_REVIEW') setTollFreeStatus(world, one, 'IN_REVIEW')
  else if (one.status === 'IN_REVIEW') {
    setTollFreeStatus(world, one, /reject/i.test(String(one.business_name)) ? 'TWILIO_REJECTED' : 'TWILIO_APPROVED')
  }
}

export function setBrandStatus(world: TwilioWorld, brand: Registration, status: BrandStatus, reason = BRAND_REASON): void {
  const isFailed = status === 'FAILED'
  Object.assign(brand, {
    status,
    identity_status: status === 'APPROVED' ? 'VERIFIED' : isFailed ? 'UNVERIFIED' : 'SELF_DECLARED',
    tcr_id: status === 'APPROVED' ? 'BSANDBX' : null,
    failure_reason: isFailed ? reason : null,
    brand_feedback: isFailed ? ['TAX_ID'] : [],
    errors: isFailed ? [errorShape(30796, reason, ['EIN'])] : [],
    date_updated: isoSeconds(world.now()),
  })
}

export function setCampaignStatus(world: TwilioWorld, campaign: Registration, status: RegistrationStatus, reason = CAMPAIGN_REASON): void {
  Object.assign(campaign, {
    campaign_status: status,
    campaign_id: status === 'VERIFIED' ? 'CSANDBX' : null,
    errors: status === 'FAILED' ? [errorShape(30909, reason, ['MESSAGE_FLOW'])] : [],
    date_updated: isoSeconds(world.now()),
  })
}

export function setTollFreeStatus(world: TwilioWorld, one: Registration, status: TollFreeStatus, reason = TOLL_FREE_REASON): void {
  const isRejected = status === 'TWILIO_REJECTED'
  Object.assign(one, {
    status,
    rejection_reason: isRejected ? reason : null,
    rejection_reasons: isRejected ? [{ code: 30505, reason }] : [],
    error_code: isRejected ? 30505 : null,
    edit_allowed: isRejected,
    edit_expiration: isRejected ? isoSeconds(world.now() + 7 * 86_400_000) : null,
    date_updated: isoSeconds(world.now()),
  })
}

const errorShape = (code: number, description: string, fields: string[]) => ({
  error_code: code,
  description,
  fields,
  url: `https://www.twilio.com/docs/api/errors/${code}`,
})
