import type { Campaign, NumberSupplier } from '../../ports/number-supplier.ts'
import type { TwilioClient } from './redirected-client.ts'
import { brandState, campaignState, newestOf } from './review-states.ts'
import { ask, askForOne, askToRemove } from './supplier-answer.ts'

type Registrations = Pick<NumberSupplier, 'createBrand' | 'readBrand' | 'findBrand' | 'createCampaign' | 'readCampaign' | 'deleteCampaign'>

/** Leave to text from ordinary numbers: the brand, which is the practice, and the campaign, which is what it texts. */
export function textRegistrations(client: TwilioClient): Registrations {
  const { brandRegistrations, services } = client.messaging.v1
  const findBrand: Registrations['findBrand'] = (customerProfileSid) =>
    ask('read', async () => {
      const all = await brandRegistrations.list({ pageSize: 100 })
      const newest = newestOf(all.filter((one) => one.customerProfileBundleSid === customerProfileSid))
      return newest ? brandState(newest) : null
    })
  return {
    findBrand,
    async createBrand({ customerProfileSid, a2pProfileSid }) {
      const earlier = await findBrand(customerProfileSid)
      if (earlier.kind !== 'done') return earlier
      const rejected = earlier.value?.state === 'rejected' ? earlier.value.sid : null
      return ask('change', async () =>
        brandState(
          rejected
            ? await brandRegistrations(rejected).update()
            : await brandRegistrations.create({
                customerProfileBundleSid: customerProfileSid,
                a2PProfileBundleSid: a2pProfileSid,
                brandType: 'STANDARD',
                // A practice sends far below what secondary vetting, which costs extra, would allow.
                skipAutomaticSecVet: true,
              }),
        ),
      )
    },
    readBrand: (sid) => askForOne(async () => brandState(await brandRegistrations(sid).fetch())),
    createCampaign: (serviceSid, brandSid, campaign) =>
      ask('change', async () => campaignState(await services(serviceSid).usAppToPerson.create(campaignForm(brandSid, campaign)))),
    readCampaign: (serviceSid) =>
      askForOne(async () => {
        const newest = newestOf(await services(serviceSid).usAppToPerson.list({ limit: 20 }))
        return newest ? campaignState(newest) : null
      }),
    deleteCampaign: (serviceSid, campaignSid) => askToRemove(() => services(serviceSid).usAppToPerson(campaignSid).remove()),
  }
}

function campaignForm(brandRegistrationSid: string, { samples, privacyUrl, termsUrl, description, messageFlow }: Campaign) {
  return {
    brandRegistrationSid,
    description,
    messageFlow,
    messageSamples: samples,
    // Mixed texts of a sender of few.
    usAppToPersonUsecase: 'LOW_VOLUME',
    hasEmbeddedLinks: samples.some((text) => /https?:\/\/|\bwww\./i.test(text)),
    hasEmbeddedPhone: samples.some((text) => /\d{3}\D{0,2}\d{4}/.test(text)),
    ...(privacyUrl && { privacyPolicyUrl: privacyUrl }),
    ...(termsUrl && { termsAndConditionsUrl: termsUrl }),
  }
}
