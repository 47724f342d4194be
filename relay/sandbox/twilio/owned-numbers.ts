import { friendlyNumber } from './shapes.ts'
import { type MessagingService, type OwnedNumber, ownedNumber, type TwilioWorld } from './world.ts'

export type NumberToAdd = {
  phoneNumber: string
  sid?: string
  friendlyName?: string
  smsUrl?: string
  voiceUrl?: string
  statusCallback?: string
  smsFallbackUrl?: string
  voiceFallbackUrl?: string
  /** Default false: it could text before registrations were asked for. */
  needsRegistration?: boolean
}

/** What somebody may set in the console; an empty text empties it. */
export type NumberChange = Pick<
  NumberToAdd,
  'friendlyName' | 'smsUrl' | 'voiceUrl' | 'statusCallback' | 'smsFallbackUrl' | 'voiceFallbackUrl'
>

const SETTING_NAMES = {
  smsUrl: 'SmsUrl',
  smsFallbackUrl: 'SmsFallbackUrl',
  voiceUrl: 'VoiceUrl',
  voiceFallbackUrl: 'VoiceFallbackUrl',
  statusCallback: 'StatusCallback',
} as const

/** Gives the account a number without buying it; one that it already has is kept and its given settings are changed. */
export function addNumber(world: TwilioWorld, add: NumberToAdd): OwnedNumber {
  const at = world.now()
  const owned = ownedNumber(world, add.phoneNumber) ?? {
    sid: add.sid ?? world.newSid('PN'),
    phoneNumber: add.phoneNumber,
    friendlyName: friendlyNumber(add.phoneNumber),
    createdAt: at,
    updatedAt: at,
    settings: {},
    needsRegistration: false,
  }
  owned.needsRegistration = add.needsRegistration ?? owned.needsRegistration
  world.numbers.set(owned.sid, owned)
  return changeNumber(world, owned, add)
}

export function changeNumber(world: TwilioWorld, owned: OwnedNumber, change: NumberChange): OwnedNumber {
  owned.friendlyName = change.friendlyName ?? owned.friendlyName
  for (const [name, setting] of Object.entries(SETTING_NAMES)) {
    const value = change[name as keyof typeof SETTING_NAMES]
    if (value !== undefined) owned.settings[setting] = value
  }
  owned.updatedAt = world.now()
  return owned
}

export type ServiceToAdd = {
  sid: string
  phoneNumbers: string[]
  friendlyName?: string
  /** Default true: the number's own address is called, not the service's. */
  usesNumberWebhook?: boolean
  inboundUrl?: string
  statusCallback?: string
}

/** Gives the account a messaging service with these numbers, which it gets too if it does not own them yet. */
export function addService(world: TwilioWorld, add: ServiceToAdd): MessagingService {
  const at = world.now()
  const service: MessagingService = {
    sid: add.sid,
    createdAt: at,
    updatedAt: at,
    settings: {
      FriendlyName: add.friendlyName ?? 'Practice',
      UseInboundWebhookOnNumber: String(add.usesNumberWebhook ?? true),
      ...(add.inboundUrl !== undefined && { InboundRequestUrl: add.inboundUrl }),
      ...(add.statusCallback !== undefined && { StatusCallback: add.statusCallback }),
    },
    numberSids: add.phoneNumbers.map((phoneNumber) => addNumber(world, { phoneNumber }).sid),
  }
  world.services.set(service.sid, service)
  return service
}
