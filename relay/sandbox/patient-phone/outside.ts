import { Hono } from 'hono'
import { z } from 'zod'
import type { TwilioStandIn } from '../twilio/stand-in.ts'
import type { VapiStandIn } from '../vapi/stand-in.ts'
import type { Practice } from './app.ts'

type Outside = { twilio: TwilioStandIn; vapi: VapiStandIn; practice: () => Promise<Practice> }

const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/)
const OutsideBody = z.strictObject({
  account: z.enum(['active', 'no-funds', 'suspended', 'trial']).optional(),
  isVapiDown: z.boolean().optional(),
  soldOut: z.strictObject({ areaCode: z.string().regex(/^[2-9]\d\d$/), isSoldOut: z.boolean() }).optional(),
  advances: z.literal(true).optional(),
  drift: z.strictObject({ phone: Phone, what: z.enum(['addresses', 'unlink']) }).optional(),
  /** The number that the practice's own line forwards to; null ends that. */
  forwardsTo: Phone.nullable().optional(),
})

const REVIEWED = new Set(['APPROVED', 'FAILED', 'VERIFIED', 'TWILIO_APPROVED', 'TWILIO_REJECTED'])

/** How the world outside stands, for the page. */
export function outsideState({ twilio, vapi }: Pick<Outside, 'twilio' | 'vapi'>, ownLine: string) {
  const { brands, campaigns, verifications } = twilio.registrations()
  const states = [...brands, ...verifications].map((one) => one.status).concat(campaigns.map((one) => one.campaign_status))
  return {
    account: twilio.account(),
    isVapiDown: vapi.isDown(),
    soldOut: twilio.soldOut(),
    inReview: states.filter((state) => !REVIEWED.has(String(state))).length,
    forwardsTo: twilio.lineOf(ownLine)?.forwardsTo ?? null,
  }
}

/** What the page can let happen at the vendors and on the telephone network: POST `/outside` with what changes. */
export const outsideRoutes = ({ twilio, vapi, practice }: Outside) =>
  new Hono().post('/outside', async (c) => {
    const change = OutsideBody.parse(await c.req.json())
    if (change.account) twilio.setAccount(change.account)
    if (change.isVapiDown !== undefined) vapi.setDown(change.isVapiDown)
    if (change.soldOut) twilio.sellOut(change.soldOut.areaCode, change.soldOut.isSoldOut)
    if (change.advances) twilio.advanceRegistrations()
    if (change.drift) drift({ twilio, vapi }, change.drift)
    if (change.forwardsTo !== undefined) {
      const { ownLine } = await practice()
      if (ownLine) twilio.setLine(ownLine, change.forwardsTo === null ? null : { answers: 'person', forwardsTo: change.forwardsTo })
    }
    return c.body(null, 204)
  })

/** Somebody changes a number at a vendor, behind the relay's back. */
function drift({ twilio, vapi }: Pick<Outside, 'twilio' | 'vapi'>, { phone, what }: { phone: string; what: 'addresses' | 'unlink' }): void {
  const owned = twilio.numbers().find((one) => one.phoneNumber === phone)
  const hosted = vapi.phoneNumbers().find((one) => one.number === phone)
  if (what === 'addresses' && owned) twilio.configure(owned.sid, { smsUrl: 'https://elsewhere.example.com/sms' })
  if (what === 'unlink' && hosted) vapi.unlink(hosted.id)
}
