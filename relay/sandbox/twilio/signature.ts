import { createHmac } from 'node:crypto'
import type { FormValues } from '../wire/form.ts'

/** The X-Twilio-Signature of a form post: HMAC-SHA1 over the URL and every parameter, keys in byte order, repeated values once.
 *  Source: twilio.com/docs/usage/security. */
export function signWebhook(authToken: string, url: string, params: FormValues): string {
  const signed = Object.keys(params)
    .sort()
    .flatMap((key) => valuesToSign(params[key] ?? '').map((value) => key + value))
  return createHmac('sha1', authToken)
    .update(url + signed.join(''), 'utf8')
    .digest('base64')
}

const valuesToSign = (value: string | string[]) => (Array.isArray(value) ? [...new Set(value)].sort() : [value])
