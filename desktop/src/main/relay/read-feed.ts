import { ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import { RESET_EVENT } from '@dentalanswer/shared/contract/events.ts'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { ClockOffset } from './clock-offset.ts'
import { NotARelay } from './relay-fetch.ts'
import type { Timers } from './timers.ts'

/** Three heartbeats. A half-open socket never reports anything by itself. */
const SILENCE_MS = 45_000
/** More than this without the end of an event is no feed. */
const LONGEST_EVENT = 16 * 1024 * 1024

export type FeedEnd = 'closed' | 'refused' | 'reset' | 'stopped'
export type FeedOptions = {
  relay: string
  token: string
  after: number
  fetch: typeof fetch
  clock: ClockOffset
  timers: Timers
  signal: AbortSignal
  onOpen(): void
  onBeat(): void
  /** True to go on; false leaves the feed. */
  onMessage(data: string): boolean
}

/** Reads the relay's live feed after event `after` until it ends. `refused`: the desk is not paired there; `reset`: the relay no longer
 *  keeps what comes after `after`; `stopped`: `onMessage` said so. Throws when the relay is not reached or falls silent. */
export async function readFeed(options: FeedOptions): Promise<FeedEnd> {
  const ours = new AbortController()
  let silence: unknown
  const heard = () => {
    options.timers.clearTimeout(silence)
    silence = options.timers.setTimeout(() => ours.abort(new DOMException('nothing was heard', 'TimeoutError')), SILENCE_MS)
  }
  heard()
  try {
    const response = await openFeed(options, AbortSignal.any([ours.signal, options.signal]))
    if (response === null) return 'refused'
    options.onOpen()
    return await readBody(response, options, heard)
  } finally {
    options.timers.clearTimeout(silence)
    ours.abort()
  }
}

async function openFeed({ relay, token, after, fetch: send, clock }: FeedOptions, signal: AbortSignal): Promise<Response | null> {
  const askedMs = clock.nowMs()
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}`, 'last-event-id': String(after) }
  const response = await send(new URL(EVENTS_PATH, relay), { headers, signal, redirect: 'manual' })
  const type = response.headers.get('content-type') ?? ''
  if (response.ok && type.startsWith('text/event-stream')) {
    clock.sawHeader(response.headers.get('date'), askedMs)
    return response
  }
  // A sign-in page of a network on the way may answer 401 too; only the relay's own word unpairs a desk.
  const reply = type.startsWith('application/json') ? ErrorReply.safeParse(await response.json()) : null
  if (reply?.data?.error.code === 'NOT_PAIRED' || reply?.data?.error.code === 'FORBIDDEN') return null
  if (!reply) await response.body?.cancel()
  throw new NotARelay(response.status)
}

async function readBody(response: Response, options: FeedOptions, heard: () => void): Promise<FeedEnd> {
  let end: FeedEnd | null = null
  let beats = 0
  const parser = createParser({
    onEvent(message: EventSourceMessage) {
      if (end !== null) return
      if (message.event === RESET_EVENT) end = 'reset'
      else if (!options.onMessage(message.data)) end = 'stopped'
    },
    // The first one comes before what was missed.
    onComment: () => void (++beats > 1 && options.onBeat()),
    maxBufferSize: LONGEST_EVENT,
  })
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    heard()
    parser.feed(decoder.decode(chunk, { stream: true }))
    if (end !== null) return end
  }
  return 'closed'
}
