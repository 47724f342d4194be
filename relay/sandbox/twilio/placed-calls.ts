import { type Delays, nextTurn } from '../wire/delays.ts'
import { type Exchange, type Reached, ringNumber } from './exchange.ts'
import { readSteps } from './twiml-steps.ts'

export type PlacedCallStatus = 'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled'
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'

export type PlacedCall = {
  sid: string
  from: string
  to: string
  status: PlacedCallStatus
  /** Where what is said comes from; or the words themselves. */
  url: string | null
  twiml: string | null
  statusCallback: string | null
  events: CallEvent[]
  ringSeconds: number
  detectsMachines: boolean
  answeredBy: 'human' | 'machine_start' | null
  createdAt: number
  updatedAt: number
  startedAt: number | null
  endedAt: number | null
  /** What was posted to `statusCallback`, in order. */
  callbacks: string[]
  /** What our instructions said, once it was answered. */
  said: string[]
  /** Every number that rang. */
  path: string[]
}

export type PlacedCalls = { start: (call: PlacedCall) => void; flush: () => Promise<void>; stop: () => void }

/** Carries out the calls that we place. With `manual` delays only `flush` does. */
export function createPlacedCalls(exchange: Exchange, delays: Delays): PlacedCalls {
  const waiting = new Map<PlacedCall, () => Promise<void>>()
  const running = new Set<Promise<void>>()
  return {
    start: (call) => {
      const run = () => {
        if (!waiting.delete(call)) return Promise.resolve()
        const done = placeCall(exchange, call).finally(() => running.delete(done))
        running.add(done)
        return done
      }
      waiting.set(call, run)
      if (delays !== 'manual') void nextTurn().then(run)
    },
    flush: async () => {
      await Promise.all([...waiting.values()].map((run) => run()))
      await Promise.all(running)
    },
    stop: () => waiting.clear(),
  }
}

async function placeCall(exchange: Exchange, call: PlacedCall): Promise<void> {
  await tell(exchange, call, 'initiated', 'initiated')
  call.status = 'ringing'
  await tell(exchange, call, 'ringing', 'ringing')
  const leg = { from: call.from, to: call.to, forwardedFrom: null, callSid: exchange.world.newSid('CA'), leavesMessage: false }
  const reached = await ringNumber(exchange, { ...leg, ringSeconds: call.ringSeconds, path: call.path })
  if (reached.answeredBy !== null) await talk(exchange, call, reached)
  call.status = reached.status
  call.endedAt = exchange.world.now()
  call.updatedAt = call.endedAt
  await tell(exchange, call, 'completed', call.status)
}

async function talk(exchange: Exchange, call: PlacedCall, reached: Reached): Promise<void> {
  call.status = 'in-progress'
  call.startedAt = exchange.world.now()
  // A machine's greeting is a long one; so is an assistant's.
  if (call.detectsMachines) call.answeredBy = reached.answeredBy === 'person' ? 'human' : 'machine_start'
  await tell(exchange, call, 'answered', 'in-progress')
  const xml = call.twiml ?? (call.url === null ? '' : await askForInstructions(exchange, call, call.url))
  call.said.push(...readSteps(xml).flatMap((step) => (step.verb === 'say' ? [step.text] : [])))
  await exchange.pause(4)
  await reached.call?.hangUp()
}

async function askForInstructions(exchange: Exchange, call: PlacedCall, url: string): Promise<string> {
  const answer = await exchange.post(url, callParams(exchange, call, 'in-progress'))
  return answer.status >= 200 && answer.status < 300 ? answer.body : ''
}

async function tell(exchange: Exchange, call: PlacedCall, event: CallEvent, status: string): Promise<void> {
  if (call.statusCallback === null || !call.events.includes(event)) return
  call.callbacks.push(status)
  const isOver = event === 'completed'
  await exchange.post(call.statusCallback, {
    ...callParams(exchange, call, status),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.callbacks.length - 1),
    Timestamp: new Date(exchange.world.now()).toUTCString().replace('GMT', '+0000'),
    ...(isOver && { CallDuration: String(secondsOf(call)), Duration: String(Math.ceil(secondsOf(call) / 60)) }),
  })
}

const secondsOf = (call: PlacedCall): number =>
  call.startedAt === null ? 0 : Math.round(((call.endedAt ?? call.startedAt) - call.startedAt) / 1_000)

const callParams = ({ world }: Exchange, call: PlacedCall, status: string): Record<string, string> => ({
  CallSid: call.sid,
  AccountSid: world.accountSid,
  From: call.from,
  To: call.to,
  Caller: call.from,
  Called: call.to,
  CallStatus: status,
  ApiVersion: '2010-04-01',
  Direction: 'outbound-api',
  ...(call.answeredBy !== null && { AnsweredBy: call.answeredBy }),
})
