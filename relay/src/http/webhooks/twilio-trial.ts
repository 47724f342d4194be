import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Hono } from 'hono'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { RelayDeps } from '../../deps.ts'
import { forwardCallOver } from '../../onboarding/trial-forward.ts'
import { phoneOfNumber } from '../../store/setup.ts'
import { type Ctx, write } from '../../store/transaction.ts'
import { twiml } from './twiml.ts'
import { paramOf, signedForm } from './verify-twilio.ts'

const TEST_LINE = 'This is a test of call forwarding. You may hang up.'
const OVER = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled'])

/** The test call that staff place to their own line: what is said in it, and that it is over. It comes from one of our numbers. */
export function trialRoutes(deps: RelayDeps) {
  return new Hono()
    .post('/api/webhooks/twilio/voice-trial', async (c) => {
      await signedForm(deps.config, c)
      const answer = new VoiceResponse()
      answer.say(TEST_LINE)
      answer.hangup()
      return twiml(c, answer.toString())
    })
    .post('/api/webhooks/twilio/voice-trial-status', async (c) => {
      const params = await signedForm(deps.config, c)
      const from = readPhoneNumber(paramOf(params, 'From', 40))
      const phone = from && OVER.has(paramOf(params, 'CallStatus', 20)) ? await deps.store.read(() => phoneOfNumber(from)) : null
      if (phone) {
        const ctx: Ctx = { ...deps.base, practiceId: phone.practiceId, actor: { kind: 'system', id: null } }
        await write(ctx, 'forward-call-over', (tx) => forwardCallOver(tx, phone.id))
      }
      return c.body(null, 204)
    })
}
