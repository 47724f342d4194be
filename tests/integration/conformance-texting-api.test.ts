import { redirectedTwilio } from '@dentalanswer/relay/sandbox/wire/redirected-twilio.ts'
import { expect } from 'vitest'
import { ANA, account, expectConforming, OURS, openSandbox } from '../support/conformance/open-sandbox.ts'
import { testWithSpecs } from '../support/conformance/test-with-specs.ts'

const refused = (status: number) => expect.objectContaining({ status })

testWithSpecs('texts of every kind are sent, listed, changed and deleted as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  const service = await twilio.messaging.v1.services.create({ friendlyName: 'Practice' })
  const number = sandbox.twilio.numbers()[0]!
  await twilio.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: number.sid })
  const plain = await twilio.messages.create({ to: ANA, from: OURS, body: 'Hello', statusCallback: 'https://relay.example.test/s?m=1' })
  const picture = await twilio.messages.create({ to: ANA, from: OURS, mediaUrl: ['https://relay.example.test/a.jpg'] })
  await twilio.messages.create({ to: ANA, messagingServiceSid: service.sid, body: 'Hello', validityPeriod: 600, smartEncoded: true })
  const later = await twilio.messages.create({
    to: ANA,
    messagingServiceSid: service.sid,
    body: 'Later',
    scheduleType: 'fixed',
    sendAt: new Date(Date.now() + 3_600_000),
  })
  await sandbox.twilio.flush()
  for (const mark of ['unreachable', 'blocked', 'unregistered'] as const) {
    sandbox.twilio.mark(ANA, mark)
    await twilio.messages.create({ to: ANA, from: OURS, body: mark })
    await sandbox.twilio.flush()
  }
  await sandbox.twilio.receiveText({
    from: ANA,
    to: OURS,
    body: 'Thanks',
    media: [{ url: 'https://a.test/b.jpg', contentType: 'image/jpeg' }],
  })
  await twilio.messages(later.sid).update({ status: 'canceled' })
  await twilio.messages(plain.sid).update({ body: '' })
  await twilio.messages(plain.sid).fetch()
  await twilio.messages(picture.sid).media.list()
  await twilio.messages.list({ to: ANA, from: OURS, pageSize: 2 })
  await twilio.messages.list({ dateSentAfter: new Date(Date.now() - 60_000), dateSentBefore: new Date(), limit: 5 })
  await twilio.messages(plain.sid).remove()
  expectConforming(sandbox, [
    'DELETE /Messages/{Sid}.json 204',
    'GET /Messages.json 200',
    'GET /Messages/{MessageSid}/Media.json 200',
    'GET /Messages/{Sid}.json 200',
    'POST /Messages.json 201',
    'POST /Messages/{Sid}.json 200',
    'POST /v1/Services 201',
    'POST /v1/Services/{ServiceSid}/PhoneNumbers 201',
  ])
})

testWithSpecs('refused texts are refused in the described form', async () => {
  const { sandbox, twilio } = await openSandbox()
  const send = (more: object) => twilio.messages.create({ to: ANA, from: OURS, body: 'Hello', ...more })
  sandbox.twilio.mark('+15125550111', 'landline')
  await sandbox.twilio.receiveText({ from: ANA, to: OURS, body: 'STOP' })
  await expect(send({})).rejects.toEqual(expect.objectContaining({ status: 400, code: 21610 }))
  await expect(send({ to: '+15125550111' })).rejects.toEqual(refused(400))
  await expect(send({ to: '12' })).rejects.toEqual(refused(400))
  await expect(send({ from: '+15125550999' })).rejects.toEqual(refused(400))
  await expect(send({ body: 'a'.repeat(1601) })).rejects.toEqual(refused(400))
  await expect(send({ from: undefined, messagingServiceSid: `MG${'0'.repeat(32)}` })).rejects.toEqual(refused(400))
  await expect(twilio.messages(`SM${'0'.repeat(32)}`).fetch()).rejects.toEqual(refused(404))
  sandbox.twilio.faults.set({ sends: { kind: '429', times: 1 } })
  await expect(send({ to: '+15125550143' })).rejects.toEqual(refused(429))
  const stranger = redirectedTwilio(`${sandbox.url}/twilio`, { ...account, authToken: 'wrong' })
  await expect(stranger.messages.list()).rejects.toEqual(refused(401))
  expectConforming(sandbox, [
    'GET /Messages.json 401',
    'GET /Messages/{Sid}.json 404',
    'POST /Messages.json 400',
    'POST /Messages.json 429',
  ])
})

