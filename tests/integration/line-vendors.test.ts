import { sampleSpec } from '@dentalanswer/relay/src/adapters/vapi/sample-spec.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { ACCOUNT, ADDRESSES, DESK, OF, openLine, RELAY, SERVICE, value } from '../support/open-line.ts'

const PEOPLE = ['+15125550142', '+15125550143', '+15125550144'] as PhoneNumber[]
const DONE = { kind: 'done', value: null }

test('a number is bought with all its addresses, joins a service, gets an assistant, and goes back again', async () => {
  const { supplier, host, buy } = await openLine()
  const bought = await buy()
  expect(bought).toMatchObject({ ...ADDRESSES, tag: OF.tag, accountSid: ACCOUNT.accountSid, voiceUrl: `${RELAY}/voice` })
  expect(await supplier.findNumber(bought.phoneNumber)).toEqual({ kind: 'done', value: bought })

  const service = value(await supplier.createService(SERVICE))
  expect(service).toMatchObject({ ...SERVICE, usesNumberAddress: false })
  expect(await supplier.findService(OF.tag)).toEqual({ kind: 'done', value: service })
  expect(await supplier.addToService(service.sid, bought.sid)).toEqual(DONE)
  expect(await supplier.addToService(service.sid, bought.sid)).toEqual(DONE)
  expect(await supplier.serviceNumbers(service.sid)).toEqual({ kind: 'done', value: [bought.sid] })

  const hosted = value(await host.importNumber({ phoneNumber: bought.phoneNumber, tag: OF.tag, desk: DESK }))
  expect(hosted).toMatchObject({ tag: OF.tag, phoneNumber: bought.phoneNumber, assistantId: null, smsEnabled: false })
  const taken = value(await supplier.readNumber(bought.sid))!
  expect(taken).toEqual({ ...bought, voiceUrl: 'https://api.vapi.ai/twilio/inbound_call' })

  const assistant = value(await host.createAssistant(sampleSpec(), OF))
  expect(assistant).toMatchObject({ tag: OF.tag, fingerprint: host.fingerprintOf(sampleSpec(), OF) })
  expect(await host.findAssistant(OF.tag)).toEqual({ kind: 'done', value: assistant })
  expect(await host.linkNumber(hosted.id, assistant.id)).toMatchObject({ kind: 'done', value: { assistantId: assistant.id } })
  expect(await host.findNumber(bought.phoneNumber)).toMatchObject({ value: { id: hosted.id, assistantId: assistant.id } })

  const changed = value(await supplier.configureNumber(bought.sid, { smsUrl: `${RELAY}/other`, smsFallbackUrl: null, tag: 'another' }))
  expect(changed).toEqual({ ...taken, smsUrl: `${RELAY}/other`, smsFallbackUrl: '', tag: 'another' })

  const removals = () => [
    host.deleteNumber(hosted.id),
    host.deleteAssistant(assistant.id),
    supplier.removeFromService(service.sid, bought.sid),
    supplier.deleteService(service.sid),
    supplier.releaseNumber(bought.sid),
  ]
  for (const removal of removals()) expect(await removal).toEqual(DONE)
  const gone = [
    supplier.readNumber(bought.sid),
    supplier.readService(service.sid),
    host.readNumber(hosted.id),
    host.readAssistant(assistant.id),
  ]
  for (const read of gone) expect(await read).toEqual(DONE)
  for (const removal of removals()) expect(await removal).toEqual(DONE)
})

