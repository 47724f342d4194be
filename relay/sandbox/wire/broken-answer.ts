import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Next } from 'hono'
import type { Hold, RequestFault } from './faults.ts'

type NodeEnv = { incoming?: { socket?: { destroy: () => void } } }

/** Ends the connection without an answer, as a proxy or a crashed server would. */
export function cutConnection(c: Context): Response {
  c.set('connectionCut', true)
  const socket = (c.env as NodeEnv | undefined)?.incoming?.socket
  if (socket) {
    socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
  // Without a socket (a request made inside the process) the body breaks instead.
  return new Response(new ReadableStream({ start: (stream) => stream.error(new Error('connection reset')) }))
}

/** Carries out one fault around `accept`, which does the real work and shapes the real answer. */
export async function answerWithFault(
  c: Context,
  fault: RequestFault,
  hold: Hold,
  tooMany: () => Response,
  accept: () => Promise<Response>,
): Promise<Response> {
  switch (fault) {
    case '429':
      return tooMany()
    case '500':
      return serverError(c)
    case 'accept-then-500':
      await accept()
      return serverError(c)
    case '503':
      c.set('isBroken', true)
      return c.body(null, 503)
    case 'reset':
      return cutConnection(c)
    case 'hang':
      return (await hold.wait()) === 'released' ? accept() : cutConnection(c)
    case 'accept-then-hang': {
      const answer = await accept()
      return (await hold.wait()) === 'released' ? answer : cutConnection(c)
    }
    case 'accept-then-reset':
      await accept()
      return cutConnection(c)
    case 'accept-then-bad-json': {
      const answer = await accept()
      c.set('isBroken', true)
      return c.body((await answer.text()).slice(0, 24), answer.status === 200 ? 200 : 201, { 'content-type': 'application/json' })
    }
  }
}

function serverError(c: Context): Response {
  c.set('isBroken', true)
  return c.html('<html><head><title>500 Internal Server Error</title></head><body>Something went wrong.</body></html>', 500)
}

/** The same as a middleware: the handlers below do the real work. */
export async function failAround(c: Context, fault: RequestFault, hold: Hold, tooMany: () => Response, next: Next): Promise<void> {
  const answer = await answerWithFault(c, fault, hold, tooMany, async () => {
    await next()
    const real = c.res
    // Emptied first: Hono would lay the real answer's headers over the broken one.
    c.res = undefined
    return real
  })
  c.res = answer
}
