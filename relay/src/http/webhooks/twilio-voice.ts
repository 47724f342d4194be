import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { Hono } from 'hono'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import { promiseCallback } from '../../calls/promise-callback.ts'
import type { RelayDeps } from '../../deps.ts'
import { storedAnswer } from '../../store/inbox.ts'
import { isReachableOn, patientsOnNumber } from '../../store/patients.ts'
import { findPractice } from '../../store/practices.ts'
import { loadSetup, type OwnedPhone } from '../../store/setup.ts'
import { type Ctx, type Tx, writeOnce } from '../../store/transaction.ts'
import type { Work } from '../../store/work.ts'
import { twiml } from './twiml.ts'
import { paramOf, phoneOfParams, signedForm, type TwilioParams } from './verify-twilio.ts'

/** Below the office's own voicemail, which would count as answered. */
const RING_SECONDS = 18
const LONGEST_MESSAGE_SECONDS = 120
const ANSWERED = new Set(['completed', 'answered'])
const MISSED = 'Missed call while the voice assistant was away'
const VOICEMAIL_LINE =
  'Sorry we missed you. If this is a medical emergency, hang up and call 9 1 1. ' +
  'Otherwise please leave a message after the tone, and someone will call you back.'

/** What answers the phone when the voice service does not: the desk rings, then voicemail, which becomes a callback. */
export function voiceRoutes(deps: RelayDeps) {
  const actionUrl = `${deps.config.apiUrl}/api/webhooks/twilio/voice-action`
  return new Hono()
    .post('/api/webhooks/twilio/voice', async (c) => {
      const params = await signedForm(deps.config, c)
      const phone = await deps.store.read(() => phoneOfParams(params))
      const practice = phone ? await deps.store.read(() => findPractice(phone.practiceId)) : null
      const answer = new VoiceResponse()
      if (!phone || !practice) answer.reject()
      else if (cameFromDesk(params, phone, practice)) {
        await keepMissed(deps, phone, params)
        takeMessage(answer, actionUrl)
      } else answer.dial({ timeout: RING_SECONDS, answerOnBridge: true, action: actionUrl, method: 'POST' }).number(practice.phoneNumber)
      return twiml(c, answer.toString())
    })
    .post('/api/webhooks/twilio/voice-action', async (c) => {
      const params = await signedForm(deps.config, c)
      const phone = await deps.store.read(() => phoneOfParams(params))
      const answer = new VoiceResponse()
      const hasMessage = paramOf(params, 'RecordingUrl', 500) !== ''
      const isOver = ANSWERED.has(paramOf(params, 'DialCallStatus', 20)) || paramOf(params, 'Digits', 10) === 'hangup'
      if (phone && (hasMessage || !isOver)) await keepMissed(deps, phone, params)
      if (phone && hasMessage) await addVoicemail(deps, phone, params)
      if (isOver || hasMessage) answer.hangup()
      else takeMessage(answer, actionUrl)
      return twiml(c, answer.toString())
    })
}

/** The desk's line is this very number, or it forwards here and did so because nobody picked up: ringing it again would go in a circle. */
function cameFromDesk(params: TwilioParams, phone: OwnedPhone, practice: Practice): boolean {
  const desk = practice.phoneNumber
  return [
    phone.phoneNumber,
    phone.forwardedFrom,
    readPhoneNumber(paramOf(params, 'From', 40)),
    readPhoneNumber(paramOf(params, 'ForwardedFrom', 40)),
  ].includes(desk)
}

function takeMessage(answer: VoiceResponse, actionUrl: string): void {
  answer.say(VOICEMAIL_LINE)
  answer.record({ maxLength: LONGEST_MESSAGE_SECONDS, playBeep: true, action: actionUrl, method: 'POST' })
  answer.hangup()
}

const contextOf = (deps: RelayDeps, phone: OwnedPhone): Ctx => ({
  ...deps.base,
  practiceId: phone.practiceId,
  actor: { kind: 'system', id: null },
})
const missedKey = (params: TwilioParams) => ({
  source: 'twilio.voice' as const,
  key: `${paramOf(params, 'CallSid', 64)}:missed`,
  requestHash: '',
})

/** One callback per missed call, however often we are told of it. */
async function keepMissed(deps: RelayDeps, phone: OwnedPhone, params: TwilioParams): Promise<void> {
  const caller = readPhoneNumber(paramOf(params, 'From', 40))
  await writeOnce(contextOf(deps, phone), missedKey(params), 'missed-call', (tx) => insertMissed(tx, caller, MISSED))
}

/** A message left afterwards is added to the callback of its call, or is a new one when staff have closed that already. */
async function addVoicemail(deps: RelayDeps, phone: OwnedPhone, params: TwilioParams): Promise<void> {
  const missed = missedKey(params)
  const key = `${paramOf(params, 'CallSid', 64)}:message`
  const caller = readPhoneNumber(paramOf(params, 'From', 40))
  const reason = `Missed call, left a voicemail (recording ${recordingOf(params)})`
  await writeOnce(contextOf(deps, phone), { ...missed, key }, 'voicemail', function* (tx) {
    const stored = yield* storedAnswer(missed)
    const callback = stored ? yield* tx.find('callbacks', JSON.parse(stored.answer) as string) : null
    if (callback?.status !== 'open') return void (yield* insertMissed(tx, caller, reason))
    yield* tx.update('callbacks', { ...callback, reason })
    tx.emit('callback.changed')
  })
}

/** The address always ends with the id; the id by itself is not always sent. */
function recordingOf(params: TwilioParams): string {
  const named = `${paramOf(params, 'RecordingSid', 64)} ${paramOf(params, 'RecordingUrl', 500)}`
  return /\bRE[0-9a-f]{32}\b/.exec(named)?.[0] ?? 'unnamed'
}

function* insertMissed(tx: Tx, caller: PhoneNumber | null, reason: string): Work<string> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const household = caller ? (yield* patientsOnNumber(tx.practiceId, caller)).filter((one) => isReachableOn(one, caller)) : []
  const callback = yield* promiseCallback(tx, {
    patientId: household.length === 1 ? household[0]!.id : null,
    phoneNumber: caller,
    reason,
    urgency: 'routine',
    dueAt: addMinutes(nextWorkingInstant(setup, tx.now), setup.practice.settings.callbackWithinMinutes),
  })
  tx.emit('callback.changed')
  return callback.id
}
