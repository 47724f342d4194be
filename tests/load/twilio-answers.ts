import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** About what the texting service takes to accept a text. */
const ACCEPT_MS = 120

const NO_MESSAGES = JSON.stringify({ messages: [], page: 0, page_size: 50, next_page_uri: null, previous_page_uri: null, uri: '' })

export type TwilioAnswers = { url: string; accepted(): number; stop(): Promise<void> }

/** Accepts every text after a while, has none to list, and does nothing else: the bench measures the relay, not a stand-in that delivers. */
export async function serveTwilioAnswers(): Promise<TwilioAnswers> {
  let accepted = 0
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(NO_MESSAGES)
      return
    }
    await sleep(ACCEPT_MS)
    accepted++
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ sid: `SM${randomUUID().replaceAll('-', '')}`, status: 'queued', num_segments: '1', error_code: null }))
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    accepted: () => accepted,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
