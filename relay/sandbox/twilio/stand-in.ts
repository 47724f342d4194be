import { Hono } from 'hono'
import { between, type Delays, sleep } from '../wire/delays.ts'
import { faultRoutes } from '../wire/fault-routes.ts'
import type { FormValues } from '../wire/form.ts'
import type { OutsideAnswer, OutsideFetch } from '../wire/outside-fetch.ts'
import { createRequestLog, type RecordedRequest } from '../wire/request-log.ts'
import { errorAnswer, TwilioRefusal } from './api-errors.ts'
import { type ApiKey, apiRoutes } from './api-routes.ts'
import { consoleOf, type TwilioConsole } from './console.ts'
import { createDeliveries } from './delivery.ts'
import { type Exchange, type Reached, ringNumber, type VoiceService } from './exchange.ts'
import { createTwilioFaults, type TwilioFaults } from './faults.ts'
import { type InboundCall, receiveCall } from './inbound-call.ts'
import { type InboundAnswer, type InboundText, receiveText } from './inbound-text.ts'
import { addNumber, addService, type NumberToAdd, type ServiceToAdd } from './owned-numbers.ts'
import { createPlacedCalls, type PlacedCall } from './placed-calls.ts'
import { createWebhookPoster, type Signing } from './post-webhook.ts'
import type { ReviewSeconds } from './registrations.ts'
import { createWorld, type MessagingService, type NumberMark, type OwnedNumber, optOutSender, type TwilioMessage } from './world.ts'

export type TwilioStandInOptions = {
  accountSid: string
  authToken: string
  /** An API key that is accepted beside the account's own token. */
  apiKey?: ApiKey
  /** The relay's public base address, without a slash at the end; webhooks are signed for it and posted to it. */
  webhookBase: string | (() => string)
  now?: () => number
  /** Default `realistic`. With `none` callbacks follow at once; with `manual` only `flush()` sends them. */
  delays?: Delays
  random?: () => number
  /** Numbers that the account owns from the start. */
  numbers?: string[]
  /** How webhooks reach the relay; default is the network. */
  fetch?: OutsideFetch
  /** Who answers numbers whose voice address is a voice service's. */
  voiceService?: VoiceService
  /** Lets registrations go on by the clock; without it they wait for `advanceRegistrations`. */
  reviewSeconds?: ReviewSeconds
}

/** Somebody phones any number. Default: rings for a minute and leaves a message where there is a tone. */
export type CallToRing = { from: string | null; to: string; ringSeconds?: number; leavesMessage?: boolean }
export type Ring = Reached & { path: string[] }

export type TwilioStandIn = TwilioConsole & {
  app: Hono
  faults: TwilioFaults
  addNumber: (add: NumberToAdd) => OwnedNumber
  /** Gives the account a messaging service, as one that was made before the stand-in started. */
  addService: (add: ServiceToAdd) => MessagingService
  numbers: () => OwnedNumber[]
  /** How a number behaves from now on; null makes it ordinary again. */
  mark: (phoneNumber: string, mark: NumberMark | null) => void
  markOf: (phoneNumber: string) => NumberMark | null
  /** Somebody phones a number: followed through forwarding, our answers and the voice service to whoever picks up. */
  ring: (call: CallToRing) => Promise<Ring>
  /** The calls that we placed, oldest first. */
  calls: () => PlacedCall[]
  isBlocked: (patient: string, ourNumber: string) => boolean
  /** A patient texts. Status 0 means that the relay could not be reached. */
  receiveText: (text: InboundText) => Promise<InboundAnswer>
  receiveCall: (call: InboundCall) => Promise<OutsideAnswer>
  /** Posts any signed form; `path` is an absolute URL or starts at the public base. */
  postWebhook: (path: string, params: FormValues, options?: { sign?: Signing }) => Promise<OutsideAnswer>
  /** Every text in both directions, oldest first. */
  messages: () => TwilioMessage[]
  requests: () => RecordedRequest[]
  /** Ends every text that is under way, with its callbacks, now. */
  flush: () => Promise<void>
  /** Forgets texts, requests, blocks, marks and faults; numbers and services stay. */
  clear: () => void
  /** Stops timers and lets held requests go. */
  close: () => void
}

