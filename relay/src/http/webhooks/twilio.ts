import { MessageId } from '@dentalanswer/shared/domain/ids.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type Context, Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { faultPoints } from '../../fault-points.ts'
import { receiveStatus } from '../../messaging/receive-status.ts'
import { takeText } from '../../messaging/take-text.ts'
import type { InboxKey } from '../../store/inbox.ts'
import { practiceOfMessage } from '../../store/messages.ts'
import { type Ctx, writeOnce } from '../../store/transaction.ts'
import { limitBody, TEXT_LIMIT } from '../read-body.ts'
import { trialRoutes } from './twilio-trial.ts'
import { voiceRoutes } from './twilio-voice.ts'
import { emptyReply } from './twiml.ts'
import { lineOfParams, paramOf, signedForm, type TwilioParams } from './verify-twilio.ts'

/** Inbound texts and delivery status. A text is stored and acted on in one transaction and answered with an empty reply at once; what we
 *  say back goes out through the outbox, where it can be tracked. */
export function twilioWebhooks(deps: RelayDeps) {
  return new Hono()
    .use('/api/webhooks/twilio/*', limitBody(TEXT_LIMIT), timed(deps))
    .post('/api/webhooks/twilio/sms', async (c) => {
      const params = await signedForm(deps.config, c)
      faultPoints.reach('sms:verified')
      const phone = await deps.store.read(() => lineOfParams(params))
      const from = readPhoneNumber(paramOf(params, 'From', 40))
      const messageSid = paramOf(params, 'MessageSid', 64)
      // Short codes and unknown numbers are not patients of a practice; an answer to one could start a loop.
      if (!phone || !from || !messageSid) {
        deps.log.warn({ hasNumber: phone !== null, hasSender: from !== null }, 'text that is for no practice')
        return emptyReply(c)
      }
      const ctx: Ctx = { ...deps.base, practiceId: phone.practiceId, actor: { kind: 'text', id: messageSid } }
      const text = {
        messageSid,
        from,
        to: phone.phoneNumber,
        body: paramOf(params, 'Body'),
        mediaCount: countOf(params, 'NumMedia', 0),
        segments: countOf(params, 'NumSegments', 1),
        optOutType: paramOf(params, 'OptOutType', 10) || null,
      }
      await takeText(ctx, text, (error) => deps.report('receive-text', error))
      faultPoints.reach('sms:stored')
      return emptyReply(c)
    })
    .post('/api/webhooks/twilio/status', async (c) => {
      const params = await signedForm(deps.config, c)
      const reference = MessageId.safeParse(c.req.query('m')).data ?? null
      const messageSid = paramOf(params, 'MessageSid', 64)
      const status = paramOf(params, 'MessageStatus', 40)
      const practiceId = await deps.store.read(() => practiceOfMessage(reference, messageSid))
      if (practiceId) {
        const ctx: Ctx = { ...deps.base, practiceId, actor: { kind: 'system', id: null } }
        const inbox: InboxKey = { source: 'twilio.status', key: `${messageSid}:${status}`, requestHash: '' }
        await writeOnce(ctx, inbox, 'receive-status', (tx) =>
          receiveStatus(tx, { reference, messageSid, status, errorCode: paramOf(params, 'ErrorCode', 10) || null }),
        )
      }
      return c.body(null, 204)
    })
    .route('/', voiceRoutes(deps))
    .route('/', trialRoutes(deps))
}

function countOf(params: TwilioParams, name: string, least: number): number {
  const count = Number(paramOf(params, name, 3))
  return Number.isInteger(count) && count > least ? count : least
}

function timed(deps: RelayDeps) {
  return async (c: Context, next: () => Promise<void>) => {
    const end = deps.metrics.webhookSeconds.startTimer({ webhook: c.req.path.replace('/api/webhooks/', '').replace(/[^a-z/-]/g, '') })
    await next()
    end({ status: String(c.res.status) })
  }
}
