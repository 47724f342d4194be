import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { expect, test } from 'vitest'
import { connectionTrouble } from './connection-trouble.ts'

const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('at relay.example.com'), { code }) })

test.each([
  ['ENOTFOUND', 'RELAY_NOT_FOUND'],
  ['ECONNREFUSED', 'RELAY_CLOSED'],
  ['UND_ERR_CONNECT_TIMEOUT', 'RELAY_SILENT'],
  ['CERT_HAS_EXPIRED', 'RELAY_UNTRUSTED'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'RELAY_UNTRUSTED'],
  ['HPE_INVALID_CONSTANT', 'NOT_A_RELAY'],
  ['ENETUNREACH', 'RELAY_UNREACHABLE'],
])('%s is %s', (code, trouble) => {
  const found = connectionTrouble(new DeskError('STORE_UNAVAILABLE', 'x', { cause: failed(code) }))
  expect(found.code).toBe(trouble)
  expect(found.message).not.toContain('example')
})

test('several addresses that fail together, and a cause that is none', () => {
  const all = new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })], 'all failed')
  expect(connectionTrouble(new TypeError('fetch failed', { cause: all })).code).toBe('RELAY_CLOSED')
  expect(connectionTrouble('odd').code).toBe('RELAY_UNREACHABLE')
  const circle = new Error('a') as Error & { cause: unknown }
  circle.cause = circle
  expect(connectionTrouble(circle).code).toBe('RELAY_UNREACHABLE')
})
