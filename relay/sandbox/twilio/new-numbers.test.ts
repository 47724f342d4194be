import { afterEach, beforeEach, expect, test } from 'vitest'
import { OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const PROFILES = { customerProfileBundleSid: `BU${'1'.repeat(32)}`, a2PProfileBundleSid: `BU${'2'.repeat(32)}` }
const CAMPAIGN = {
  description: 'Appointment reminders and answers to patients of a dental practice.',
  messageFlow: 'Patients agree on the paper form that they fill in at their first visit.',
  messageSamples: ['Your visit is on Tuesday at 9:00. Reply STOP to opt out.', 'We moved your visit to Friday. Reply STOP to opt out.'],
  usAppToPersonUsecase: 'LOW_VOLUME',
  hasEmbeddedLinks: false,
  hasEmbeddedPhone: false,
}
const buy = async (areaCode = '512') =>
  sandbox.client.incomingPhoneNumbers.create({ phoneNumber: plainNumber(areaCode), friendlyName: 'da:1' })
const plainNumber = (areaCode: string) => sandbox.standIn.poolOf(areaCode).find((one) => !one.needsAddress)?.phoneNumber ?? ''

async function sendFrom(from: string) {
  const sent = await sandbox.client.messages.create({ to: '+15125550142', from, body: 'Hello' })
  await sandbox.standIn.flush()
  return sandbox.client.messages(sent.sid).fetch()
}

test('nearby numbers are measured in miles, the nearest first', async () => {
  const near = async (distance: number) =>
    sandbox.client.availablePhoneNumbers('US').local.list({ nearNumber: '+15125550100', distance, limit: 50 })
  const codes = (found: { phoneNumber: string }[]) => new Set(found.map((one) => one.phoneNumber.slice(2, 5)))
  expect(codes(await near(25))).toEqual(new Set(['512', '737']))
  sandbox.standIn.sellOut('512')
  expect(codes(await near(10))).toEqual(new Set(['737']))
  sandbox.standIn.sellOut('737')
  expect(await near(25)).toEqual([])
  expect(codes(await near(100))).toEqual(new Set(['830', '210']))
  await expect(buy()).rejects.toMatchObject({ code: 21421 })
  sandbox.standIn.sellOut('512', false)
  expect((await buy()).friendlyName).toBe('da:1')
})

test('some numbers are sold only to whoever has an address there', async () => {
  const asked = sandbox.standIn.poolOf('512').find((one) => one.needsAddress)?.phoneNumber ?? ''
  const all = await sandbox.client.availablePhoneNumbers('US').local.list({ areaCode: 512, limit: 50 })
  expect(all.find((one) => one.phoneNumber === asked)?.addressRequirements).toBe('any')
  const free = await sandbox.client.availablePhoneNumbers('US').local.list({ areaCode: 512, excludeAllAddressRequired: true, limit: 50 })
  expect(free.some((one) => one.phoneNumber === asked)).toBe(false)
  await expect(sandbox.client.incomingPhoneNumbers.create({ phoneNumber: asked })).rejects.toMatchObject({ status: 400, code: 21631 })
})

test('toll-free numbers are searched and bought, and text once they are verified', async () => {
  const [found] = await sandbox.client.availablePhoneNumbers('US').tollFree.list({ areaCode: 833, limit: 1 })
  const bought = await sandbox.client.incomingPhoneNumbers.create({ phoneNumber: found?.phoneNumber ?? '' })
  expect(await sendFrom(bought.phoneNumber)).toMatchObject({ status: 'undelivered', errorCode: 30032 })
  const verification = await sandbox.client.messaging.v1.tollfreeVerifications.create({
    businessName: 'Bright Smiles',
    businessWebsite: 'https://example.test',
    notificationEmail: 'desk@example.test',
    useCaseCategories: ['ACCOUNT_NOTIFICATIONS'],
    useCaseSummary: 'Reminders',
    productionMessageSample: 'Your visit is tomorrow.',
    optInImageUrls: ['https://example.test/form.png'],
    optInType: 'PAPER_FORM',
    messageVolume: '1,000',
    tollfreePhoneNumberSid: bought.sid,
    businessRegistrationNumber: '123456789',
    businessRegistrationAuthority: 'EIN',
    businessRegistrationCountry: 'US',
    businessType: 'PRIVATE_PROFIT',
  })
  expect(verification.status).toBe('PENDING_REVIEW')
  sandbox.standIn.advanceRegistrations()
  expect(await sandbox.client.messaging.v1.tollfreeVerifications.list({ tollfreePhoneNumberSid: bought.sid })).toMatchObject([
    { status: 'IN_REVIEW' },
  ])
  sandbox.standIn.advanceRegistrations()
  expect(await sendFrom(bought.phoneNumber)).toMatchObject({ status: 'delivered', errorCode: null })
})

test('a new number texts once its service has an approved campaign', async () => {
  const bought = await buy()
  const service = await sandbox.client.messaging.v1.services.create({ friendlyName: 'da:2' })
  await sandbox.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: bought.sid })
  expect(await sendFrom(bought.phoneNumber)).toMatchObject({ status: 'undelivered', errorCode: 30034 })
  const brand = await sandbox.client.messaging.v1.brandRegistrations.create(PROFILES)
  const campaigns = sandbox.client.messaging.v1.services(service.sid).usAppToPerson
  const wanted = { ...CAMPAIGN, brandRegistrationSid: brand.sid }
  await expect(campaigns.create(wanted)).rejects.toMatchObject({ status: 400 })
  sandbox.standIn.advanceRegistrations()
  expect(await sandbox.client.messaging.v1.brandRegistrations.list()).toMatchObject([{ sid: brand.sid, status: 'APPROVED' }])
  const campaign = await campaigns.create(wanted)
  await expect(campaigns.create(wanted)).rejects.toMatchObject({ status: 409 })
  sandbox.standIn.setRegistration(service.sid, 'FAILED', 'No.')
  expect(await campaigns(campaign.sid).fetch()).toMatchObject({ campaignStatus: 'FAILED', errors: [{ description: 'No.' }] })
  await campaigns(campaign.sid).remove()
  await campaigns.create(wanted)
  sandbox.standIn.advanceRegistrations()
  expect(await sendFrom(bought.phoneNumber)).toMatchObject({ status: 'delivered' })
  // A number of before needs nothing.
  expect(await sendFrom(OURS)).toMatchObject({ status: 'delivered' })
})

