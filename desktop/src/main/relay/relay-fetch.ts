import type { ClockOffset } from './clock-offset.ts'

/** What answered is no relay: a café's sign-in page, or a proxy whose relay is down. What it did with the request is not known. */
export class NotARelay extends Error {
  override readonly name = 'NotARelay'
  readonly code: string
  constructor(status: number) {
    super('the answer is not from a relay')
    this.code = status >= 500 ? 'ETIMEDOUT' : 'NOT_A_RELAY'
  }
}

/** `fetch` for the relay's JSON routes: follows no redirect, because the token and patients' names must not go to anybody else; takes an
 *  answer that is no JSON for no answer; and reads the relay's clock on the way. */
export function relayFetch(send: typeof fetch, clock: ClockOffset): typeof fetch {
  return async (input, init) => {
    const askedMs = clock.nowMs()
    const response = await send(input, { ...init, redirect: 'manual' })
    const isJson = /^application\/json\b/.test(response.headers.get('content-type') ?? '')
    if (!isJson) {
      await response.body?.cancel()
      throw new NotARelay(response.status)
    }
    clock.sawHeader(response.headers.get('date'), askedMs)
    return response
  }
}
