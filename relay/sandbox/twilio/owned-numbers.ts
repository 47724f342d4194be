import { friendlyNumber } from './shapes.ts'
import { type MessagingService, type OwnedNumber, ownedNumber, type TwilioWorld } from './world.ts'

export type NumberToAdd = {
  phoneNumber: string
  sid?: string
  friendlyName?: string
  smsUrl?: string
  voiceUrl?: string
  statusCallback?: string
}

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
  }
  owned.friendlyName = add.friendlyName ?? owned.friendlyName
  if (add.smsUrl !== undefined) owned.settings.SmsUrl = add.smsUrl
  if (add.voiceUrl !== undefined) owned.settings.VoiceUrl = add.voiceUrl
  if (add.statusCallback !== undefined) owned.settings.StatusCallback = add.statusCallback
  world.numbers.set(owned.sid, owned)
  return owned
}

export type ServiceToAdd = {
  sid: string
  phoneNumbers: string[]
  friendlyName?: string
  /** Default true: the number's own address is called, not the service's. */
  usesNumberWebhook?: boolean
}

/** Gives the account a messaging service with these numbers, which it gets too if it does not own them yet. */
export function addService(world: TwilioWorld, add: ServiceToAdd): MessagingService {
  const at = world.now()
  const service: MessagingService = {
    sid: add.sid,
    createdAt: at,
    updatedAt: at,
    settings: { FriendlyName: add.friendlyName ?? 'Practice', UseInboundWebhookOnNumber: String(add.usesNumberWebhook ?? true) },
    numberSids: add.phoneNumbers.map((phoneNumber) => addNumber(world, { phoneNumber }).sid),
  }
  world.services.set(service.sid, service)
  return service
}
