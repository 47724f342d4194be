import type { OutsideAnswer } from '../wire/outside-fetch.ts'
import type { PostWebhook, Signing } from './post-webhook.ts'
import { ownedNumber, type TwilioWorld } from './world.ts'

export type InboundCall = {
  /** An E.164 number, or null when the caller hides it. */
  from: string | null
  to: string
  callSid?: string
  callStatus?: string
  /** Further parameters, such as DialCallStatus for a voice action. */
  extra?: Record<string, string>
  /** Where to post instead of the number's own voice URL. */
  url?: string
  sign?: Signing
}

/** Posts a voice webhook of an incoming call; the answer's body is TwiML. */
export function receiveCall(world: TwilioWorld, post: PostWebhook, defaultUrl: () => string, call: InboundCall): Promise<OutsideAnswer> {
  const owned = ownedNumber(world, call.to)
  const from = call.from ?? 'anonymous'
  const params = {
    CallSid: call.callSid ?? world.newSid('CA'),
    AccountSid: world.accountSid,
    From: from,
    To: call.to,
    Caller: from,
    Called: call.to,
    CallStatus: call.callStatus ?? 'ringing',
    ApiVersion: '2010-04-01',
    Direction: 'inbound',
    FromCity: 'AUSTIN',
    FromState: 'TX',
    FromZip: '78701',
    FromCountry: 'US',
    ToCity: 'AUSTIN',
    ToState: 'TX',
    ToZip: '78704',
    ToCountry: 'US',
    ...(call.from !== null && { StirVerstat: 'TN-Validation-Passed-A' }),
    ...call.extra,
  }
  return post(call.url ?? (owned?.settings.VoiceUrl || defaultUrl()), params, { sign: call.sign ?? 'right' })
}
