import { createOptOuts, type OptOuts } from './opt-outs.ts'

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
}

export type MessagingService = {
  sid: string
  createdAt: number
  updatedAt: number
  settings: Record<string, string>
  numberSids: string[]
}

export type TwilioWorld = {
  accountSid: string
  authToken: string
  now: () => number
  random: () => number
  newSid: (prefix: string) => string
  messages: TwilioMessage[]
  numbers: Map<string, OwnedNumber>
  services: Map<string, MessagingService>
  registrations: Map<string, Record<string, unknown>>
  optOuts: OptOuts
  marks: Map<string, NumberMark>
}

export function createWorld(options: { accountSid: string; authToken: string; now: () => number; random: () => number }): TwilioWorld {
  const hex = () => Math.floor(options.random() * 16).toString(16)
  return {
    ...options,
    newSid: (prefix) => prefix + Array.from({ length: 32 }, hex).join(''),
    messages: [],
    numbers: new Map(),
    services: new Map(),
    registrations: new Map(),
    optOuts: createOptOuts(),
    marks: new Map(),
  }
}

export const findMessage = (world: TwilioWorld, sid: string) => world.messages.find((message) => message.sid === sid)

export const ownedNumber = (world: TwilioWorld, phoneNumber: string) =>
  [...world.numbers.values()].find((owned) => owned.phoneNumber === phoneNumber)

/** The messaging service that a number belongs to; a number is in one at most. */
export const serviceOf = (world: TwilioWorld, owned: OwnedNumber) =>
  [...world.services.values()].find((service) => service.numberSids.includes(owned.sid))

/** What a STOP to this number blocks: the number, or the whole messaging service that it belongs to. */
export function optOutSender(world: TwilioWorld, ourNumber: string): string {
  const owned = ownedNumber(world, ourNumber)
  return (owned && serviceOf(world, owned)?.sid) ?? ourNumber
}
