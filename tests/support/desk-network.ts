import type { RelayDeps } from '@dentalanswer/relay/src/deps.ts'
import { type ServedWorld, serveWorld } from './serve-world.ts'

/** The address desks of `deskNetwork` pair with, whatever port the relay has at the moment. */
export const RELAY_NAME = 'http://relay.localhost'

type Trouble = 'none' | 'down' | 'answers lost' | 'busy' | 'hangs'

/** The way between a desk and a relay on a real port, with the troubles such ways have. `fetch` is what the desk is given. */
export async function deskNetwork(deps: RelayDeps) {
  let served: ServedWorld = await serveWorld(deps)
  let trouble: Trouble = 'none'
  let isHalfOpen = false
  let onStream = (text: string) => text
  const requests: { path: string; key: string | null; after: string | null }[] = []
  const open = new Set<AbortController>()

  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input))
    const headers = new Headers(init?.headers)
    requests.push({ path: url.pathname, key: headers.get('idempotency-key'), after: headers.get('last-event-id') })
    if (trouble === 'down') throw refusedConnection()
    if (trouble === 'busy') return busy()
    if (trouble === 'hangs') return neverEnds(init?.signal)
    const cut = new AbortController()
    open.add(cut)
    const signal = init?.signal ? AbortSignal.any([init.signal, cut.signal]) : cut.signal
    const response = await fetch(new URL(url.pathname + url.search, served.url), { ...init, signal })
    const isCommand = headers.has('idempotency-key')
    if ((trouble as Trouble) === 'answers lost' && isCommand) {
      await response.arrayBuffer()
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) })
    }
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response
    return new Response(response.body.pipeThrough(passing((text) => (isHalfOpen ? '' : onStream(text)))), response)
  }

  return {
    fetch: send,
    requests,
    paths: () => requests.map((one) => one.path),
    be(next: Trouble) {
      trouble = next
    },
    /** Connections die, as when a cable is pulled. */
    cut() {
      for (const one of open) one.abort()
      open.clear()
    },
    /** Streams look open and bring nothing any more. */
    halfOpen(is: boolean) {
      isHalfOpen = is
    },
    /** Changes what streams bring. */
    stream(change: (text: string) => string) {
      onStream = change
    },
    async stopRelay() {
      await served.close()
    },
    async startRelay() {
      served = await serveWorld(deps)
    },
  }
}

const refusedConnection = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }) })

function busy(): Response {
  const error = { code: 'STORE_BUSY', message: 'The relay is busy.', requestId: 'a-request' }
  return Response.json({ error }, { status: 503 })
}

function neverEnds(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

function passing(change: (text: string) => string): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      const text = change(new TextDecoder().decode(chunk))
      if (text !== '') controller.enqueue(new TextEncoder().encode(text))
    },
  })
}

/** Timers a test moves. `advance` runs what is due, in order, and lets what it causes happen. */
export class ManualTimers {
  private nowMs = 0
  private next = 1
  private readonly due = new Map<number, { atMs: number; run: () => void }>()

  setTimeout(run: () => void, ms: number): number {
    this.due.set(this.next, { atMs: this.nowMs + ms, run })
    return this.next++
  }

  clearTimeout(timer: unknown): void {
    this.due.delete(timer as number)
  }

  /** How long until each timer, soonest first. */
  waits(): number[] {
    return [...this.due.values()].map((one) => one.atMs - this.nowMs).sort((a, b) => a - b)
  }

  advance(ms: number): void {
    const endMs = this.nowMs + ms
    for (;;) {
      const soonest = [...this.due].filter(([, one]) => one.atMs <= endMs).sort(([, a], [, b]) => a.atMs - b.atMs)[0]
      if (!soonest) break
      const [timer, { atMs, run }] = soonest
      this.due.delete(timer)
      this.nowMs = atMs
      run()
    }
    this.nowMs = endMs
  }
}
