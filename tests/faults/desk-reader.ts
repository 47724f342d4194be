import { setTimeout as sleep } from 'node:timers/promises'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import { createParser } from 'eventsource-parser'

const TRY_AGAIN_MS = 50

/** A desk at the live feed: resumes after the last number it has, however often the relay goes away. */
export function readFeed(relayUrl: string, token: string, after: number) {
  const seen: number[] = []
  const ending = new AbortController()
  let connections = 0
  const read = async () => {
    const headers = { authorization: `Bearer ${token}`, 'last-event-id': String(seen.at(-1) ?? after) }
    const response = await fetch(new URL(EVENTS_PATH, relayUrl), { headers, signal: ending.signal })
    if (!response.ok || !response.body) return
    connections++
    const parser = createParser({ onEvent: (event) => event.id && seen.push(Number(event.id)) })
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) parser.feed(chunk)
  }
  const reading = (async () => {
    while (!ending.signal.aborted) {
      // A relay that is gone is what this reader is for.
      await read().catch(() => undefined)
      if (!ending.signal.aborted) await sleep(TRY_AGAIN_MS)
    }
  })()
  return {
    /** The numbers received, in the order of arrival. */
    seen: () => [...seen],
    connections: () => connections,
    async close() {
      ending.abort()
      await reading
    },
  }
}