/** A stand-in for Twilio's REST API and webhooks. The client's hosts stand as the first part of the path, e.g. `/api.twilio.com/2010-04-01/…`. */
export function createTwilioStandIn(options: TwilioStandInOptions): TwilioStandIn {
  const { random = Math.random, delays = 'realistic' } = options
  const world = createWorld({ ...options, now: options.now ?? Date.now, random })
  const faults = createTwilioFaults()
  const log = createRequestLog()
  const post = createWebhookPoster({ ...options, fetch: options.fetch ?? fetch, newToken: () => world.newSid('') })
  const deliveries = createDeliveries(world, faults, post, delays)
  const exchange: Exchange = {
    world,
    post,
    defaultVoiceUrl: () => `${base()}/api/webhooks/twilio/voice`,
    voiceService: options.voiceService ?? null,
    pause: (seconds) => (delays === 'realistic' ? sleep(seconds * 1_000) : Promise.resolve()),
  }
  const placed = createPlacedCalls(exchange, delays)
  const base = () => (typeof options.webhookBase === 'string' ? options.webhookBase : options.webhookBase()).replace(/\/$/, '')
  for (const phoneNumber of options.numbers ?? []) addNumber(world, { phoneNumber })

  const app = new Hono()
    .notFound((c) => errorAnswer(c, new TwilioRefusal(20404, new URL(c.req.url).pathname)))
    .route('/sandbox/faults', faultRoutes(faults))
    .use(log.record)
    .use(async (_, next) => {
      if (delays === 'realistic') await sleep(between(random, 60, 180))
      return next()
    })
    .route('/', apiRoutes(world, faults, { deliveries, placed }, options.apiKey))

  return {
    app,
    faults,
    addNumber: (add) => addNumber(world, add),
    addService: (add) => addService(world, add),
    numbers: () => [...world.numbers.values()],
    mark: (phoneNumber, mark) => void (mark ? world.marks.set(phoneNumber, mark) : world.marks.delete(phoneNumber)),
    markOf: (phoneNumber) => world.marks.get(phoneNumber) ?? null,
    ...consoleOf(world),
    ring: (call) => ringAsCaller(exchange, call),
    calls: () => world.calls.map((call) => structuredClone(call)),
    isBlocked: (patient, ourNumber) => world.optOuts.isBlocked(patient, optOutSender(world, ourNumber)),
    receiveText: (text) => receiveText(world, post, () => `${base()}/api/webhooks/twilio/sms`, text),
    receiveCall: (call) => receiveCall(world, post, exchange.defaultVoiceUrl, call),
    postWebhook: (path, params, how) =>
      post(path.startsWith('/') ? base() + path : path, { AccountSid: options.accountSid, ...params }, how),
    messages: () => world.messages.map((message) => structuredClone(message)),
    requests: log.all,
    flush: async () => {
      await placed.flush()
      await deliveries.flush()
    },
    clear: () => {
      deliveries.stop()
      placed.stop()
      faults.clear()
      log.clear()
      world.messages.splice(0)
      world.optOuts.clear()
      world.marks.clear()
      world.calls.splice(0)
    },
    close: () => {
      deliveries.stop()
      placed.stop()
    },
  }
}

const RING_SECONDS = 60

async function ringAsCaller(exchange: Exchange, { from, to, ringSeconds = RING_SECONDS, leavesMessage = true }: CallToRing): Promise<Ring> {
  const path: string[] = []
  const callSid = exchange.world.newSid('CA')
  const reached = await ringNumber(exchange, { from, to, forwardedFrom: null, ringSeconds, path, callSid, leavesMessage })
  return { ...reached, path }
}
