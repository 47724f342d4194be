import type { OutsideAnswer } from '../wire/outside-fetch.ts'
import { CARRIER_TEXTS } from './opt-outs.ts'
import type { PostWebhook, Signing } from './post-webhook.ts'
import { countSegments } from './segments.ts'
import { readReplies } from './twiml-replies.ts'
import {
  findMessage,
  type Media,
  type OwnedNumber,
  optOutSender,
  ownedNumber,
  serviceOf,
  type TwilioMessage,
  type TwilioWorld,
} from './world.ts'

export type InboundText = {
  from: string
  to: string
  body: string
  /** Given again, the same text is delivered once more, as a retry would. */
  messageSid?: string
  media?: Media[]
  sign?: Signing
}

export type InboundAnswer = { status: number; body: string; messageSid: string }

/** A patient texts one of our numbers: the carrier looks for its keywords, then the webhook is posted, then its TwiML is obeyed. */
export async function receiveText(
  world: TwilioWorld,
  post: PostWebhook,
  defaultUrl: () => string,
  text: InboundText,
): Promise<InboundAnswer> {
  const owned = ownedNumber(world, text.to)
  if (!owned) throw new Error(`${text.to} is not a number of this account`)
  const repeated = text.messageSid === undefined ? undefined : findMessage(world, text.messageSid)
  const message = repeated ?? recordInbound(world, owned, text)
  if (!repeated) answerKeyword(world, text)
  const answer = await postInbound(world, post, owned, message, defaultUrl, text.sign ?? 'right')
  if (answer.status >= 200 && answer.status < 300) {
    for (const body of readReplies(answer)) recordReply(world, owned, text.from, body, false)
  }
  return { status: answer.status, body: answer.body, messageSid: message.sid }
}

function recordInbound(world: TwilioWorld, owned: OwnedNumber, text: InboundText): TwilioMessage {
  const at = world.now()
  const media = text.media ?? []
  const message: TwilioMessage = {
    sid: text.messageSid ?? world.newSid(media.length > 0 ? 'MM' : 'SM'),
    direction: 'inbound',
    from: text.from,
    to: text.to,
    body: text.body,
    status: 'received',
    errorCode: null,
    media,
    numSegments: countSegments(text.body),
    messagingServiceSid: serviceOf(world, owned)?.sid ?? null,
    statusCallback: null,
    createdAt: at,
    updatedAt: at,
    sentAt: at,
    carrierReply: false,
    callbacks: [],
  }
  world.messages.push(message)
  return message
}

function answerKeyword(world: TwilioWorld, text: InboundText): void {
  const reply = world.optOuts.hear(text.from, optOutSender(world, text.to), text.body)
  const owned = ownedNumber(world, text.to)
  if (reply && owned) recordReply(world, owned, text.from, CARRIER_TEXTS[reply], true)
}

function recordReply(world: TwilioWorld, owned: OwnedNumber, to: string, body: string, carrierReply: boolean): void {
  const at = world.now()
  const blocked = !carrierReply && world.optOuts.isBlocked(to, optOutSender(world, owned.phoneNumber))
  world.messages.push({
    sid: world.newSid('SM'),
    direction: 'outbound-reply',
    from: owned.phoneNumber,
    to,
    body,
    status: blocked ? 'failed' : 'delivered',
    errorCode: blocked ? 21610 : null,
    media: [],
    numSegments: countSegments(body),
    messagingServiceSid: serviceOf(world, owned)?.sid ?? null,
    statusCallback: null,
    createdAt: at,
    updatedAt: at,
    sentAt: blocked ? null : at,
    carrierReply,
    callbacks: [],
  })
}

async function postInbound(
  world: TwilioWorld,
  post: PostWebhook,
  owned: OwnedNumber,
  message: TwilioMessage,
  defaultUrl: () => string,
  sign: Signing,
): Promise<OutsideAnswer> {
  const { url, fallbackUrl } = webhookOf(world, owned, defaultUrl)
  // A number in a service whose inbound URL is empty: nothing is called and nothing is reported, as at Twilio.
  if (url === '') return { status: 0, body: '', contentType: '' }
  const params = inboundParams(world, message)
  const answer = await post(url, params, { sign })
  if (answer.status > 0 && answer.status < 400) return answer
  return fallbackUrl === '' ? answer : post(fallbackUrl, { ...params, ErrorCode: '11200', ErrorUrl: url }, { sign })
}

function webhookOf(world: TwilioWorld, owned: OwnedNumber, defaultUrl: () => string): { url: string; fallbackUrl: string } {
  const service = serviceOf(world, owned)
  if (service && service.settings.UseInboundWebhookOnNumber !== 'true') {
    return { url: service.settings.InboundRequestUrl ?? '', fallbackUrl: service.settings.FallbackUrl ?? '' }
  }
  return { url: owned.settings.SmsUrl || defaultUrl(), fallbackUrl: owned.settings.SmsFallbackUrl ?? '' }
}

function inboundParams(world: TwilioWorld, message: TwilioMessage): Record<string, string> {
  return {
    ToCountry: 'US',
    ToState: 'TX',
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    ToCity: 'AUSTIN',
    FromZip: '78701',
    SmsSid: message.sid,
    FromState: 'TX',
    SmsStatus: 'received',
    FromCity: 'AUSTIN',
    Body: message.body,
    FromCountry: 'US',
    To: message.to,
    ...(message.messagingServiceSid !== null && { MessagingServiceSid: message.messagingServiceSid }),
    ToZip: '78704',
    NumSegments: String(message.numSegments),
    MessageSid: message.sid,
    AccountSid: world.accountSid,
    From: message.from ?? '',
    ApiVersion: '2010-04-01',
    ...Object.fromEntries(
      message.media.flatMap((media, index) => [
        [`MediaUrl${index}`, media.url],
        [`MediaContentType${index}`, media.contentType],
      ]),
    ),
  }
}
