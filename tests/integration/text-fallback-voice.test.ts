import { signWebhook } from '@dentalanswer/relay/sandbox/twilio/signature.ts'
import { expect, test } from 'vitest'
import { ACCOUNT_SID, AUTH_TOKEN } from '../support/world.ts'
import { ANA, ANA_GARCIA, openTexting, type Texting } from './text-scenes.ts'

const DESK = '+15125550142'
const RECORDING = `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE${'a'.repeat(32)}`
const CALL = `CA${'1'.repeat(32)}`

const rings = (world: Texting, extra: Record<string, string> = {}, from: string | null = ANA) =>
  world.twilio.receiveCall({ from, to: world.ourNumber, callSid: CALL, extra })
const after = (world: Texting, extra: Record<string, string>, from: string | null = ANA) =>
  world.twilio.receiveCall({ from, to: world.ourNumber, callSid: CALL, extra, url: 'http://relay.test/api/webhooks/twilio/voice-action' })

test('while the voice assistant is away the desk rings, for less long than its own voicemail takes', async () => {
  const world = await openTexting()
  const answer = await rings(world)
  expect(answer.contentType).toContain('text/xml')
  expect(answer.body).toMatch(/<Dial [^>]*timeout="1[0-8]"/)
  expect(answer.body).toContain('answerOnBridge="true"')
  expect(answer.body).toContain('action="http://relay.test/api/webhooks/twilio/voice-action"')
  expect(answer.body).toContain(`<Number>${DESK}</Number>`)
  expect(await world.callbacks()).toEqual([])
})

test('a call the desk took is over, and nobody needs to call back', async () => {
  const world = await openTexting()
  for (const status of ['completed', 'answered'])
    expect((await after(world, { DialCallStatus: status })).body).toContain('<Response><Hangup/></Response>')
  expect(await world.callbacks()).toEqual([])
})

test.each(['no-answer', 'busy', 'failed', 'canceled'])(
  '%s: the caller may leave a message, and one callback is due in either case',
  async (status) => {
    const world = await openTexting()
    const patient = await world.addPatient(ANA_GARCIA)
    await rings(world)
    const answer = await after(world, { DialCallStatus: status })
    await after(world, { DialCallStatus: status })
    expect(answer.body).toMatch(/<Say>.*9 1 1.*leave a message.*<\/Say><Record [^>]*maxLength="120"/)
    expect(answer.body).toContain('<Hangup/>')
    expect(await world.callbacks()).toMatchObject([{ status: 'open', urgency: 'routine', patient_id: patient.id }])
  },
)

test('a voicemail is added to the callback of its call, once, without its address', async () => {
  const world = await openTexting()
  await after(world, { DialCallStatus: 'no-answer' })
  for (let round = 0; round < 2; round++) {
    const answer = await after(world, { RecordingUrl: RECORDING, RecordingDuration: '12', Digits: 'hangup' })
    expect(answer.body).toContain('<Response><Hangup/></Response>')
  }
  expect((await world.callbacks()).map((one) => one.reason)).toEqual([`Missed call, left a voicemail (recording RE${'a'.repeat(32)})`])
})

test('a voicemail whose first notice was lost still makes a callback', async () => {
  const world = await openTexting()
  await after(world, { RecordingUrl: RECORDING, RecordingSid: `RE${'b'.repeat(32)}` })
  expect((await world.callbacks())[0]!.reason).toContain(`RE${'b'.repeat(32)}`)
})

test('a caller who hides their number gets a callback without one', async () => {
  const world = await openTexting()
  await after(world, { DialCallStatus: 'no-answer' }, null)
  expect(await world.rows('callbacks')).toMatchObject([{ phone_number: null, patient_id: null }])
})

test('a call that the desk forwarded here, or made, does not ring the desk again', async () => {
  const world = await openTexting()
  const forwarded = await rings(world, { ForwardedFrom: DESK })
  expect(forwarded.body).not.toContain('<Dial')
  expect(forwarded.body).toContain('<Record')
  expect((await rings(world, {}, DESK)).body).not.toContain('<Dial')
  expect(await world.callbacks()).toHaveLength(1)
  const own = await openTexting({
    practice: { phoneNumber: '+15125580001' as never, phoneNumbers: [{ phoneNumber: '+15125580001' }] as never },
  })
  expect((await rings(own)).body).not.toContain('<Dial')
})

test('a call that is not signed, and one for a number of nobody, changes nothing', async () => {
  const world = await openTexting()
  for (const sign of ['wrong', 'missing'] as const)
    expect((await world.twilio.receiveCall({ from: ANA, to: world.ourNumber, sign })).status).toBe(403)
  const stray = await world.twilio.receiveCall({ from: ANA, to: '+15125559999' })
  expect(stray.body).toContain('<Reject/>')
  expect(await world.callbacks()).toEqual([])
})

test('the practice is the one whose number was called', async () => {
  const world = await openTexting()
  const other = await world.addPractice({ phoneNumber: '+15125550777' as never })
  const answer = await world.twilio.receiveCall({ from: ANA, to: other.ourNumber })
  expect(answer.body).toContain('<Number>+15125550777</Number>')
  const url = 'http://relay.test/api/webhooks/twilio/voice-action'
  await world.twilio.receiveCall({ from: ANA, to: other.ourNumber, extra: { DialCallStatus: 'busy' }, url })
  expect(await other.rows('callbacks')).toHaveLength(1)
  expect(await world.callbacks()).toEqual([])
})

test('a voicemail that comes after staff closed the callback is a new one', async () => {
  const world = await openTexting()
  await after(world, { DialCallStatus: 'no-answer' })
  const [missed] = await world.rows<{ id: string }>('callbacks')
  await world.desk.call('callback.close', { callbackId: missed!.id as never, outcome: 'Nobody picked up' })
  for (let round = 0; round < 2; round++) await after(world, { RecordingUrl: RECORDING, Digits: 'hangup' })
  const open = (await world.callbacks()).filter((one) => one.status === 'open')
  expect(open).toMatchObject([{ reason: `Missed call, left a voicemail (recording RE${'a'.repeat(32)})` }])
})

test('a call that comes by the other address of the relay is signed for that one, and is taken', async () => {
  const world = await openTexting()
  world.deps.config.fallbackUrl = 'https://backup.example.com'
  const url = 'http://relay.test/api/webhooks/twilio/voice'
  const params = { From: ANA, To: world.ourNumber, CallSid: CALL, AccountSid: ACCOUNT_SID }
  const ask = (signedFor: string) =>
    world.fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signWebhook(AUTH_TOKEN, signedFor, params),
      },
      body: new URLSearchParams(params).toString(),
    })
  const taken = await ask('https://backup.example.com/api/webhooks/twilio/voice')
  expect(await taken.text()).toContain(`<Number>${DESK}</Number>`)
  expect((await ask('https://elsewhere.example.com/api/webhooks/twilio/voice')).status).toBe(403)
})