test('a number is never live without an address, and each one is tried again', async () => {
  const { sandbox, buy } = await openLine()
  await buy()
  const { form } = sandbox.twilio.requests().find((one) => one.method === 'POST')!
  expect(form).toMatchObject({
    FriendlyName: OF.tag,
    VoiceUrl: `${RELAY}/voice`,
    SmsUrl: expect.stringMatching(/\/sms#rc=3&/),
    StatusCallback: expect.stringMatching(/\/status#rc=3&/),
    VoiceFallbackUrl: expect.stringMatching(/\/voice#rc=1&/),
    SmsFallbackUrl: expect.stringMatching(/\/sms#rc=3&/),
  })
})

test('a search gives numbers to call and text, near another one too, and none where none is left', async () => {
  const { sandbox, supplier } = await openLine()
  const found = value(await supplier.search({ kind: 'local', areaCode: '512', limit: 3 }))
  expect(found).toHaveLength(3)
  expect(found[0]).toMatchObject({ phoneNumber: expect.stringMatching(/^\+1512/), region: 'TX' })
  const near = value(await supplier.search({ kind: 'local', near: { phoneNumber: found[0]!.phoneNumber, miles: 50 }, limit: 2 }))
  expect(near).toHaveLength(2)
  const free = value(await supplier.search({ kind: 'toll_free', limit: 2 }))
  expect(free.map((one) => one.phoneNumber)).toEqual([expect.stringMatching(/^\+18/), expect.stringMatching(/^\+18/)])
  sandbox.twilio.sellOut('512')
  expect(await supplier.search({ kind: 'local', areaCode: '512', limit: 3 })).toEqual({ kind: 'done', value: [] })
})

test('each refusal has its own name', async () => {
  const { sandbox, supplier, host, supplierOf, hostOf, wantedIn, buy } = await openLine()
  const wanted = await wantedIn('512')
  const bought = await buy()
  const refused = (code: string) => ({ kind: 'refused', code, vendorCode: expect.any(String) })
  expect(await supplier.buyNumber(wanted)).toEqual(refused('NUMBER_GONE'))
  const another = await wantedIn('737')
  sandbox.twilio.setAccount('trial')
  expect(await supplier.buyNumber(another)).toEqual(refused('TRIAL_LIMIT'))
  sandbox.twilio.setAccount('no-funds')
  expect(await supplier.buyNumber(another)).toEqual(refused('NO_FUNDS'))
  sandbox.twilio.setAccount('active')
  expect(await supplierOf('another-token').buyNumber(another)).toEqual(refused('WRONG_CREDENTIALS'))
  expect(await hostOf('another-key').listNumbers()).toEqual(refused('WRONG_CREDENTIALS'))

  const line = { phoneNumber: bought.phoneNumber, tag: OF.tag, desk: DESK }
  sandbox.vapi.setLimits({ phoneNumbers: 0 })
  expect(await host.importNumber(line)).toEqual(refused('VENDOR_LIMIT'))
  sandbox.vapi.setLimits({ phoneNumbers: null })
  sandbox.vapi.importElsewhere(bought.phoneNumber)
  expect(await host.importNumber(line)).toEqual(refused('NUMBER_ELSEWHERE'))
  expect(await host.linkNumber('none', 'none')).toEqual(refused('NOT_FOUND'))

  const [one, other] = [value(await supplier.createService(SERVICE)), value(await supplier.createService({ ...SERVICE, tag: 'other' }))]
  await supplier.addToService(one.sid, bought.sid)
  expect(await supplier.addToService(other.sid, bought.sid)).toEqual(refused('REFUSED'))
})

test('an assistant that somebody changed no longer has our fingerprint, and has it again once it is sent again', async () => {
  const { sandbox, host } = await openLine()
  const { id } = value(await host.createAssistant(sampleSpec(), OF))
  const ours = host.fingerprintOf(sampleSpec(), OF)
  sandbox.vapi.changeAssistant(id, { voicemailMessage: 'added at the voice service' })
  expect(await host.readAssistant(id)).toMatchObject({ value: { fingerprint: ours } })
  sandbox.vapi.changeAssistant(id, { firstMessage: 'Hello from somebody else.' })
  expect(value(await host.readAssistant(id))?.fingerprint).not.toBe(ours)
  expect(await host.updateAssistant(id, sampleSpec(), OF)).toMatchObject({ value: { fingerprint: ours } })
})

test.each([
  ['429', 'later'],
  ['500', 'unknown'],
  ['reset', 'unknown'],
  ['hang', 'unknown'],
  ['accept-then-reset', 'unknown'],
  ['accept-then-hang', 'unknown'],
  ['accept-then-500', 'unknown'],
  ['accept-then-bad-json', 'unknown'],
] as const)('where the answer is %s, a change is %s and is made at most once', async (kind, expected) => {
  const { sandbox, supplier, host, wantedIn, buy } = await openLine({ patienceSeconds: 0.3 })
  const bought = await buy()
  const wanted = await wantedIn('737')
  sandbox.twilio.faults.set({ purchases: { kind, times: 1 }, services: { kind, times: 1 } })
  sandbox.vapi.faults.set({ imports: { kind, times: 1 }, assistants: { kind, times: 1 } })
  const answers = await Promise.all([
    supplier.buyNumber(wanted),
    supplier.createService(SERVICE),
    host.importNumber({ phoneNumber: bought.phoneNumber, tag: OF.tag, desk: DESK }),
    host.createAssistant(sampleSpec(), OF),
  ])
  expect(answers.map((one) => one.kind)).toEqual(Array(4).fill(expected))
  const looks = [
    supplier.findNumber(wanted.phoneNumber),
    supplier.findService(OF.tag),
    host.findNumber(bought.phoneNumber),
    host.findAssistant(OF.tag),
  ]
  const found = (await Promise.all(looks)).map((one) => value(one as { kind: 'done'; value: unknown }) !== null)
  expect(found).toEqual(Array(4).fill(kind.startsWith('accept')))
  const lists = await Promise.all([supplier.listNumbers(), supplier.listServices(), host.listNumbers(), host.listAssistants()])
  const extra = kind.startsWith('accept') ? 1 : 0
  expect(lists.map((one) => value(one as { kind: 'done'; value: unknown[] }).length)).toEqual([1 + extra, extra, extra, extra])
})

test('reads that fail are asked again later, never doubted', async () => {
  const { sandbox, supplier, host, buy } = await openLine({ patienceSeconds: 0.3 })
  await host.importNumber({ phoneNumber: (await buy()).phoneNumber, tag: OF.tag, desk: DESK })
  for (const kind of ['500', 'reset', 'hang', 'accept-then-bad-json'] as const) {
    sandbox.twilio.faults.set({ reads: { kind, times: 1 } })
    sandbox.vapi.faults.set({ reads: { kind, times: 1 } })
    expect(await supplier.listNumbers()).toMatchObject({ kind: 'later' })
    expect(await host.listNumbers()).toMatchObject({ kind: 'later' })
  }
})

test('more numbers than a page holds are all listed', async () => {
  const { sandbox, supplier } = await openLine()
  for (let at = 0; at < 205; at++) sandbox.twilio.addNumber({ phoneNumber: `+1512556${String(at).padStart(4, '0')}` })
  expect(new Set(value(await supplier.listNumbers()).map((one) => one.sid)).size).toBe(205)
})

test('a call is placed and followed to its end, with who picked up', async () => {
  const { sandbox, supplier, host, buy } = await openLine()
  const { phoneNumber } = await buy()
  const call = { from: phoneNumber, instructionsUrl: `${RELAY}/say`, statusUrl: `${RELAY}/said`, ringSeconds: 30 }
  sandbox.twilio.setLine('+15125550143', { answers: 'voicemail' })
  sandbox.twilio.setLine('+15125550144', { answers: 'nobody' })
  const placed = await Promise.all(PEOPLE.map((to) => supplier.placeCall({ ...call, to })))
  expect(placed.map((one) => value(one))).toEqual(placed.map(() => expect.objectContaining({ isOver: false, answeredBy: null })))
  await sandbox.twilio.flush()
  const ended = await Promise.all(placed.map((one) => supplier.readCall(value(one).sid)))
  expect(ended.map((one) => value(one))).toMatchObject([
    { status: 'completed', answeredBy: 'human', isOver: true },
    { status: 'completed', answeredBy: 'machine', isOver: true },
    { status: 'no-answer', answeredBy: null, isOver: true },
  ])
  expect(await supplier.readCall(`CA${'0'.repeat(32)}`)).toEqual(DONE)
  const hosted = value(await host.importNumber({ phoneNumber, tag: OF.tag, desk: DESK }))
  const assistant = value(await host.createAssistant(sampleSpec(), OF))
  const spoken = await host.placeCall({ assistantId: assistant.id, hostedNumberId: hosted.id, to: DESK })
  expect(spoken).toEqual({ kind: 'done', value: { externalId: sandbox.vapi.calls()[0]!.id } })
})

test('nothing that is answered holds a credential of the supplier or of ours', async () => {
  const { sandbox, host, supplier, buy } = await openLine()
  const bought = await buy()
  const hosted = await host.importNumber({ phoneNumber: bought.phoneNumber, tag: OF.tag, desk: DESK })
  expect(JSON.stringify(sandbox.vapi.phoneNumbers())).toContain(ACCOUNT.authToken)
  const made = await host.createAssistant(sampleSpec(), OF)
  sandbox.vapi.setLimits({ assistants: 0 })
  const refused = await host.createAssistant(sampleSpec(), OF)
  sandbox.twilio.faults.set({ reads: { kind: 'reset', times: 1 } })
  const all = [hosted, await host.listNumbers(), made, refused, await host.listAssistants(), await supplier.listNumbers()]
  for (const secret of [ACCOUNT.authToken, 'a-secret-of-the-relay', 'a-key']) expect(JSON.stringify(all)).not.toContain(secret)
})
