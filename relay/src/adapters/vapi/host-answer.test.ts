import { VapiError, VapiTimeoutError } from '@vapi-ai/server-sdk'
import { expect, test } from 'vitest'
import { answerOfError, ask, askForOne, askToRemove } from './host-answer.ts'

const http = (statusCode: number, message?: unknown) => new VapiError({ statusCode, body: { message, statusCode } })
const network = (code: string) =>
  new VapiError({ message: 'fetch failed', cause: new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }) })

const EXISTING = 'Existing Phone Number 1f0 Has Identical `twilioAccountSid` And `number`.'

test.each([
  [400, EXISTING, 'NUMBER_ELSEWHERE'],
  [409, 'This number is already in use.', 'NUMBER_ELSEWHERE'],
  [402, 'Anything.', 'NO_FUNDS'],
  [400, 'Insufficient credits on your subscription.', 'NO_FUNDS'],
  [403, 'Your wallet balance is too low.', 'NO_FUNDS'],
  [400, 'You Have Reached The Limit Of 10 phone numbers.', 'VENDOR_LIMIT'],
  [403, 'Your subscription does not allow this.', 'VENDOR_LIMIT'],
  [400, 'Over Concurrency.', 'VENDOR_LIMIT'],
  [401, 'Invalid Key.', 'WRONG_CREDENTIALS'],
  [403, 'Forbidden', 'WRONG_CREDENTIALS'],
  [403, undefined, 'WRONG_CREDENTIALS'],
  [400, 'Twilio Credentials Are Invalid.', 'WRONG_CREDENTIALS'],
  [404, "Couldn't Find Assistant.", 'NOT_FOUND'],
  [400, "Couldn't Find Assistant 1f0.", 'NOT_FOUND'],
  [400, 'Number +15125550142 Not Found On Twilio.', 'NOT_FOUND'],
  [400, ['limit must not be greater than 1000', 'property existing should not exist'], 'REFUSED'],
  [400, 'Something else.', 'REFUSED'],
  [422, undefined, 'REFUSED'],
])('%d with %j is %s', (status, message, code) => {
  const answer = { kind: 'refused', code, vendorCode: `HTTP_${status}` }
  expect(answerOfError(http(status, message), 'change')).toEqual(answer)
  expect(answerOfError(http(status, message), 'read')).toEqual(answer)
})

test.each([
  [http(500), 'HTTP_500'],
  [http(503), 'HTTP_503'],
  [http(408), 'HTTP_408'],
  [http(200), 'HTTP_200'],
  [new VapiTimeoutError('Timeout exceeded when calling POST /assistant.'), 'NO_ANSWER'],
  [new VapiError({ message: '"timeout"' }), 'NO_ANSWER'],
  [network('ECONNRESET'), 'ECONNRESET'],
  [network('UND_ERR_SOCKET'), 'UND_ERR_SOCKET'],
  [new TypeError('x'), 'NO_ANSWER'],
])('%s may have happened where something was changed; a read is simply asked again', (error, vendorCode) => {
  expect(answerOfError(error, 'change')).toEqual({ kind: 'unknown', vendorCode })
  expect(answerOfError(error, 'read')).toEqual({ kind: 'later', vendorCode, retryAfterMs: null })
})

test('nobody there and too many requests certainly changed nothing', () => {
  expect(answerOfError(network('ECONNREFUSED'), 'change')).toEqual({ kind: 'later', vendorCode: 'ECONNREFUSED', retryAfterMs: null })
  expect(answerOfError(network('ENOTFOUND'), 'change')).toEqual({ kind: 'later', vendorCode: 'ENOTFOUND', retryAfterMs: null })
  const headers = new Headers({ 'retry-after': '12' })
  const throttled = new VapiError({
    statusCode: 429,
    rawResponse: { headers, status: 429, statusText: '', redirected: false, type: 'default', url: '' },
  })
  expect(answerOfError(throttled, 'change')).toEqual({ kind: 'later', vendorCode: 'HTTP_429', retryAfterMs: 12_000 })
})

test('what is not there is null to a reader and gone to a remover; a success without an id was not heard', async () => {
  const missing = () => Promise.reject(http(404, 'Not Found'))
  expect(await askForOne(missing)).toEqual({ kind: 'done', value: null })
  expect(await askToRemove(missing)).toEqual({ kind: 'done', value: null })
  expect(await askToRemove(async () => ({ ok: false }) as never)).toEqual({ kind: 'unknown', vendorCode: 'NO_ID' })
  expect(await ask('change', async () => 7)).toEqual({ kind: 'done', value: 7 })
})
