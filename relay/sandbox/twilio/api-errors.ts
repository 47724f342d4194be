import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const MESSAGES = {
  10002: 'Trial account does not support this feature.',
  20001: 'Unknown parameter: ',
  20003: 'Authenticate',
  20005: 'Account is not active.',
  20404: 'The requested resource was not found: ',
  20409: 'Conflict: ',
  20422: 'Invalid parameter: ',
  20429: 'Too Many Requests',
  21211: "The 'To' number is not a valid phone number: ",
  21212: "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID: ",
  21266: "'To' and 'From' number cannot be the same: ",
  21405: "A 'VoiceFallbackUrl' needs a 'VoiceUrl'.",
  21406: "A 'SmsFallbackUrl' needs a 'SmsUrl'.",
  21205: 'Url is not a valid URL: ',
  21210: "'From' phone number not verified: ",
  21421: 'PhoneNumber is not valid: ',
  21422: 'PhoneNumber is not available: ',
  21451: 'AreaCode is not valid: ',
  21452: 'No phone numbers found in area code ',
  21602: 'Message body is required.',
  21603: "A 'From' phone number is required.",
  21604: "A 'To' phone number is required.",
  21606: "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination: ",
  21609: 'The StatusCallback URL is not a valid URL: ',
  21610: 'Attempt to send to unsubscribed recipient',
  21614: "'To' number is not a valid mobile number: ",
  21617: 'The concatenated message body exceeds the 1600 character limit.',
  21631: 'Phone Number Requires an Address but the AddressSid parameter was empty.',
  21701: 'The Messaging Service does not exist: ',
  21703: 'The Messaging Service does not have a phone number available to send a message.',
  21710: 'Phone Number or Short Code is already in the Messaging Service.',
  35111: 'SendAt missing.',
  35118: 'MessagingServiceSid is required to schedule a message.',
} as const

export type TwilioErrorCode = keyof typeof MESSAGES

/** A refusal that a route turns into Twilio's error body. */
export class TwilioRefusal extends Error {
  override readonly name = 'TwilioRefusal'
  readonly code: TwilioErrorCode
  constructor(code: TwilioErrorCode, about = '') {
    super(MESSAGES[code] + about)
    this.code = code
  }
}

const STATUS: Partial<Record<TwilioErrorCode, ContentfulStatusCode>> = { 20003: 401, 20005: 403, 20404: 404, 20409: 409, 20429: 429 }

export function errorAnswer(c: Context, refusal: TwilioRefusal): Response {
  const { code, message } = refusal
  const status = STATUS[code] ?? 400
  if (code === 20003) c.header('WWW-Authenticate', 'Basic realm="Twilio API"')
  if (code === 20429) c.header('Retry-After', '1')
  return c.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status)
}