testWithSpecs('numbers are searched, bought, changed and given back as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  await twilio.api.v2010.accounts(account.accountSid).fetch()
  const search = { areaCode: 512, smsEnabled: true, voiceEnabled: true, excludeAllAddressRequired: true, limit: 3 }
  const [found] = await twilio.availablePhoneNumbers('US').local.list(search)
  await twilio.availablePhoneNumbers('US').local.list({ contains: '808*', inRegion: 'HI', nearLatLong: '21.3,-157.8', distance: 50 })
  const urls = { smsUrl: 'https://relay.example.test/sms', voiceUrl: 'https://relay.example.test/voice' }
  const bought = await twilio.incomingPhoneNumbers.create({
    phoneNumber: found!.phoneNumber,
    friendlyName: 'practice-1',
    ...urls,
    smsFallbackUrl: 'https://backup.example.test/sms',
    voiceFallbackUrl: 'https://backup.example.test/voice',
    smsMethod: 'POST',
    voiceReceiveMode: 'voice',
    emergencyStatus: 'Inactive',
  })
  await twilio.incomingPhoneNumbers.create({ areaCode: '808' })
  await expect(twilio.incomingPhoneNumbers.create({ phoneNumber: found!.phoneNumber })).rejects.toEqual(refused(400))
  await twilio.incomingPhoneNumbers(bought.sid).update({ friendlyName: 'practice-2', voiceCallerIdLookup: true })
  await twilio.incomingPhoneNumbers(bought.sid).fetch()
  await twilio.incomingPhoneNumbers.list({ phoneNumber: found!.phoneNumber, friendlyName: 'practice-2', limit: 1 })
  await twilio.incomingPhoneNumbers.list({ pageSize: 1 })
  await twilio.incomingPhoneNumbers(bought.sid).remove()
  await expect(twilio.incomingPhoneNumbers(bought.sid).fetch()).rejects.toEqual(refused(404))
  expectConforming(sandbox, [
    'DELETE /IncomingPhoneNumbers/{Sid}.json 204',
    'GET /2010-04-01/Accounts/{Sid}.json 200',
    'GET /AvailablePhoneNumbers/{CountryCode}/Local.json 200',
    'GET /IncomingPhoneNumbers.json 200',
    'GET /IncomingPhoneNumbers/{Sid}.json 200',
    'GET /IncomingPhoneNumbers/{Sid}.json 404',
    'POST /IncomingPhoneNumbers.json 201',
    'POST /IncomingPhoneNumbers.json 400',
    'POST /IncomingPhoneNumbers/{Sid}.json 200',
  ])
})

testWithSpecs('messaging services and their registration answer as described', async () => {
  const { sandbox, twilio } = await openSandbox()
  const { services } = twilio.messaging.v1
  const { sid } = await services.create({
    friendlyName: 'Practice',
    inboundRequestUrl: 'https://relay.example.test/sms',
    inboundMethod: 'POST',
    validityPeriod: 600,
    scanMessageContent: 'inherit',
    usecase: 'notifications',
    useInboundWebhookOnNumber: true,
  })
  const number = sandbox.twilio.numbers()[0]!
  await services(sid).update({ friendlyName: 'Bright Smiles', stickySender: false })
  await services(sid).fetch()
  await services.list({ pageSize: 1 })
  await services(sid).phoneNumbers.create({ phoneNumberSid: number.sid })
  await expect(services(sid).phoneNumbers.create({ phoneNumberSid: number.sid })).rejects.toEqual(refused(400))
  await services(sid).phoneNumbers.list()
  await services(sid).phoneNumbers(number.sid).fetch()
  await services(sid).usAppToPerson.list()
  const campaign = await services(sid).usAppToPerson.create({
    brandRegistrationSid: `BN${'0'.repeat(32)}`,
    description: 'Appointment reminders of a dental practice',
    messageFlow: 'Patients agree at the desk and on the phone.',
    messageSamples: ['Bright Smiles: your cleaning is on Wed Mar 11 at 9:00 AM.', 'Reply C to confirm your visit.'],
    usAppToPersonUsecase: 'LOW_VOLUME',
    hasEmbeddedLinks: false,
    hasEmbeddedPhone: true,
  })
  sandbox.twilio.setRegistration(sid, 'VERIFIED')
  await services(sid).usAppToPerson(campaign.sid).fetch()
  await services(sid).usAppToPerson.list()
  await services(sid).phoneNumbers(number.sid).remove()
  await services(sid).remove()
  await expect(services(sid).fetch()).rejects.toEqual(refused(404))
  expectConforming(sandbox, [
    'DELETE /v1/Services/{ServiceSid}/PhoneNumbers/{Sid} 204',
    'DELETE /v1/Services/{Sid} 204',
    'GET /v1/Services 200',
    'GET /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 200',
    'GET /v1/Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid} 200',
    'GET /v1/Services/{ServiceSid}/PhoneNumbers 200',
    'GET /v1/Services/{ServiceSid}/PhoneNumbers/{Sid} 200',
    'GET /v1/Services/{Sid} 200',
    'GET /v1/Services/{Sid} 404',
    'POST /v1/Services 201',
    'POST /v1/Services/{MessagingServiceSid}/Compliance/Usa2p 201',
    'POST /v1/Services/{ServiceSid}/PhoneNumbers 201',
    'POST /v1/Services/{ServiceSid}/PhoneNumbers 400',
    'POST /v1/Services/{Sid} 200',
  ])
})
