import { expect } from 'vitest'
import { ANA, expectConforming, OURS, openSandbox } from '../support/conformance/open-sandbox.ts'
import { testWithSpecs } from '../support/conformance/test-with-specs.ts'

const refused = (status: number) => expect.objectContaining({ status })

testWithSpecs('calls are placed, read and listed as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  const placed = await twilio.calls.create({
    to: ANA,
    from: OURS,
    url: 'https://relay.example.test/trial',
    statusCallback: 'https://relay.example.test/trial-status',
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    timeout: 30,
    machineDetection: 'Enable',
  })
  await twilio.calls(placed.sid).fetch()
  await sandbox.twilio.flush()
  await twilio.calls(placed.sid).fetch()
  await twilio.calls.list({ to: ANA, limit: 2 })
  await expect(twilio.calls.create({ to: '12', from: OURS, url: 'https://relay.example.test/trial' })).rejects.toEqual(refused(400))
  await expect(twilio.calls(`CA${'0'.repeat(32)}`).fetch()).rejects.toEqual(refused(404))
  expectConforming(sandbox, [
    'GET /Calls.json 200',
    'GET /Calls/{Sid}.json 200',
    'GET /Calls/{Sid}.json 404',
    'POST /Calls.json 201',
    'POST /Calls.json 400',
  ])
})

testWithSpecs('leave to text is asked for, read, refused and taken back as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  const { services, brandRegistrations } = twilio.messaging.v1
  const profiles = { customerProfileBundleSid: `BU${'1'.repeat(32)}`, a2PProfileBundleSid: `BU${'2'.repeat(32)}` }
  const brand = await brandRegistrations.create(profiles)
  await brandRegistrations(brand.sid).fetch()
  sandbox.twilio.setBrand(brand.sid, 'FAILED')
  await brandRegistrations.list({ limit: 5 })
  await brandRegistrations(brand.sid).update()
  sandbox.twilio.advanceRegistrations()
  await brandRegistrations(brand.sid).fetch()
  const { sid } = await services.create({ friendlyName: 'Practice' })
  const campaign = {
    brandRegistrationSid: brand.sid,
    description: 'Appointment reminders of a dental practice',
    messageFlow: 'Patients agree at the desk and on the phone.',
    messageSamples: ['Bright Smiles: your cleaning is on Wed Mar 11 at 9:00 AM.', 'Reply C to confirm your visit.'],
    usAppToPersonUsecase: 'LOW_VOLUME',
    hasEmbeddedLinks: false,
    hasEmbeddedPhone: false,
  }
  const made = await services(sid).usAppToPerson.create(campaign)
  await expect(services(sid).usAppToPerson.create(campaign)).rejects.toEqual(refused(409))
  sandbox.twilio.setRegistration(sid, 'FAILED')
  await services(sid).usAppToPerson(made.sid).fetch()
  await services(sid).usAppToPerson(made.sid).remove()
  await expect(services(sid).usAppToPerson(made.sid).fetch()).rejects.toEqual(refused(404))
  expectConforming(sandbox, [
    'DELETE /v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid} 204',
    'GET /v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid} 200',
    'GET /v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid} 404',
    'GET /v1/a2p/BrandRegistrations 200',
    'GET /v1/a2p/BrandRegistrations/{Sid} 200',
    'POST /v1/Services 201',
    'POST /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 201',
    'POST /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 409',
    'POST /v1/a2p/BrandRegistrations 201',
    'POST /v1/a2p/BrandRegistrations/{Sid} 202',
  ])
})

testWithSpecs('toll-free numbers are searched, and verified, as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  const [found] = await twilio.availablePhoneNumbers('US').tollFree.list({ smsEnabled: true, limit: 1 })
  const bought = await twilio.incomingPhoneNumbers.create({ phoneNumber: found!.phoneNumber })
  const { tollfreeVerifications } = twilio.messaging.v1
  const wanted = {
    businessName: 'Bright Smiles',
    businessWebsite: 'https://example.test',
    notificationEmail: 'desk@example.test',
    useCaseCategories: ['ACCOUNT_NOTIFICATIONS', 'CUSTOMER_CARE'],
    useCaseSummary: 'Reminders of visits',
    productionMessageSample: 'Your visit is tomorrow.',
    optInImageUrls: ['https://example.test/form.png'],
    optInType: 'PAPER_FORM' as const,
    messageVolume: '1,000',
    tollfreePhoneNumberSid: bought.sid,
    businessStreetAddress: '100 Example Street',
    businessContactPhone: '+15125550142',
    externalReferenceId: 'reference-1',
    businessRegistrationNumber: '123456789',
    businessRegistrationAuthority: 'EIN' as const,
    businessRegistrationCountry: 'US',
    businessType: 'PRIVATE_PROFIT' as const,
    privacyPolicyUrl: 'https://example.test/privacy',
  }
  await expect(tollfreeVerifications.create({ ...wanted, businessRegistrationNumber: '' })).rejects.toEqual(refused(400))
  const made = await tollfreeVerifications.create(wanted)
  await expect(tollfreeVerifications.create(wanted)).rejects.toEqual(refused(409))
  sandbox.twilio.setTollFree(made.sid, 'TWILIO_REJECTED')
  await tollfreeVerifications(made.sid).fetch()
  await tollfreeVerifications.list({ tollfreePhoneNumberSid: bought.sid, limit: 2 })
  await tollfreeVerifications(made.sid).update({ useCaseSummary: 'Reminders and answers', editReason: 'Said more' })
  await tollfreeVerifications(made.sid).remove()
  await expect(tollfreeVerifications(made.sid).fetch()).rejects.toEqual(refused(404))
  expectConforming(sandbox, [
    'DELETE /v1/Tollfree/Verifications/{Sid} 204',
    'GET /AvailablePhoneNumbers/{CountryCode}/TollFree.json 200',
    'GET /v1/Tollfree/Verifications 200',
    'GET /v1/Tollfree/Verifications/{Sid} 200',
    'GET /v1/Tollfree/Verifications/{Sid} 404',
    'POST /IncomingPhoneNumbers.json 201',
    'POST /v1/Tollfree/Verifications 201',
    'POST /v1/Tollfree/Verifications 400',
    'POST /v1/Tollfree/Verifications 409',
    'POST /v1/Tollfree/Verifications/{Sid} 202',
  ])
})
