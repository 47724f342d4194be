import { Hono, type MiddlewareHandler } from 'hono'
import { failAround } from '../wire/broken-answer.ts'
import { type Delays, nextTurn, sleep } from '../wire/delays.ts'
import { faultRoutes } from '../wire/fault-routes.ts'
import type { OutsideFetch } from '../wire/outside-fetch.ts'
import { createRequestLog, type RecordedRequest } from '../wire/request-log.ts'
import type { AssistantBody } from './assistant-body.ts'
import { controlRoutes } from './call-control.ts'
import { callRoutes, recordingRoutes } from './call-routes.ts'
import { type CallSession, openSession, type SessionParts } from './call-session.ts'
import { dashboardOf, type VapiDashboard } from './dashboard.ts'
import { createVapiFaults, takeFault, type VapiFaults } from './faults.ts'
import type { PhoneNumberBody } from './phone-number-body.ts'
import { type PlacedRuns, placeCall } from './placed-call.ts'
import { refusalAnswer, VapiRefusal } from './refusals.ts'
import { apiLatencyMs, createRelayPost, type PostedMessage } from './relay-post.ts'
import { assistantRoutes, phoneNumberRoutes, type TwilioNumbers } from './resource-routes.ts'
import { type IncomingCall, recordOutbound, startIncoming } from './start-call.ts'
import { type Assistant, createWorld, kept, type PhoneNumber, type VapiWorld } from './world.ts'

export type VapiStandInOptions = {
  apiKey: string
  /** Where the relay is reached, without a slash at the end. */
  relayBase: string | (() => string)
  /** Sent as `X-Vapi-Secret` with every message. */
  webhookSecret: string
  now?: () => number
  /** Default `realistic`. */
  delays?: Delays
  random?: () => number
  fetch?: OutsideFetch
  /** Joins the stand-in to Twilio's: numbers must exist there, and importing takes over their addresses. */
  twilio?: TwilioNumbers
  /** True sends to the addresses and headers that the assistant and its tools were given, instead of the relay's known paths. */
  usesAssistantServers?: boolean
  /** Where this stand-in itself is reached: live calls are then steered here. Default is Vapi's own host, which is not. */
  ownBase?: () => string
}

export type VapiStandIn = VapiDashboard & {
  app: Hono
  faults: VapiFaults
  /** Gives the organization an assistant, as one that was made before the stand-in started. */
  addAssistant: (assistant: AssistantBody & { id: string }) => Assistant
  addPhoneNumber: (phoneNumber: { id: string } & Partial<PhoneNumberBody> & { number: string }) => PhoneNumber
  assistants: () => Assistant[]
  phoneNumbers: () => PhoneNumber[]
  startCall: (incoming: IncomingCall) => Promise<CallSession>
  /** A call of this stand-in, in progress or over, by its id. */
  session: (id: string) => CallSession | undefined
  /** Every call, oldest first. */
  calls: () => CallSession[]
  requests: () => RecordedRequest[]
  /** Every message that was posted to the relay, with its answer. */
  posted: () => PostedMessage[]
  /** Ends every call that Vapi itself placed, now. */
  flush: () => Promise<void>
  /** Forgets calls, requests and faults; assistants and numbers stay. */
  clear: () => void
  close: () => void
}

const MOST_POSTED = 1000

