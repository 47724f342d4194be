import { expect, test } from 'vitest'
import { outcomeOfError } from './send-errors.ts'

test.each([
  [
    { status: 400, code: 21610 },
    { kind: 'refused', code: '21610' },
  ],
  [{ status: 400 }, { kind: 'refused', code: 'HTTP_400' }],
  [
    { status: 401, code: 20003 },
    { kind: 'refused', code: '20003' },
  ],
  [
    { status: 400, code: 21611 },
    { kind: 'later', code: '21611', retryAfterMs: 1_800_000 },
  ],
  [
    { status: 429, code: 20429 },
    { kind: 'later', code: '20429', retryAfterMs: null },
  ],
  [
    { status: 429, headers: { 'retry-after': '7' } },
    { kind: 'later', code: '20429', retryAfterMs: 7_000 },
  ],
  [
    { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } },
    { kind: 'later', code: '20429', retryAfterMs: null },
  ],
  [{ status: 500 }, { kind: 'unknown', code: 'HTTP_500' }],
  [
    { status: 503, code: 20500 },
    { kind: 'unknown', code: '20500' },
  ],
  [{ status: 408 }, { kind: 'unknown', code: 'HTTP_408' }],
  // A success whose body was cut off on the way is thrown with its status.
  [
    { status: 201, code: 'ERR_BAD_RESPONSE' },
    { kind: 'unknown', code: 'ERR_BAD_RESPONSE' },
  ],
  [{ status: 302 }, { kind: 'unknown', code: 'HTTP_302' }],
  [{ code: 'ECONNABORTED' }, { kind: 'unknown', code: 'ECONNABORTED' }],
  [{ code: 'ECONNRESET' }, { kind: 'unknown', code: 'ECONNRESET' }],
  [{ code: 'ETIMEDOUT' }, { kind: 'unknown', code: 'ETIMEDOUT' }],
  [{ code: 'ECONNREFUSED' }, { kind: 'later', code: 'ECONNREFUSED', retryAfterMs: null }],
  [{ code: 'ENOTFOUND' }, { kind: 'later', code: 'ENOTFOUND', retryAfterMs: null }],
  [new SyntaxError('Unexpected token'), { kind: 'unknown', code: 'NO_ANSWER' }],
  [{ code: 'Basic QUMx: secret' }, { kind: 'unknown', code: 'NO_ANSWER' }],
  [null, { kind: 'unknown', code: 'NO_ANSWER' }],
  ['text', { kind: 'unknown', code: 'NO_ANSWER' }],
])('%j means %j', (error, outcome) => {
  expect(outcomeOfError(error)).toEqual(outcome)
})
