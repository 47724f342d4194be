import type { IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { serveLocally } from '@dentalanswer/relay/sandbox/wire/serve.ts'
import { createApp } from '@dentalanswer/relay/src/app.ts'
import type { RelayDeps } from '@dentalanswer/relay/src/deps.ts'
import { eventRoutes } from '@dentalanswer/relay/src/http/routes/events.ts'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { onTestFinished } from 'vitest'

export type ServedWorld = { url: string; port: number; sockets: Set<Socket>; close(): Promise<void> }

/** A relay's routes on a real port, because streams need real sockets. Closed with the test. `beatMs` serves the feed alone, with
 *  faster heartbeats. */
export async function serveWorld(deps: RelayDeps, options: { beatMs?: number } = {}): Promise<ServedWorld> {
  const feed = options.beatMs === undefined ? null : eventRoutes(deps, { beatMs: options.beatMs })
  const relay = feed ?? createApp(deps, { lastDispatchAt: () => null, isStopping: () => false })
  const sockets = new Set<Socket>()
  const served = await serveLocally((request, env) => {
    const { socket } = (env as { incoming: IncomingMessage }).incoming
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    return relay.app.fetch(request, env as never)
  }, 0)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    relay.close()
    await served.close()
  }
  onTestFinished(close)
  return { url: served.url, port: served.port, sockets, close }
}

export type FeedReader = Awaited<ReturnType<typeof readFeed>>

/** Reads the feed as a desk does. `next` waits for more events, at most ten seconds. */
export async function readFeed(served: Pick<ServedWorld, 'url'>, token: string, after?: string | number) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const headers = { authorization: `Bearer ${token}`, ...(after === undefined ? {} : { 'last-event-id': String(after) }) }
  const response = await fetch(new URL(EVENTS_PATH, served.url), { headers, signal: abort.signal })
  const events: EventSourceMessage[] = []
  const state = { comments: 0, isOver: false }
  const parser = createParser({
    onEvent: (event) => events.push(event),
    onComment: () => {
      state.comments++
    },
  })
  const decoder = new TextDecoder()
  const read = async () => {
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }))
  }
  // The relay or the test ends the stream; either way it is over.
  void read()
    .catch(() => undefined)
    .finally(() => {
      state.isOver = true
    })
  return {
    response,
    events,
    state,
    ids: () => events.map((event) => Number(event.id)),
    abort: () => abort.abort(),
    next: (count: number) => until(() => events.length >= count, `${count} events, got ${events.length}`),
    over: () => until(() => state.isOver, 'the end of the stream'),
  }
}

/** A desk that asks for the feed, after `after` if given, and then never reads. */
export async function stalledReader(served: ServedWorld, token: string, after?: number): Promise<Socket> {
  const socket = connect(served.port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
  })
  socket.pause()
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  const query = after === undefined ? '' : `?after=${after}`
  socket.write(`GET ${EVENTS_PATH}${query} HTTP/1.1\r\nhost: relay\r\nauthorization: Bearer ${token}\r\n\r\n`)
  return socket
}

/** Waits until something is so; a test that waits in vain says for what. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
