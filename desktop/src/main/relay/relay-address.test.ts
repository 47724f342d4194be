import { expect, test } from 'vitest'
import { readRelayAddress } from './relay-address.ts'

test.each([
  ['relay.example.com', 'https://relay.example.com/'],
  ['  Relay.Example.COM/pair?code=1 ', 'https://relay.example.com/'],
  ['relay.example.com / pair', 'https://relay.example.com/'],
  ['relay.example.com:8443', 'https://relay.example.com:8443/'],
  ['https://relay.example.com/', 'https://relay.example.com/'],
  ['HTTPS://relay.example.com#top', 'https://relay.example.com/'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/'],
  ['127.0.0.1:4000', 'http://127.0.0.1:4000/'],
  ['localhost:4000', 'http://localhost:4000/'],
  ['localhost', 'http://localhost/'],
  ['https://localhost:4000', 'https://localhost:4000/'],
  ['[::1]:4000', 'http://[::1]:4000/'],
  ['10.0.0.4', 'https://10.0.0.4/'],
])('%s is %s', (typed, address) => {
  expect(readRelayAddress(typed)).toBe(address)
})

test.each([
  '',
  '   ',
  'my relay',
  'https://',
  'ftp://relay.example.com',
  'javascript:alert(1)',
  'http://a:b@127.0.0.1:4000',
  'a..b c',
  '/pair',
  'file:///etc',
])('%j is no address', (typed) => {
  expect(() => readRelayAddress(typed)).toThrow(expect.objectContaining({ code: 'BAD_ADDRESS' }))
})

test.each(['http://relay.example.com', 'http://192.168.1.2:4000', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
  '%s would send names in the open',
  (typed) => {
    expect(() => readRelayAddress(typed)).toThrow(expect.objectContaining({ code: 'INSECURE_ADDRESS' }))
  },
)
