import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'
import type { VendorAnswer } from './vendor-answer.ts'

export type NumberSearch = {
  kind: 'local' | 'toll_free'
  areaCode?: string
  locality?: string
  region?: string
  contains?: string
  /** Numbers near this one, within `miles`. */
  near?: { phoneNumber: PhoneNumber; miles: number }
  limit: number
}
export type AvailableNumber = { phoneNumber: PhoneNumber; locality: string | null; region: string | null }

/** Where the supplier sends what happens on a number. `voiceUrl` null leaves it alone. */
export type NumberAddresses = {
  smsUrl: string
  smsFallbackUrl: string | null
  statusUrl: string
  voiceFallbackUrl: string
}

/** A number of the account, read back. Addresses are as set, "" when none. */
export type SuppliedNumber = {
  sid: string
  accountSid: string
  phoneNumber: PhoneNumber
  tag: string
  voiceUrl: string
  smsUrl: string
  smsFallbackUrl: string
  statusUrl: string
  voiceFallbackUrl: string
}

export type SuppliedService = {
  sid: string
  tag: string
  inboundUrl: string
  statusUrl: string
  usesNumberAddress: boolean
}

/** How a registration stands: `problem` in the carriers' words. */
export type ReviewState = { sid: string; state: 'waiting' | 'approved' | 'rejected'; problem: string | null }
export type Campaign = {
  description: string
  /** How patients agree, in words. */
  messageFlow: string
  samples: string[]
  privacyUrl: string
  termsUrl: string
}
export type TollFreeRequest = { numberSid: string; details: RegistrationDetails; useCase: string; sample: string; reference: string }

/** `answeredBy` "machine" where the supplier heard voicemail. */
export type PlacedCall = { sid: string; status: string; answeredBy: 'human' | 'machine' | 'unknown' | null; isOver: boolean }

/** Gets phone numbers, sets where they lead, registers them for texting and gives them back. What is ours carries our tag. Every call is
 *  made once: whoever calls decides what to do about an unknown outcome. */
export interface NumberSupplier {
  search(wanted: NumberSearch): Promise<VendorAnswer<AvailableNumber[]>>
  /** Null when the account does not have it. */
  findNumber(phoneNumber: PhoneNumber): Promise<VendorAnswer<SuppliedNumber | null>>
  readNumber(sid: string): Promise<VendorAnswer<SuppliedNumber | null>>
  listNumbers(): Promise<VendorAnswer<SuppliedNumber[]>>
  /** Addresses are set in the same request, so that the number is never live without them. */
  buyNumber(wanted: {
    phoneNumber: PhoneNumber
    tag: string
    addresses: NumberAddresses
    voiceUrl: string
  }): Promise<VendorAnswer<SuppliedNumber>>
  configureNumber(
    sid: string,
    change: Partial<NumberAddresses> & { voiceUrl?: string; tag?: string },
  ): Promise<VendorAnswer<SuppliedNumber>>
  /** Gone already counts as done. */
  releaseNumber(sid: string): Promise<VendorAnswer<null>>

  findService(tag: string): Promise<VendorAnswer<SuppliedService | null>>
  readService(sid: string): Promise<VendorAnswer<SuppliedService | null>>
  listServices(): Promise<VendorAnswer<SuppliedService[]>>
  createService(wanted: { tag: string; inboundUrl: string; statusUrl: string }): Promise<VendorAnswer<SuppliedService>>
  configureService(sid: string, change: { inboundUrl: string; statusUrl: string }): Promise<VendorAnswer<SuppliedService>>
  deleteService(sid: string): Promise<VendorAnswer<null>>
  serviceNumbers(serviceSid: string): Promise<VendorAnswer<string[]>>
  /** Being in it already counts as done. */
  addToService(serviceSid: string, numberSid: string): Promise<VendorAnswer<null>>
  removeFromService(serviceSid: string, numberSid: string): Promise<VendorAnswer<null>>

  /** Also hands a rejected one in again, after its profile was put right. */
  createBrand(profiles: { customerProfileSid: string; a2pProfileSid: string }): Promise<VendorAnswer<ReviewState>>
  readBrand(sid: string): Promise<VendorAnswer<ReviewState | null>>
  /** A brand made from these profiles, if there is one. */
  findBrand(customerProfileSid: string): Promise<VendorAnswer<ReviewState | null>>
  createCampaign(serviceSid: string, brandSid: string, campaign: Campaign): Promise<VendorAnswer<ReviewState>>
  /** The campaign of a service; it has one at most. */
  readCampaign(serviceSid: string): Promise<VendorAnswer<ReviewState | null>>
  deleteCampaign(serviceSid: string, campaignSid: string): Promise<VendorAnswer<null>>
  /** Also hands a rejected one in again: a number has one at most. */
  createTollFreeVerification(request: TollFreeRequest): Promise<VendorAnswer<ReviewState>>
  /** The verification of a number, newest first where there are several. */
  readTollFreeVerification(numberSid: string): Promise<VendorAnswer<ReviewState | null>>

  /** Phones a number; what is said is at `instructionsUrl`, how it went is posted to `statusUrl`. */
  placeCall(call: {
    from: PhoneNumber
    to: PhoneNumber
    instructionsUrl: string
    statusUrl: string
    ringSeconds: number
  }): Promise<VendorAnswer<PlacedCall>>
  readCall(sid: string): Promise<VendorAnswer<PlacedCall | null>>
}
