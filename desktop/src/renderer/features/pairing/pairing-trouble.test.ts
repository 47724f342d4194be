import { expect, test } from 'vitest'
import { fieldOf, hostOf, missingIn } from './pairing-trouble.ts'

const whole = { address: 'relay.example.com', code: 'ABCD-2345', deskName: 'Front desk' }

test('a refusal is shown under the field it is about', () => {
  expect(fieldOf('PAIRING_REFUSED')).toBe('code')
  expect(fieldOf('RELAY_NOT_FOUND')).toBe('address')
  expect(fieldOf('RELAY_NEWER')).toBe(null)
})

test('the first thing missing is asked for before anything is sent', () => {
  expect(missingIn({ ...whole, address: ' ' }, false)?.field).toBe('address')
  expect(missingIn(whole, false)?.field).toBe('code')
  expect(missingIn({ ...whole, deskName: '' }, true)?.field).toBe('deskName')
  expect(missingIn(whole, true)).toBe(null)
})

test('people read the host of an address', () => {
  expect(hostOf('https://relay.example.com/pair?x=1')).toBe('relay.example.com')
  expect(hostOf('127.0.0.1:4000')).toBe('127.0.0.1:4000')
  expect(hostOf('not an address')).toBe('not an address')
})
