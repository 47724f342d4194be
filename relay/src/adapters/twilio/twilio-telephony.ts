import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { FoundText, OutgoingText, ReceivedText, SendOutcome, Telephony } from '../../ports/telephony.ts'
import { type TwilioAccess, twilioClient } from './redirected-client.ts'
import { outcomeOfError } from './send-errors.ts'

export type TwilioAccount = TwilioAccess & { statusCallback: string }

/** A reminder that arrives half a day late does harm. */
const VALID_SECONDS = 14_400

export function twilioTelephony(account: TwilioAccount): Telephony {
  const client = twilioClient(account)
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
