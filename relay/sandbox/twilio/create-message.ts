import { allValues, type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { countSegments } from './segments.ts'
import { type MessagingService, optOutSender, ownedNumber, type TwilioMessage, type TwilioWorld } from './world.ts'

export const CREATE_MESSAGE_PARAMS = [
  'To',
  'StatusCallback',
  'ApplicationSid',
  'MaxPrice',
  'ProvideFeedback',
  'Attempt',
  'ValidityPeriod',
  'ForceDelivery',
  'ContentRetention',
  'AddressRetention',
  'SmartEncoded',
  'PersistentAction',
  'TrafficType',
  'ShortenUrls',
  'ScheduleType',
  'SendAt',
  'SendAsMms',
  'ContentVariables',
  'RiskCheck',
  'MessageIntent',
  'From',
  'FallbackFrom',
  'MessagingServiceSid',
  'Body',
  'MediaUrl',
  'ContentSid',
] as const

const E164 = /^\+[1-9]\d{6,14}$/

/** Checks a send as Twilio does, in its order, and records the text. Throws `TwilioRefusal` when it is not accepted. */
export function createMessage(world: TwilioWorld, form: FormValues): TwilioMessage {
  const to = oneValue(form, 'To') ?? ''
  const body = oneValue(form, 'Body') ?? ''
  checkContent(form, to, body)
  const sender = findSender(world, form)
  checkNumbers(world, sender, to)
  const scheduled = checkOptions(form, sender)
  const at = world.now()
  const message: TwilioMessage = {
    sid: world.newSid(allValues(form, 'MediaUrl').length > 0 ? 'MM' : 'SM'),
    direction: 'outbound-api',
    from: sender.from,
    to,
    body,
    status: scheduled ? 'scheduled' : sender.chosenLater ? 'accepted' : 'queued',
    errorCode: null,
    media: allValues(form, 'MediaUrl').map((url) => ({ url, contentType: 'image/jpeg' })),
    numSegments: countSegments(body),
    messagingServiceSid: sender.service?.sid ?? null,
    statusCallback: oneValue(form, 'StatusCallback') || sender.service?.settings.StatusCallback || null,
    createdAt: at,
    updatedAt: at,
    sentAt: null,
    carrierReply: false,
    callbacks: [],
  }
  world.messages.push(message)
  return message
}

function checkContent(form: FormValues, to: string, body: string): void {
  if (to === '') throw new TwilioRefusal(21604)
  if (!oneValue(form, 'From') && !oneValue(form, 'MessagingServiceSid')) throw new TwilioRefusal(21603)
  if (body === '' && !oneValue(form, 'MediaUrl') && !oneValue(form, 'ContentSid')) throw new TwilioRefusal(21602)
  if (body.length > 1600) throw new TwilioRefusal(21617)
  if (!E164.test(to)) throw new TwilioRefusal(21211, to)
}

type Sender = { from: string; service: MessagingService | undefined; chosenLater: boolean }

function findSender(world: TwilioWorld, form: FormValues): Sender {
  const from = oneValue(form, 'From')
  const service = namedService(world, oneValue(form, 'MessagingServiceSid'))
  if (from) {
    if (!E164.test(from)) throw new TwilioRefusal(21212, from)
    const owned = ownedNumber(world, from)
    if (!owned) throw new TwilioRefusal(21606, from)
    return { from, service, chosenLater: false }
  }
  const first = [...world.numbers.values()].find((owned) => service?.numberSids.includes(owned.sid))
  if (!first) throw new TwilioRefusal(21703)
  return { from: first.phoneNumber, service, chosenLater: true }
}

function namedService(world: TwilioWorld, sid: string | undefined): MessagingService | undefined {
  if (!sid) return undefined
  const service = world.services.get(sid)
  if (!service) throw new TwilioRefusal(21701, sid)
  return service
}

function checkNumbers(world: TwilioWorld, sender: Sender, to: string): void {
  if (to === sender.from) throw new TwilioRefusal(21266, to)
  if (world.marks.get(to) === 'landline') throw new TwilioRefusal(21614, to)
  // Through a Messaging Service the refusal comes later, in a status callback.
  if (!sender.service && world.optOuts.isBlocked(to, optOutSender(world, sender.from))) throw new TwilioRefusal(21610)
}

/** True when the text is to be sent later. */
function checkOptions(form: FormValues, sender: Sender): boolean {
  const callback = oneValue(form, 'StatusCallback')
  if (callback && !isCallbackUrl(callback)) throw new TwilioRefusal(21609, callback)
  const validity = oneValue(form, 'ValidityPeriod')
  if (validity !== undefined && !(Number(validity) >= 1 && Number(validity) <= 36_000)) throw new TwilioRefusal(20422, 'ValidityPeriod')
  if (oneValue(form, 'ScheduleType') === undefined) return false
  if (!sender.service) throw new TwilioRefusal(35118)
  if (!oneValue(form, 'SendAt')) throw new TwilioRefusal(35111)
  return true
}

// Twilio does not call host names with an underscore.
function isCallbackUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) && !parsed.hostname.includes('_')
}
