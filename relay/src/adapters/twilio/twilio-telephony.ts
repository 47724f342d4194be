import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import type { FoundText, OutgoingText, ReceivedText, SendOutcome, Telephony } from '../../ports/telephony.ts'
import { outcomeOfError } from './send-errors.ts'

export type TwilioAccount = {
  accountSid: string
  authToken: string
  apiBase: string | null
  statusCallback: string
  /** For tests; see `TIMEOUT_MS`. */
  timeoutMs?: number
}

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
class TextingClient extends twilio.RequestClient {
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
/** A reminder that arrives half a day late does harm. */
const VALID_SECONDS = 14_400

export function twilioTelephony(account: TwilioAccount): Telephony {
  const httpClient = new TextingClient(account.apiBase, {
    timeout: account.timeoutMs ?? TIMEOUT_MS,
    keepAlive: true,
    maxSockets: MOST_SOCKETS,
  })
  // Set to nothing, or the client would read them from the environment: debug logs hold texts, another region refuses our token.
  const client = twilio(account.accountSid, account.authToken, { httpClient, logLevel: '', region: '', edge: '' })
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
    async receivedTexts(to, since): Promise<ReceivedText[]> {
      try {
        const list = await client.messages.list({ to, dateSentAfter: new Date(since), limit: 200 })
        return list.flatMap((one) => {
          const from = readPhoneNumber(one.from ?? '')
          if (one.direction !== 'inbound' || !from) return []
          const at = one.dateCreated ?? one.dateSent ?? new Date(since)
          return [
            {
              messageSid: one.sid,
              from,
              body: one.body ?? '',
              mediaCount: Number(one.numMedia) || 0,
              segments: Number(one.numSegments) || 1,
              receivedAt: toInstant(at.getTime()),
            },
          ]
        })
      } catch (error) {
        throw new Error(`the texts could not be listed: ${outcomeOfError(error).kind}`)
      }
    },
  }
}
