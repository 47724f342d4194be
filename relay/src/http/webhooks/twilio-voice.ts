import { transferNumberOf } from '@dentalanswer/shared/domain/assistant-words.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { Hono } from 'hono'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import { promiseCallback } from '../../calls/promise-callback.ts'
import type { RelayDeps } from '../../deps.ts'
import { storedAnswer } from '../../store/inbox.ts'
import type { Line } from '../../store/onboarding-runs.ts'
import { isReachableOn, patientsOnNumber } from '../../store/patients.ts'
import { loadSetup } from '../../store/setup.ts'
import { type Ctx, type Tx, writeOnce } from '../../store/transaction.ts'
import type { Work } from '../../store/work.ts'
import { twiml } from './twiml.ts'
import { lineOfParams, paramOf, signedForm, type TwilioParams } from './verify-twilio.ts'

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
      const phone = await deps.store.read(() => lineOfParams(params))
      const desk = phone && deskToRing(params, phone, await deps.store.read(() => loadSetup(phone.practiceId)))
      const answer = new VoiceResponse()
      if (!phone) answer.reject()
      else if (desk) answer.dial({ timeout: RING_SECONDS, answerOnBridge: true, action: actionUrl, method: 'POST' }).number(desk)
      else {
        await keepMissed(deps, phone, params)
        takeMessage(answer, actionUrl)
      }
      return twiml(c, answer.toString())
    })
    .post('/api/webhooks/twilio/voice-action', async (c) => {
      const params = await signedForm(deps.config, c)
      const phone = await deps.store.read(() => lineOfParams(params))
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

/** The practice's own line; where that one is answered by the assistant, the one that callers are put through to. Null: the call was
 *  forwarded from there because nobody picked up, and ringing it again would go in a circle. */
function deskToRing(params: TwilioParams, line: Line, setup: Setup): PhoneNumber | null {
  const { phoneNumber } = setup.practice
  const isOurs = phoneNumber === line.phoneNumber || setup.phoneNumbers.some((one) => isInUse(one) && one.phoneNumber === phoneNumber)
  const desk = isOurs ? transferNumberOf(setup) : phoneNumber
  const from = [
    line.phoneNumber,
    line.forwardedFrom,
    ...['From', 'ForwardedFrom'].map((name) => readPhoneNumber(paramOf(params, name, 40))),
  ]
  return from.includes(desk) ? null : desk
}

const isInUse = ({ status }: PracticePhone): boolean => status !== 'released'

function takeMessage(answer: VoiceResponse, actionUrl: string): void {
  answer.say(VOICEMAIL_LINE)
  answer.record({ maxLength: LONGEST_MESSAGE_SECONDS, playBeep: true, action: actionUrl, method: 'POST' })
  answer.hangup()
}

const contextOf = (deps: RelayDeps, phone: Line): Ctx => ({
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
async function keepMissed(deps: RelayDeps, phone: Line, params: TwilioParams): Promise<void> {
  const caller = readPhoneNumber(paramOf(params, 'From', 40))
  await writeOnce(contextOf(deps, phone), missedKey(params), 'missed-call', (tx) => insertMissed(tx, caller, MISSED))
}

/** A message left afterwards is added to the callback of its call, or is a new one when staff have closed that already. */
async function addVoicemail(deps: RelayDeps, phone: Line, params: TwilioParams): Promise<void> {
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