test.each([
  ['no-funds', 20005, 403],
  ['suspended', 20005, 403],
  ['trial', 10002, 400],
] as const)('an account that is %s buys nothing', async (state, code, status) => {
  sandbox.standIn.setAccount(state)
  await expect(buy()).rejects.toMatchObject({ code, status })
  expect(sandbox.standIn.numbers()).toHaveLength(1)
  expect(await sandbox.client.incomingPhoneNumbers.list()).toHaveLength(1)
})

test('a token that is not right any more is refused', async () => {
  sandbox.standIn.setToken('another')
  await expect(buy()).rejects.toMatchObject({ code: 20003, status: 401 })
})

test('each step meets its own fault, and what was done before an answer was lost stays done', async () => {
  sandbox.standIn.faults.set({ purchases: { kind: 'accept-then-500', times: 1 } })
  await expect(buy()).rejects.toMatchObject({ status: 500 })
  const bought = sandbox.standIn.numbers().at(-1)!
  expect(bought.friendlyName).toBe('da:1')
  sandbox.standIn.faults.set({ configures: { kind: '503', times: 1 }, releases: { kind: 'accept-then-reset', times: 1 } })
  const number = sandbox.client.incomingPhoneNumbers(bought.sid)
  await expect(number.update({ smsUrl: 'https://relay.example.test/sms' })).rejects.toMatchObject({ status: 503 })
  expect((await number.fetch()).smsUrl).toBe('')
  await expect(number.remove()).rejects.toThrow()
  expect(sandbox.standIn.numbers()).toHaveLength(1)
  const service = await sandbox.client.messaging.v1.services.create({ friendlyName: 'da:2' })
  sandbox.standIn.faults.set({ memberships: '429', searches: '503', calls: '500', registrations: '503' })
  const [ours] = sandbox.standIn.numbers()
  await expect(sandbox.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: ours!.sid })).rejects.toMatchObject({
    status: 429,
  })
  await expect(sandbox.client.availablePhoneNumbers('US').local.list({ limit: 1 })).rejects.toMatchObject({ status: 503 })
  await expect(sandbox.client.messaging.v1.brandRegistrations.create(PROFILES)).rejects.toMatchObject({ status: 503 })
  expect(sandbox.standIn.services()).toMatchObject([{ numberSids: [] }])
})
