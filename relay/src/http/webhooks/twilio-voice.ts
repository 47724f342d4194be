import type { CallbackId } from '@dentalanswer/shared/domain/ids.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { Hono } from 'hono'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { nextWorkingInstant } from '../../booking/working-time.ts'
import type { RelayDeps } from '../../deps.ts'
import { storedAnswer } from '../../store/inbox.ts'
import { findPractice } from '../../store/practices.ts'
import { loadSetup, type OwnedPhone } from '../../store/setup.ts'
import { type Ctx, type Tx, writeOnce } from '../../store/transaction.ts'
import type { Work } from '../../store/work.ts'
import { twiml } from './twiml.ts'
import { paramOf, phoneOfParams, signedForm, type TwilioParams } from './verify-twilio.ts'

/** Below the office's own voicemail, which would count as answered. */
const RING_SECONDS = 18
const LONGEST_MESSAGE_SECONDS = 120

/** What answers the phone when the voice service does not: the desk rings, then voicemail, which becomes a callback. */
export function voiceRoutes(deps: RelayDeps) {
  const { apiUrl } = deps.config
  return new Hono()
    .post('/api/webhooks/twilio/voice', async (c) => {
      const params = await signedForm(deps.config, c)
      const phone = await deps.store.read(() => phoneOfParams(params))
      const practice = phone ? await deps.store.read(() => findPractice(phone.practiceId)) : null
      const answer = new VoiceResponse()
      if (!practice) answer.reject()
      else
        answer
          .dial({ timeout: RING_SECONDS, answerOnBridge: true, action: `${apiUrl}/api/webhooks/twilio/voice-action`, method: 'POST' })
          .number(practice.phoneNumber)
      return twiml(c, answer.toString())
    })
    .post('/api/webhooks/twilio/voice-action', async (c) => {
      const params = await signedForm(deps.config, c)
      const phone = await deps.store.read(() => phoneOfParams(params))
      const answer = new VoiceResponse()
      const isOver = paramOf(params, 'DialCallStatus', 20) === 'completed' || paramOf(params, 'Digits', 10) === 'hangup'
      const hasMessage = paramOf(params, 'RecordingUrl', 500) !== ''
      if (phone && (hasMessage || !isOver)) await keepCallback(deps, phone, params, hasMessage)
      if (isOver || hasMessage) answer.hangup()
      else {
        answer.say('Sorry we missed you. Please leave a message after the tone, and someone will call you back.')
        answer.record({
          maxLength: LONGEST_MESSAGE_SECONDS,
          playBeep: true,
          action: `${apiUrl}/api/webhooks/twilio/voice-action`,
          method: 'POST',
        })
        answer.hangup()
      }
      return twiml(c, answer.toString())
    })
}

/** One callback per missed call; a message left afterwards is added to it. */
async function keepCallback(deps: RelayDeps, phone: OwnedPhone, params: TwilioParams, hasMessage: boolean): Promise<void> {
  const callSid = paramOf(params, 'CallSid', 64)
  const ctx: Ctx = { ...deps.base, practiceId: phone.practiceId, actor: { kind: 'system', id: null } }
  const missed = { source: 'twilio.voice' as const, key: `${callSid}:missed`, requestHash: '' }
  await writeOnce(ctx, missed, 'missed-call', (tx) => insertMissed(tx, readPhoneNumber(paramOf(params, 'From', 40))))
  if (!hasMessage) return
  const recording = paramOf(params, 'RecordingSid', 64).replace(/\W/g, '')
  await writeOnce(ctx, { ...missed, key: `${callSid}:message` }, 'voicemail', function* (tx) {
    const stored = yield* storedAnswer(missed)
    const callback = stored ? yield* tx.find('callbacks', JSON.parse(stored.answer) as string) : null
    if (!callback) return
    yield* tx.update('callbacks', { ...callback, reason: `Missed call, left a voicemail (recording ${recording})` })
    tx.emit('callback.changed')
  })
}

function* insertMissed(tx: Tx, caller: PhoneNumber | null): Work<string> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const callback = yield* tx.insert('callbacks', {
    id: tx.newId<CallbackId>(),
    patientId: null,
    callerName: null,
    phoneNumber: caller,
    reason: 'Missed call while the voice assistant was away',
    urgency: 'routine',
    dueAt: addMinutes(nextWorkingInstant(setup, tx.now), setup.practice.settings.callbackWithinMinutes),
    owner: null,
    status: 'open',
    outcome: null,
    callId: null,
    messageId: null,
    createdAt: tx.now,
    doneAt: null,
  })
  tx.emit('callback.changed')
  return callback.id
}
