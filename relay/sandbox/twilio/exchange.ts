import type { OutsideAnswer } from '../wire/outside-fetch.ts'
import { receiveCall } from './inbound-call.ts'
import { lineDoes } from './outside-lines.ts'
import type { PostWebhook } from './post-webhook.ts'
import { readSteps, type TwimlStep } from './twiml-steps.ts'
import { type OwnedNumber, ownedNumber, type TwilioWorld } from './world.ts'

/** Who answers a number whose voice address is a voice service's. */
export type VoiceService = {
  isAt: (voiceUrl: string) => boolean
  take: (call: { from: string | null; to: string }) => Promise<VoiceServiceAnswer>
}
export type VoiceServiceAnswer =
  | { kind: 'answered'; call: VoiceServiceCall }
  /** It has nobody to answer and puts the caller through. */
  | { kind: 'forwarded'; to: string }
  | { kind: 'failed' }
export type VoiceServiceCall = { id: string; hangUp: () => Promise<unknown> }

export type Exchange = {
  world: TwilioWorld
  post: PostWebhook
  defaultVoiceUrl: () => string
  voiceService: VoiceService | null
  pause: (seconds: number) => Promise<void>
}

/** One attempt to reach a number. `path` grows with every number that rings. */
export type Leg = {
  from: string | null
  to: string
  forwardedFrom: string | null
  ringSeconds: number
  path: string[]
  callSid: string
  /** Whether the caller says something after a tone. */
  leavesMessage: boolean
}

export type Reached = {
  /** `message`: our own answer spoke or recorded. Null: nobody and nothing picked up. */
  answeredBy: 'person' | 'voicemail' | 'assistant' | 'message' | null
  status: 'completed' | 'busy' | 'no-answer' | 'failed'
  /** The voice service's call, still open. */
  call: VoiceServiceCall | null
}

const MOST_HOPS = 8
const TALK_SECONDS = 6
const unanswered = (status: 'busy' | 'no-answer' | 'failed'): Reached => ({ answeredBy: null, status, call: null })
const answered = (by: NonNullable<Reached['answeredBy']>): Reached => ({ answeredBy: by, status: 'completed', call: null })

/** Rings a number as the telephone network would: lines outside do as they are set, ours as their voice address says. Carriers give up on a
 *  call that is forwarded round and round. */
export async function ringNumber(exchange: Exchange, leg: Leg): Promise<Reached> {
  if (leg.path.length >= MOST_HOPS) return unanswered('failed')
  leg.path.push(leg.to)
  const owned = ownedNumber(exchange.world, leg.to)
  return owned ? ringOurs(exchange, leg, owned) : ringOutside(exchange, leg)
}

async function ringOutside(exchange: Exchange, leg: Leg): Promise<Reached> {
  const does = lineDoes(exchange.world.lines.get(leg.to) ?? { answers: 'person' }, leg.ringSeconds)
  await exchange.pause(does.afterSeconds)
  switch (does.kind) {
    case 'answered':
      return answered(does.by)
    case 'unanswered':
      return unanswered(does.status)
    case 'forwarded':
      return ringNumber(exchange, { ...leg, to: does.to, forwardedFrom: leg.to, ringSeconds: leg.ringSeconds - does.afterSeconds })
  }
}

async function ringOurs(exchange: Exchange, leg: Leg, owned: OwnedNumber): Promise<Reached> {
  const voiceUrl = owned.settings.VoiceUrl || exchange.defaultVoiceUrl()
  // An empty address ends calls at once and without a word.
  if (owned.settings.VoiceUrl === '') return unanswered('failed')
  if (!exchange.voiceService?.isAt(voiceUrl)) return askRelayWhatToDo(exchange, leg, owned, voiceUrl)
  const taken = await exchange.voiceService.take({ from: leg.from, to: leg.to })
  if (taken.kind === 'answered') return { ...answered('assistant'), call: taken.call }
  if (taken.kind === 'forwarded') return ringNumber(exchange, { ...leg, to: taken.to })
  return fallBack(exchange, leg, owned)
}

async function askRelayWhatToDo(exchange: Exchange, leg: Leg, owned: OwnedNumber, url: string): Promise<Reached> {
  const answer = await postCall(exchange, leg, url, 'ringing')
  return isGood(answer) ? followTwiml(exchange, leg, answer.body) : fallBack(exchange, leg, owned)
}

async function fallBack(exchange: Exchange, leg: Leg, owned: OwnedNumber): Promise<Reached> {
  const url = owned.settings.VoiceFallbackUrl
  if (!url) return unanswered('failed')
  const answer = await postCall(exchange, leg, url, 'ringing', { ErrorCode: '11200', ErrorUrl: owned.settings.VoiceUrl ?? '' })
  return isGood(answer) ? followTwiml(exchange, leg, answer.body) : unanswered('failed')
}

const isGood = (answer: OutsideAnswer) => answer.status >= 200 && answer.status < 300

const postCall = (exchange: Exchange, leg: Leg, url: string, callStatus: string, extra: Record<string, string> = {}) =>
  receiveCall(exchange.world, exchange.post, exchange.defaultVoiceUrl, {
    from: leg.from,
    to: leg.to,
    callSid: leg.callSid,
    callStatus,
    url,
    extra: { ...(leg.forwardedFrom !== null && { ForwardedFrom: leg.forwardedFrom }), ...extra },
  })

async function followTwiml(exchange: Exchange, leg: Leg, xml: string): Promise<Reached> {
  let hasSpoken = false
  for (const step of readSteps(xml)) {
    if (step.verb === 'reject') return unanswered('busy')
    if (step.verb === 'hangup') break
    if (step.verb === 'dial') return dial(exchange, leg, step)
    hasSpoken = true
    if (step.verb === 'record' && leg.leavesMessage) {
      await leaveMessage(exchange, leg, step)
      break
    }
  }
  return hasSpoken ? answered('message') : unanswered('failed')
}

/** With an action, whatever stands after `<Dial>` never runs: the action's answer does. */
async function dial(exchange: Exchange, leg: Leg, step: Extract<TwimlStep, { verb: 'dial' }>): Promise<Reached> {
  const reached = await ringNumber(exchange, { ...leg, to: step.number, forwardedFrom: null, ringSeconds: step.timeoutSeconds })
  if (step.action === null) return reached
  if (reached.answeredBy !== null) await exchange.pause(TALK_SECONDS)
  const extra = { DialCallStatus: reached.status, DialCallSid: exchange.world.newSid('CA') }
  const answer = await postCall(exchange, leg, step.action, 'in-progress', extra)
  if (reached.answeredBy !== null) return reached
  return isGood(answer) ? followTwiml(exchange, leg, answer.body) : unanswered('failed')
}

async function leaveMessage(exchange: Exchange, leg: Leg, step: Extract<TwimlStep, { verb: 'record' }>): Promise<void> {
  if (step.action === null) return
  await exchange.pause(TALK_SECONDS)
  const sid = exchange.world.newSid('RE')
  await postCall(exchange, leg, step.action, 'completed', {
    RecordingSid: sid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${exchange.world.accountSid}/Recordings/${sid}`,
    RecordingDuration: '9',
    Digits: 'hangup',
  })
}
