import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Context } from 'hono'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { Config } from '../../config.ts'
import { type Line, lineBeingGot } from '../../store/onboarding-runs.ts'
import { phoneOfNumber, phonesOfMessagingService } from '../../store/setup.ts'
import type { Work } from '../../store/work.ts'
import { readText } from '../read-body.ts'

export type TwilioParams = Record<string, string | string[]>

/** A base64 SHA-1; anything else is not worth reading a body for. */
const SIGNATURE = /^[A-Za-z0-9+/]{27}=$/
/** Far above what Twilio sends. Until the signature is checked the form is a stranger's, and must cost little. */
const MOST_PARAMS = 300

const notSigned = () => new DeskError('FORBIDDEN', 'This request is not signed by the texting service.')

function formOf(raw: string): TwilioParams {
  const params: TwilioParams = Object.create(null)
  let count = 0
  for (const [name, value] of new URLSearchParams(raw)) {
    if (++count > MOST_PARAMS) throw notSigned()
    const before = params[name]
    if (before === undefined) params[name] = value
    else if (Array.isArray(before)) before.push(value)
    else params[name] = [before, value]
  }
  return params
}

/** The form of a webhook that Twilio signed with our account's token, over one of our configured addresses (never one from headers) with the raw
 *  path and query. Throws `FORBIDDEN` for anything else. Values are as sent: trimming them would break the signature. */
export async function signedForm(config: Config, c: Context): Promise<TwilioParams> {
  const signature = c.req.header('x-twilio-signature') ?? ''
  if (!SIGNATURE.test(signature)) throw notSigned()
  const params = formOf(await readText(c))
  const account = params.AccountSid
  const tokens =
    account === undefined || account === config.twilio.accountSid ? [config.twilio.authToken, config.twilio.previousAuthToken] : []
  const path = c.req.url.slice(c.req.url.indexOf('/', c.req.url.indexOf('//') + 2))
  // The supplier goes to the other address when this one does not answer, and signs that one then.
  const urls = [...new Set([config.apiUrl, config.fallbackUrl])].map((base) => base + path)
  const isSigned = tokens.some((token) => token !== null && urls.some((url) => isValid(token, signature, url, params)))
  if (!isSigned) throw notSigned()
  return params
}

function isValid(token: string, signature: string, url: string, params: TwilioParams): boolean {
  try {
    return validateRequest(token, signature, url, params)
  } catch {
    // The validator throws on addresses it cannot read; that is no valid signature either.
    return false
  }
}

export function paramOf(params: TwilioParams, name: string, max = 1_600): string {
  const value = params[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, max).toWellFormed().replaceAll('\u0000', '')
}

/** By the number that was called or written to; else by the messaging service, when it belongs to one practice. Two that disagree are
 *  nobody's. */
export function* lineOfParams(params: TwilioParams): Work<Line | null> {
  const to = readPhoneNumber(paramOf(params, 'To', 40))
  const byNumber = to ? yield* lineOfNumber(to) : null
  const serviceSid = paramOf(params, 'MessagingServiceSid', 64)
  const byService = serviceSid ? yield* phonesOfMessagingService(serviceSid) : []
  if (byNumber) return byService.some((one) => one.practiceId !== byNumber.practiceId) ? null : byNumber
  const practices = new Set(byService.map((one) => one.practiceId))
  return practices.size === 1 ? byService[0]! : null
}

/** A number that was given up counts last: somebody else may be getting it by now. */
function* lineOfNumber(phoneNumber: PhoneNumber): Work<Line | null> {
  const phone = yield* phoneOfNumber(phoneNumber)
  return phone?.status === 'active' || phone?.status === 'paused' ? phone : ((yield* lineBeingGot(phoneNumber)) ?? phone)
}
