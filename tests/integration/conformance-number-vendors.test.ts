import { sampleSpec } from '@dentalanswer/relay/src/adapters/vapi/sample-spec.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expectConforming } from '../support/conformance/open-sandbox.ts'
import { testWithSpecs } from '../support/conformance/test-with-specs.ts'
import { ADDRESSES, DESK, OF, openLine, RELAY, SERVICE, value } from '../support/open-line.ts'
import { CAMPAIGN, FULL_DETAILS, PROFILES } from '../support/registration-samples.ts'

testWithSpecs('whatever is asked of the supplier about numbers, services and calls is as described', async () => {
  const { sandbox, supplier, buy } = await openLine()
  const bought = await buy()
  value(await supplier.search({ kind: 'local', locality: 'Austin', region: 'TX', contains: '555', limit: 5 }))
  value(await supplier.search({ kind: 'local', near: { phoneNumber: bought.phoneNumber, miles: 40 }, limit: 5 }))
  value(await supplier.findNumber(bought.phoneNumber))
  value(await supplier.listNumbers())
  value(await supplier.configureNumber(bought.sid, { ...ADDRESSES, smsFallbackUrl: null, voiceUrl: `${RELAY}/voice`, tag: OF.tag }))
  value(await supplier.readNumber(bought.sid))
  const { sid } = value(await supplier.createService(SERVICE))
  value(await supplier.configureService(sid, SERVICE))
  value(await supplier.readService(sid))
  value(await supplier.listServices())
  value(await supplier.addToService(sid, bought.sid))
  value(await supplier.addToService(sid, bought.sid))
  value(await supplier.serviceNumbers(sid))
  const to = '+15125550142' as PhoneNumber
  const call = { from: bought.phoneNumber, to, instructionsUrl: `${RELAY}/say`, statusUrl: `${RELAY}/said`, ringSeconds: 30 }
  const placed = value(await supplier.placeCall(call))
  value(await supplier.readCall(placed.sid))
  await sandbox.twilio.flush()
  value(await supplier.readCall(placed.sid))
  value(await supplier.removeFromService(sid, bought.sid))
  value(await supplier.deleteService(sid))
  value(await supplier.releaseNumber(bought.sid))
  expectConforming(sandbox, [
    'DELETE /IncomingPhoneNumbers/{Sid}.json 204',
    'DELETE /v1/Services/{ServiceSid}/PhoneNumbers/{Sid} 204',
    'DELETE /v1/Services/{Sid} 204',
    'GET /AvailablePhoneNumbers/{CountryCode}/Local.json 200',
    'GET /Calls/{Sid}.json 200',
    'GET /IncomingPhoneNumbers.json 200',
    'GET /IncomingPhoneNumbers/{Sid}.json 200',
    'GET /v1/Services 200',
    'GET /v1/Services/{ServiceSid}/PhoneNumbers 200',
    'GET /v1/Services/{ServiceSid}/PhoneNumbers/{Sid} 200',
    'GET /v1/Services/{Sid} 200',
    'POST /Calls.json 201',
    'POST /IncomingPhoneNumbers.json 201',
    'POST /IncomingPhoneNumbers/{Sid}.json 200',
    'POST /v1/Services 201',
    'POST /v1/Services/{ServiceSid}/PhoneNumbers 201',
    'POST /v1/Services/{ServiceSid}/PhoneNumbers 400',
    'POST /v1/Services/{Sid} 200',
  ])
})

testWithSpecs('whatever is asked of the supplier about leave to text is as described', async () => {
  const { sandbox, supplier, buyTollFree } = await openLine()
  const free = await buyTollFree()
  const brand = value(await supplier.createBrand(PROFILES))
  sandbox.twilio.setBrand(brand.sid, 'FAILED', 'The tax id does not match.')
  value(await supplier.createBrand(PROFILES))
  sandbox.twilio.setBrand(brand.sid, 'APPROVED')
  value(await supplier.readBrand(brand.sid))
  const service = value(await supplier.createService(SERVICE))
  const campaign = value(await supplier.createCampaign(service.sid, brand.sid, CAMPAIGN))
  value(await supplier.readCampaign(service.sid))
  value(await supplier.deleteCampaign(service.sid, campaign.sid))
  const request = {
    numberSid: free.sid,
    details: FULL_DETAILS,
    useCase: CAMPAIGN.description,
    sample: CAMPAIGN.samples[0]!,
    reference: 'r-1',
  }
  const asked = value(await supplier.createTollFreeVerification(request))
  sandbox.twilio.setTollFree(asked.sid, 'TWILIO_REJECTED', 'The picture is not readable.')
  value(await supplier.createTollFreeVerification(request))
  value(await supplier.readTollFreeVerification(free.sid))
  expectConforming(sandbox, [
    'DELETE /v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid} 204',
    'GET /AvailablePhoneNumbers/{CountryCode}/TollFree.json 200',
    'GET /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 200',
    'GET /v1/Tollfree/Verifications 200',
    'GET /v1/a2p/BrandRegistrations 200',
    'GET /v1/a2p/BrandRegistrations/{Sid} 200',
    'POST /IncomingPhoneNumbers.json 201',
    'POST /v1/Services 201',
    'POST /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 201',
    'POST /v1/Tollfree/Verifications 201',
    'POST /v1/Tollfree/Verifications/{Sid} 202',
    'POST /v1/a2p/BrandRegistrations 201',
    'POST /v1/a2p/BrandRegistrations/{Sid} 202',
  ])
})

testWithSpecs('the whole assistant and the import of a number are as the voice service describes them', async () => {
  const { sandbox, host, buy } = await openLine()
  const { phoneNumber } = await buy()
  const assistant = value(await host.createAssistant(sampleSpec(), OF))
  for (const more of [
    { languages: ['en', 'es'] as ('en' | 'es')[], voice: 'bright' as const, recordCalls: true },
    { languages: ['es'] as ('en' | 'es')[], voice: 'calm' as const, transfer: null, desk: null },
    { voice: 'deep' as const, maxSeconds: 3_600, tools: [], keyterms: [] },
  ])
    value(await host.updateAssistant(assistant.id, sampleSpec(more), OF))
  value(await host.readAssistant(assistant.id))
  value(await host.listAssistants())
  const hosted = value(await host.importNumber({ phoneNumber, tag: OF.tag, desk: DESK }))
  value(await host.linkNumber(hosted.id, assistant.id))
  value(await host.readNumber(hosted.id))
  value(await host.findNumber(phoneNumber))
  value(await host.placeCall({ assistantId: assistant.id, hostedNumberId: hosted.id, to: DESK }))
  value(await host.deleteNumber(hosted.id))
  value(await host.deleteAssistant(assistant.id))
  expectConforming(sandbox, [
    'DELETE /assistant/{id} 200',
    'DELETE /phone-number/{id} 200',
    'GET /AvailablePhoneNumbers/{CountryCode}/Local.json 200',
    'GET /assistant 200',
    'GET /assistant/{id} 200',
    'GET /phone-number 200',
    'GET /phone-number/{id} 200',
    'PATCH /assistant/{id} 200',
    'PATCH /phone-number/{id} 200',
    'POST /IncomingPhoneNumbers.json 201',
    'POST /assistant 201',
    'POST /call 201',
    'POST /phone-number 201',
  ])
})
