import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'

/** Too many requests. The client's own error would leave out how long to wait. */
class Throttled extends Error {
  readonly status = 429
  readonly headers: Record<string, string>
  constructor(retryAfter: string) {
    super('too many requests')
    this.headers = { 'retry-after': retryAfter }
  }
}

/** Keeps what a 429 says about waiting, and with a base address sends the requests there (`<base>/api.twilio.com/…`), for the sandbox. */
class RedirectedClient extends twilio.RequestClient {
  private readonly base: string | null

  constructor(base: string | null, options: ConstructorParameters<typeof twilio.RequestClient>[0]) {
    super(options)
    this.base = base?.replace(/\/$/, '') ?? null
  }

  override async request<T>(options: RequestClient.RequestOptions<T>) {
    const { hostname, pathname, search } = new URL(options.uri)
    const answer = await super.request<T>(this.base ? { ...options, uri: `${this.base}/${hostname}${pathname}${search}` } : options)
    if (answer.statusCode === 429) throw new Throttled(String(answer.headers?.['retry-after'] ?? ''))
    return answer
  }
}

/** The API may hold a request for up to 26 s; a shorter wait would make certain answers unknown. */
const TIMEOUT_MS = 30_000
/** More than the dispatcher ever has under way, so that a send never waits for a socket while its lease runs out. */
const MOST_SOCKETS = 100

export type TwilioAccess = {
  accountSid: string
  authToken: string
  apiBase: string | null
  /** For tests; see `TIMEOUT_MS`. */
  timeoutMs?: number
}

/** The official client, one attempt per request. */
export function twilioClient({ accountSid, authToken, apiBase, timeoutMs = TIMEOUT_MS }: TwilioAccess) {
  const httpClient = new RedirectedClient(apiBase, { timeout: timeoutMs, keepAlive: true, maxSockets: MOST_SOCKETS })
  // Set to nothing, or the client would read them from the environment: debug logs hold texts, another region refuses our token.
  return twilio(accountSid, authToken, { httpClient, logLevel: '', region: '', edge: '' })
}
export type TwilioClient = ReturnType<typeof twilioClient>
