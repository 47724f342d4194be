import type { SoldNumbers } from './number-pool.ts'
import { createOptOuts, type OptOuts } from './opt-outs.ts'
import type { OutsideLine } from './outside-lines.ts'
import type { PlacedCall } from './placed-calls.ts'
import type { ReviewSeconds } from './registrations.ts'

export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'received'
  | 'canceled'

export type Media = { url: string; contentType: string }

export type TwilioMessage = {
  sid: string
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  from: string | null
  to: string
  body: string
  status: MessageStatus
  errorCode: number | null
  media: Media[]
  numSegments: number
  messagingServiceSid: string | null
  statusCallback: string | null
  createdAt: number
  updatedAt: number
  sentAt: number | null
  /** True for the carrier's own answer to STOP, START or HELP. */
  carrierReply: boolean
  /** The statuses that were posted to `statusCallback`, in the order of posting. */
  callbacks: MessageStatus[]
}

/** `landline` refuses at once (21614); the others end the text as undelivered: 30003, 30007, 30034. */
export type NumberMark = 'landline' | 'unreachable' | 'blocked' | 'unregistered'

export type OwnedNumber = {
  sid: string
  phoneNumber: string
  friendlyName: string
  createdAt: number
  updatedAt: number
  settings: Record<string, string>
  /** New numbers cannot text until they are registered; those of before can. */
  needsRegistration: boolean
}

/** `no-funds` refuses what costs money, `suspended` every change, `trial` a second number. */
export type AccountState = 'active' | 'no-funds' | 'suspended' | 'trial'

export type MessagingService = {
  sid: string
  createdAt: number
  updatedAt: number
  settings: Record<string, string>
  numberSids: string[]
}

/** A registration as the API shows it. */
export type Registration = Record<string, unknown> & { sid: string }

export type TwilioWorld = {
  accountSid: string
  authToken: string
  account: AccountState
  now: () => number
  random: () => number
  newSid: (prefix: string) => string
  sold: SoldNumbers
  /** Null: registrations wait until they are told to go on. */
  reviewSeconds: ReviewSeconds | null
  messages: TwilioMessage[]
  numbers: Map<string, OwnedNumber>
  services: Map<string, MessagingService>
  /** Campaigns, by messaging service. */
  registrations: Map<string, Registration>
  brands: Map<string, Registration>
  /** Verifications of toll-free numbers. */
  verifications: Map<string, Registration>
  optOuts: OptOuts
  marks: Map<string, NumberMark>
  /** Lines that are not ours; one that is not named has a person who picks up. */
  lines: Map<string, OutsideLine>
  /** Calls that we placed, oldest first. */
  calls: PlacedCall[]
}

export function createWorld(options: {
  accountSid: string
  authToken: string
  now: () => number
  random: () => number
  reviewSeconds?: ReviewSeconds | undefined
}): TwilioWorld {
  const hex = () => Math.floor(options.random() * 16).toString(16)
  return {
    ...options,
    account: 'active',
    reviewSeconds: options.reviewSeconds ?? null,
    sold: { areaCodes: new Set(), phoneNumbers: new Set() },
    newSid: (prefix) => prefix + Array.from({ length: 32 }, hex).join(''),
    messages: [],
    numbers: new Map(),
    services: new Map(),
    registrations: new Map(),
    brands: new Map(),
    verifications: new Map(),
    optOuts: createOptOuts(),
    marks: new Map(),
    lines: new Map(),
    calls: [],
  }
}

export const findMessage = (world: TwilioWorld, sid: string) => world.messages.find((message) => message.sid === sid)

export const ownedNumber = (world: TwilioWorld, phoneNumber: string) =>
  [...world.numbers.values()].find((owned) => owned.phoneNumber === phoneNumber)

/** The messaging service that a number belongs to; a number is in one at most. */
export const serviceOf = (world: TwilioWorld, owned: OwnedNumber) =>
  [...world.services.values()].find((service) => service.numberSids.includes(owned.sid))

/** An owned number by its id or by itself. */
export const numberNamed = (world: TwilioWorld, sidOrNumber: string) => world.numbers.get(sidOrNumber) ?? ownedNumber(world, sidOrNumber)

/** Takes a number out of the account and out of its service. */
export function dropNumber(world: TwilioWorld, owned: OwnedNumber): void {
  world.numbers.delete(owned.sid)
  leaveService(world, owned)
}

export function leaveService(world: TwilioWorld, owned: OwnedNumber): void {
  for (const service of world.services.values()) service.numberSids = service.numberSids.filter((sid) => sid !== owned.sid)
}

/** What a STOP to this number blocks: the number, or the whole messaging service that it belongs to. */
export function optOutSender(world: TwilioWorld, ourNumber: string): string {
  const owned = ownedNumber(world, ourNumber)
  return (owned && serviceOf(world, owned)?.sid) ?? ourNumber
}
