import { expect, test } from 'vitest'
import { Unreadable } from '../ask-vendor.ts'
import { answerOfError, ask, askForOne, askToRemove, readSid } from './supplier-answer.ts'

const refused = (code: string, vendorCode: string) => ({ kind: 'refused', code, vendorCode })
const later = (vendorCode: string, retryAfterMs: number | null = null) => ({ kind: 'later', vendorCode, retryAfterMs })
const unknown = (vendorCode: string) => ({ kind: 'unknown', vendorCode })

test.each([
  [{ status: 400, code: 21422 }, refused('NUMBER_GONE', '21422')],
  [{ status: 400, code: 21404 }, refused('TRIAL_LIMIT', '21404')],
  [{ status: 400, code: 10002 }, refused('TRIAL_LIMIT', '10002')],
  [{ status: 400, code: 21631 }, refused('ADDRESS_REQUIRED', '21631')],
  [{ status: 400, code: 21613 }, refused('ADDRESS_REQUIRED', '21613')],
  [{ status: 400, code: 21615 }, refused('ADDRESS_REQUIRED', '21615')],
  [{ status: 400, code: 21649 }, refused('ADDRESS_REQUIRED', '21649')],
  [{ status: 400, code: 21651 }, refused('ADDRESS_REQUIRED', '21651')],
  [{ status: 401, code: 20003 }, refused('WRONG_CREDENTIALS', '20003')],
  [{ status: 401 }, refused('WRONG_CREDENTIALS', 'HTTP_401')],
  [{ status: 403, code: 20005 }, refused('NO_FUNDS', '20005')],
  [{ status: 400, code: 90010 }, refused('NO_FUNDS', '90010')],
  [{ status: 402 }, refused('NO_FUNDS', 'HTTP_402')],
  [{ status: 404, code: 20404 }, refused('NOT_FOUND', '20404')],
  [{ status: 404 }, refused('NOT_FOUND', 'HTTP_404')],
  [{ status: 400, code: 21710 }, refused('REFUSED', '21710')],
  [{ status: 400, code: 99999 }, refused('REFUSED', '99999')],
  [{ status: 403 }, refused('REFUSED', 'HTTP_403')],
  [{ status: 429, code: 20429 }, later('20429')],
  [{ status: 429, headers: { 'retry-after': '7' } }, later('20429', 7_000)],
  [{ code: 'ECONNREFUSED' }, later('ECONNREFUSED')],
  [{ code: 'ENOTFOUND' }, later('ENOTFOUND')],
])('%j means %j, whatever was asked', (error, answer) => {
  expect(answerOfError(error, 'change')).toEqual(answer)
  expect(answerOfError(error, 'read')).toEqual(answer)
})

test.each([
  [{ status: 500 }, 'HTTP_500'],
  [{ status: 503, code: 20500 }, '20500'],
  [{ status: 408 }, 'HTTP_408'],
  [{ status: 201, code: 'ERR_BAD_RESPONSE' }, 'ERR_BAD_RESPONSE'],
  [{ code: 'ECONNABORTED' }, 'ECONNABORTED'],
  [{ code: 'ECONNRESET' }, 'ECONNRESET'],
  [new SyntaxError('Unexpected token'), 'NO_ANSWER'],
  [null, 'NO_ANSWER'],
])('%j may have happened where something was changed; a read is simply asked again', (error, code) => {
  expect(answerOfError(error, 'change')).toEqual(unknown(code))
  expect(answerOfError(error, 'read')).toEqual(later(code))
})

test('an empty account has no code of its own, and its words stay here', () => {
  const error = Object.assign(new Error('Insufficient funds for +15125550142'), { status: 400, code: 29999 })
  expect(answerOfError(error, 'change')).toEqual(refused('NO_FUNDS', '29999'))
})

test('what is not there is null to a reader and gone to a remover', async () => {
  const missing = () => Promise.reject({ status: 404, code: 20404 })
  expect(await askForOne(missing)).toEqual({ kind: 'done', value: null })
  expect(await askToRemove(missing)).toEqual({ kind: 'done', value: null })
  expect(await askToRemove(async () => true)).toEqual({ kind: 'done', value: null })
})

test('a success without what a success holds was not heard', async () => {
  expect(await askToRemove(async () => false)).toEqual(unknown('NO_SID'))
  expect(await ask('change', async () => readSid('PN1'))).toEqual(unknown('NO_SID'))
  expect(await ask('read', () => Promise.reject(new Unreadable()))).toEqual(later('NO_SID'))
})
