import { isTollFree } from './places.ts'
import type { OwnedNumber, TwilioMessage } from './world.ts'

const API_VERSION = '2010-04-01'

export const ERROR_TEXTS: Record<number, string> = {
  21610: 'Attempt to send to unsubscribed recipient',
  30003: 'Unreachable destination handset',
  30007: 'Message filtered',
  30032: 'Toll-Free Number Has Not Been Verified',
  30034: 'Message from an Unregistered Number',
}

/** "Fri, 13 Aug 2026 01:16:22 +0000": the date form of the 2010-04-01 API. */
export const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** A message as the API shows it, with every field of its schema. A date that is not known yet must be null: a missing one reads as now. */
export function messageShape(accountSid: string, message: TwilioMessage) {
  const uri = `/${API_VERSION}/Accounts/${accountSid}/Messages/${message.sid}`
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : (ERROR_TEXTS[message.errorCode] ?? 'Unknown error'),
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.media.length),
    num_segments: message.status === 'accepted' || message.status === 'scheduled' ? '0' : String(message.numSegments),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  }
}

/** "(808) 925-5327" for a US number, the number itself otherwise. */
export function friendlyNumber(phoneNumber: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber)
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : phoneNumber
}

/** An owned number as the API shows it, with every field of its schema. */
export function numberShape(accountSid: string, owned: OwnedNumber) {
  const set = (name: string, unset: string | null = '') => owned.settings[name] ?? unset
  return {
    account_sid: accountSid,
    address_requirements: 'none',
    address_sid: set('AddressSid', null),
    api_version: API_VERSION,
    beta: false,
    bundle_sid: set('BundleSid', null),
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: rfc2822(owned.createdAt),
    date_updated: rfc2822(owned.updatedAt),
    emergency_address_sid: set('EmergencyAddressSid', null),
    emergency_address_status: 'unregistered',
    emergency_status: set('EmergencyStatus', 'Inactive'),
    friendly_name: owned.friendlyName,
    identity_sid: set('IdentitySid', null),
    origin: 'twilio',
    phone_number: owned.phoneNumber,
    sid: owned.sid,
    sms_application_sid: set('SmsApplicationSid'),
    sms_fallback_method: set('SmsFallbackMethod', 'POST'),
    sms_fallback_url: set('SmsFallbackUrl'),
    sms_method: set('SmsMethod', 'POST'),
    sms_url: set('SmsUrl'),
    status: 'in-use',
    status_callback: set('StatusCallback'),
    status_callback_method: set('StatusCallbackMethod', 'POST'),
    trunk_sid: set('TrunkSid', null),
    type: isTollFree(owned.phoneNumber) ? 'tollfree' : 'local',
    uri: `/${API_VERSION}/Accounts/${accountSid}/IncomingPhoneNumbers/${owned.sid}.json`,
    voice_application_sid: set('VoiceApplicationSid'),
    voice_caller_id_lookup: set('VoiceCallerIdLookup') === 'true',
    voice_fallback_method: set('VoiceFallbackMethod', 'POST'),
    voice_fallback_url: set('VoiceFallbackUrl'),
    voice_method: set('VoiceMethod', 'POST'),
    voice_receive_mode: set('VoiceReceiveMode', 'voice'),
    voice_url: set('VoiceUrl'),
  }
}
