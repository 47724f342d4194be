import { expect, test } from 'vitest'
import { OF, openLine, SERVICE, value } from '../support/open-line.ts'
import { CAMPAIGN, FULL_DETAILS, PROFILES } from '../support/registration-samples.ts'

test('a brand is sent in once, and again in its own place after carriers rejected it', async () => {
  const { sandbox, supplier } = await openLine()
  expect(await supplier.findBrand(PROFILES.customerProfileSid)).toEqual({ kind: 'done', value: null })
  const brand = value(await supplier.createBrand(PROFILES))
  expect(brand).toEqual({ sid: brand.sid, state: 'waiting', problem: null })
  sandbox.twilio.setBrand(brand.sid, 'FAILED', 'The tax id does not match.')
  expect(await supplier.findBrand(PROFILES.customerProfileSid)).toEqual({
    kind: 'done',
    value: { sid: brand.sid, state: 'rejected', problem: expect.stringContaining('The tax id does not match.') },
  })
  expect(await supplier.createBrand(PROFILES)).toEqual({ kind: 'done', value: brand })
  sandbox.twilio.setBrand(brand.sid, 'APPROVED')
  expect(await supplier.readBrand(brand.sid)).toEqual({ kind: 'done', value: { ...brand, state: 'approved' } })
  expect(sandbox.twilio.registrations().brands).toHaveLength(1)
  expect(await supplier.readBrand(`BN${'0'.repeat(32)}`)).toEqual({ kind: 'done', value: null })
})

test('a campaign belongs to its service, is rejected in the words of the carriers, and can be taken away', async () => {
  const { sandbox, supplier } = await openLine()
  const brand = value(await supplier.createBrand(PROFILES))
  sandbox.twilio.setBrand(brand.sid, 'APPROVED')
  const service = value(await supplier.createService(SERVICE))
  expect(await supplier.readCampaign(service.sid)).toEqual({ kind: 'done', value: null })
  const campaign = value(await supplier.createCampaign(service.sid, brand.sid, CAMPAIGN))
  expect(campaign.state).toBe('waiting')
  const [sent] = sandbox.twilio.registrations().campaigns
  expect(sent).toMatchObject({ has_embedded_links: false, has_embedded_phone: true, us_app_to_person_usecase: 'LOW_VOLUME' })
  sandbox.twilio.setRegistration(service.sid, 'FAILED', 'The form is not to be found.')
  const rejected = value(await supplier.readCampaign(service.sid))
  expect(rejected).toEqual({ sid: campaign.sid, state: 'rejected', problem: expect.stringContaining('The form is not to be found.') })
  expect(await supplier.deleteCampaign(service.sid, campaign.sid)).toEqual({ kind: 'done', value: null })
  expect(await supplier.deleteCampaign(service.sid, campaign.sid)).toEqual({ kind: 'done', value: null })
  const again = value(await supplier.createCampaign(service.sid, brand.sid, CAMPAIGN))
  sandbox.twilio.setRegistration(service.sid, 'VERIFIED')
  expect(await supplier.readCampaign(service.sid)).toEqual({ kind: 'done', value: { sid: again.sid, state: 'approved', problem: null } })
})

test('a toll-free number is verified with what the practice filled in, and once more after a rejection', async () => {
  const { sandbox, supplier, buyTollFree } = await openLine()
  const { sid: numberSid } = await buyTollFree()
  const request = {
    numberSid,
    details: FULL_DETAILS,
    useCase: CAMPAIGN.description,
    sample: CAMPAIGN.samples[0]!,
    reference: OF.phoneNumberId,
  }
  expect(await supplier.readTollFreeVerification(numberSid)).toEqual({ kind: 'done', value: null })
  const asked = value(await supplier.createTollFreeVerification(request))
  expect(asked).toMatchObject({ state: 'waiting' })
  expect(sandbox.twilio.registrations().verifications[0]).toMatchObject({
    business_name: FULL_DETAILS.legalName,
    business_registration_number: FULL_DETAILS.ein,
    opt_in_image_urls: [FULL_DETAILS.optInImageUrl],
    external_reference_id: OF.phoneNumberId,
  })
  sandbox.twilio.setTollFree(asked.sid, 'TWILIO_REJECTED', 'The picture is not readable.')
  expect(await supplier.readTollFreeVerification(numberSid)).toMatchObject({
    value: { state: 'rejected', problem: expect.stringContaining('The picture is not readable.') },
  })
  const details = { ...FULL_DETAILS, legalName: 'Bright Smile Dental PLLC' }
  const again = value(await supplier.createTollFreeVerification({ ...request, details }))
  expect(again.state).toBe('waiting')
  expect(sandbox.twilio.registrations().verifications).toMatchObject([{ business_name: details.legalName }])
  sandbox.twilio.setTollFree(again.sid, 'TWILIO_APPROVED')
  expect(await supplier.readTollFreeVerification(numberSid)).toMatchObject({ value: { sid: again.sid, state: 'approved', problem: null } })
})
