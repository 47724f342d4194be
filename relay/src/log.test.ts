import { expect, test } from 'vitest'
import { describeError } from './log.ts'

test('of an error only its kind, codes and places in our code are told, never what it says', () => {
  const error = new Error('Ana Garcia said\n    at +15125550199 (file:///secret/relay/Ana.ts:1:1)\n    at noon', {
    cause: new TypeError('token abc'),
  })
  Object.assign(error, { code: 'ECONNRESET', status: 500 })
  const told = JSON.stringify(describeError(error))
  for (const secret of ['Ana', '5550199', 'noon', 'abc']) expect(told).not.toContain(secret)
  expect(describeError(error)).toMatchObject({ kind: 'Error', code: 'ECONNRESET', status: 500, cause: { kind: 'TypeError' } })
  expect((describeError(error).at as string[])[0]).toContain('relay/src/log.test.ts')
})

test('a code that could hold words is left out', () => {
  expect(describeError(Object.assign(new Error('x'), { code: 'call Ana at 5' }))).toMatchObject({ code: undefined })
  expect(describeError('a thrown sentence')).toEqual({ kind: 'string' })
})