/** A stand-in for Vapi's REST API and for the messages that Vapi sends during a call. */
export function createVapiStandIn(options: VapiStandInOptions): VapiStandIn {
  const { delays = 'realistic', random = Math.random } = options
  const world = createWorld(options.apiKey, options.now ?? Date.now, options.ownBase && (() => `${options.ownBase?.()}/live`))
  const faults = createVapiFaults()
  const log = createRequestLog()
  const posted: PostedMessage[] = []
  const post = createRelayPost({
    ...options,
    fetch: options.fetch ?? fetch,
    keepsTime: delays === 'realistic',
    onPosted: (one) => {
      posted.push(one)
      if (posted.length > MOST_POSTED) posted.shift()
    },
  })
  const relayBase = () => (typeof options.relayBase === 'string' ? options.relayBase : options.relayBase()).replace(/\/$/, '')
  const parts: SessionParts = { world, post, relayBase, usesAssistantServers: options.usesAssistantServers ?? false }
  const sessions = new Map<string, CallSession>()
  const placed: PlacedRuns = new Set()

  const remember = (session: CallSession) => {
    sessions.set(session.id, session)
    return session
  }
  const app = new Hono()
    .onError((error, c) => {
      if (error instanceof VapiRefusal) return refusalAnswer(c, error)
      throw error
    })
    .notFound((c) => refusalAnswer(c, new VapiRefusal(404, `Cannot ${c.req.method} ${new URL(c.req.url).pathname}`)))
    .route('/sandbox/faults', faultRoutes(faults))
    .route('/', recordingRoutes(world))
    .use(log.record)
    .use('/live/*', failRequests(faults))
    .route(
      '/',
      controlRoutes(
        (id) => sessions.get(id),
        (session) => putThrough(session, delays, placed),
      ),
    )
    .use(refuseWhenDown(world))
    .use(requireKey(world))
    .use(async (_, next) => {
      if (delays === 'realistic') await sleep(apiLatencyMs(random))
      return next()
    })
    .use(failRequests(faults))
    .route('/', assistantRoutes(world))
    .route('/', phoneNumberRoutes(world, options.twilio))
    .route(
      '/',
      callRoutes(world, (body) => {
        const session = remember(openSession(parts, recordOutbound(world, body)))
        const pickUp = options.twilio?.pickUp(session.record.customerNumber ?? '') ?? 'person'
        placeCall(world, session, pickUp, delays, placed)
        return session.record
      }),
    )

  return {
    app,
    faults,
    addAssistant: ({ id, ...body }) => {
      const assistant: Assistant = { ...body, ...kept(world, id) }
      world.assistants.set(id, assistant)
      return assistant
    },
    ...dashboardOf(world),
    addPhoneNumber: ({ id, ...given }) => {
      const number: PhoneNumber = { provider: 'twilio', twilioAccountSid: '', ...given, ...kept(world, id), status: 'active' }
      world.phoneNumbers.set(id, number)
      return number
    },
    assistants: () => [...world.assistants.values()],
    phoneNumbers: () => [...world.phoneNumbers.values()],
    startCall: async (incoming) => remember(await startIncoming(parts, incoming)),
    session: (id) => sessions.get(id),
    calls: () => [...sessions.values()],
    requests: log.all,
    posted: () => [...posted],
    flush: async () => {
      await Promise.all([...placed].map((run) => run()))
    },
    clear: () => {
      faults.hold.drop()
      faults.clear()
      log.clear()
      posted.splice(0)
      placed.clear()
      sessions.clear()
      world.calls.clear()
    },
    close: () => {
      placed.clear()
      faults.hold.drop()
    },
  }
}

function refuseWhenDown(world: VapiWorld): MiddlewareHandler {
  return async (c, next) => {
    if (!world.isDown) return next()
    c.set('isBroken', true)
    return c.body(null, 503)
  }
}

function requireKey(world: VapiWorld): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${world.apiKey}`) throw new VapiRefusal(401, 'Invalid Key. Hot tip, use the private key.')
    return next()
  }
}

function failRequests(faults: VapiFaults): MiddlewareHandler {
  return async (c, next) => {
    const fault = takeFault(faults, c.req.method, new URL(c.req.url).pathname)
    if (!fault) return next()
    const tooMany = () => refusalAnswer(c, new VapiRefusal(429, 'Too Many Requests'))
    return failAround(c, fault, faults.hold, tooMany, next)
  }
}

/** The caller is put through: the assistant's part of the call ends once the other side rings. */
function putThrough(session: CallSession, delays: Delays, placed: Set<() => Promise<void>>): void {
  const run = async () => {
    if (!placed.delete(run) || session.record.status === 'ended') return
    await session.status('forwarding')
    if (delays === 'realistic') await sleep(RING_MS)
    await session.end({ endedReason: 'assistant-forwarded-call' })
  }
  placed.add(run)
  if (delays !== 'manual') void nextTurn().then(run)
}

const RING_MS = 900
