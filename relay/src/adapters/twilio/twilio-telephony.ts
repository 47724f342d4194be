import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import type { FoundText, OutgoingText, SendOutcome, Telephony } from '../../ports/telephony.ts'
import { outcomeOfError } from './send-errors.ts'

export type TwilioAccount = { accountSid: string; authToken: string; apiBase: string | null; statusCallback: string }

/** Sends the client's requests to another base address (`<base>/api.twilio.com/…`), for the sandbox. */
class RedirectedClient extends twilio.RequestClient {
  private readonly base: string

  constructor(base: string, options: ConstructorParameters<typeof twilio.RequestClient>[0]) {
    super(options)
    this.base = base.replace(/\/$/, '')
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const { hostname, pathname, search } = new URL(options.uri)
    return super.request<T>({ ...options, uri: `${this.base}/${hostname}${pathname}${search}` })
  }
}

/** The API may hold a request for up to 26 s; a shorter wait would make certain answers unknown. */
const TIMEOUT_MS = 30_000
/** A reminder that arrives half a day late does harm. */
const VALID_SECONDS = 14_400

export function twilioTelephony(account: TwilioAccount): Telephony {
  const network = { timeout: TIMEOUT_MS, keepAlive: true, maxSockets: 20 }
  const httpClient = account.apiBase ? new RedirectedClient(account.apiBase, network) : new twilio.RequestClient(network)
  const client = twilio(account.accountSid, account.authToken, { httpClient })
  return {
    async sendText(text: OutgoingText): Promise<SendOutcome> {
      try {
        const sent = await client.messages.create({
          to: text.to,
          from: text.from,
          ...(text.messagingServiceSid ? { messagingServiceSid: text.messagingServiceSid } : {}),
          body: text.body,
          statusCallback: `${account.statusCallback}?m=${text.reference}`,
          validityPeriod: VALID_SECONDS,
        })
        // A success without an id cannot be told from a broken answer.
        if (!/^[A-Z]{2}[0-9a-f]{32}$/.test(sent.sid ?? '')) return { kind: 'unknown', code: 'NO_SID' }
        return { kind: 'accepted', providerMessageId: sent.sid, segments: Number(sent.numSegments) || null }
      } catch (error) {
        return outcomeOfError(error)
      }
    },
    async findText(text, since): Promise<FoundText | null> {
      const earliest = Date.parse(since) - 60_000
      try {
        const list = await client.messages.list({ to: text.to, from: text.from, limit: 50 })
        const found = list.find((one) => one.body === text.body && one.dateCreated !== null && one.dateCreated.getTime() >= earliest)
        return found
          ? { providerMessageId: found.sid, status: found.status, errorCode: found.errorCode ? String(found.errorCode) : null }
          : null
      } catch (error) {
        throw new Error(`the texts could not be listed: ${outcomeOfError(error).kind}`)
      }
    },
  }
}
