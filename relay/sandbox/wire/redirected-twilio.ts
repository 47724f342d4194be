import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'

/** Twilio's own HTTP client, sent to `base` with the host it asked for as the first part of the path. */
class RedirectedHttp extends twilio.RequestClient {
  readonly #base: string
  constructor(base: string, timeoutMs: number) {
    super({ timeout: timeoutMs })
    this.#base = base
  }
  override request<T>(options: RequestClient.RequestOptions<T>) {
    const asked = new URL(options.uri)
    return super.request<T>({ ...options, uri: `${this.#base}/${asked.hostname}${asked.pathname}${asked.search}` })
  }
}

/** The real client, talking to a stand-in at `base`. */
export const redirectedTwilio = (base: string, account: { accountSid: string; authToken: string }, timeoutMs = 2000) =>
  twilio(account.accountSid, account.authToken, { httpClient: new RedirectedHttp(base, timeoutMs) })
