import { newBrand } from './brand-routes.ts'
import { newCampaign } from './registration-routes.ts'
import { setBrandStatus, setCampaignStatus, setTollFreeStatus } from './registrations.ts'
import { newVerification } from './toll-free-routes.ts'
import type { TwilioWorld } from './world.ts'

/** Registrations that were made before the stand-in started. */
export type KnownRegistrations = {
  brand?: { sid: string; customerProfileSid: string; a2pProfileSid: string; isApproved: boolean }
  campaign?: { sid: string; serviceSid: string; brandSid: string; isApproved: boolean }
  verification?: { sid: string; numberSid: string; businessName: string; isApproved: boolean }
}

export function restoreRegistrations(world: TwilioWorld, { brand, campaign, verification }: KnownRegistrations): void {
  if (brand) {
    const form = { CustomerProfileBundleSid: brand.customerProfileSid, A2PProfileBundleSid: brand.a2pProfileSid }
    const made = { ...newBrand(world, form), sid: brand.sid }
    world.brands.set(brand.sid, made)
    if (brand.isApproved) setBrandStatus(world, made, 'APPROVED')
  }
  if (campaign) {
    const made = { ...newCampaign(world, campaign.serviceSid, { BrandRegistrationSid: campaign.brandSid }), sid: campaign.sid }
    world.registrations.set(campaign.serviceSid, made)
    if (campaign.isApproved) setCampaignStatus(world, made, 'VERIFIED')
  }
  if (verification) {
    const made = { ...newVerification(world, verification.numberSid, { BusinessName: verification.businessName }), sid: verification.sid }
    world.verifications.set(verification.sid, made)
    if (verification.isApproved) setTollFreeStatus(world, made, 'TWILIO_APPROVED')
  }
}
