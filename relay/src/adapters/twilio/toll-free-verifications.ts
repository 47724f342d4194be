import type { NumberSupplier, TollFreeRequest } from '../../ports/number-supplier.ts'
import type { TwilioClient } from './redirected-client.ts'
import { newestOf, verificationState } from './review-states.ts'
import { ask, askForOne } from './supplier-answer.ts'

type Verifications = Pick<NumberSupplier, 'createTollFreeVerification' | 'readTollFreeVerification'>

/** Leave to text from toll-free numbers: one verification per number. */
export function tollFreeVerifications(client: TwilioClient): Verifications {
  const { tollfreeVerifications: verifications } = client.messaging.v1
  const newest = async (tollfreePhoneNumberSid: string) => newestOf(await verifications.list({ tollfreePhoneNumberSid, limit: 20 })) ?? null
  return {
    async createTollFreeVerification(request) {
      const earlier = await askForOne(() => newest(request.numberSid))
      if (earlier.kind !== 'done') return earlier
      const rejected = earlier.value?.status === 'TWILIO_REJECTED' ? earlier.value : null
      return ask('change', async () => {
        if (rejected?.editAllowed === true) return verificationState(await verifications(rejected.sid).update(answers(request)))
        // Some rejections are final, and stand in the way of another request for the same number.
        if (rejected) await verifications(rejected.sid).remove()
        const { numberSid, reference } = request
        const named = { tollfreePhoneNumberSid: numberSid, externalReferenceId: reference }
        return verificationState(await verifications.create({ ...named, ...answers(request) }))
      })
    },
    readTollFreeVerification: (numberSid) =>
      askForOne(async () => {
        const found = await newest(numberSid)
        return found && verificationState(found)
      }),
  }
}

/** What carriers ask about a toll-free number that shall text. */
function answers({ details, useCase, sample }: TollFreeRequest) {
  return {
    businessName: details.legalName,
    businessWebsite: details.website,
    notificationEmail: details.contactEmail,
    businessStreetAddress: details.street,
    businessCity: details.city,
    businessStateProvinceRegion: details.region,
    businessPostalCode: details.postalCode,
    businessCountry: 'US',
    businessContactFirstName: details.contactFirstName,
    businessContactLastName: details.contactLastName,
    businessContactEmail: details.contactEmail,
    ...(details.contactPhone && { businessContactPhone: details.contactPhone }),
    // Asked for since January 2026.
    businessRegistrationNumber: details.ein,
    businessRegistrationAuthority: 'EIN' as const,
    businessRegistrationCountry: 'US',
    businessType: 'PRIVATE_PROFIT' as const,
    useCaseCategories: ['ACCOUNT_NOTIFICATIONS', 'CUSTOMER_CARE'],
    useCaseSummary: useCase.slice(0, 500).toWellFormed(),
    productionMessageSample: sample,
    optInType: 'PAPER_FORM' as const,
    optInImageUrls: [details.optInImageUrl],
    additionalInformation: details.optInWording.slice(0, 500).toWellFormed(),
    messageVolume: '10,000',
    ...(details.privacyUrl && { privacyPolicyUrl: details.privacyUrl }),
    ...(details.termsUrl && { termsAndConditionsUrl: details.termsUrl }),
  }
}
