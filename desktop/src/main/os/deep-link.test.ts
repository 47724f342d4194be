import { expect, test } from 'vitest'
import { pairingLinkIn, readPairingLink } from './deep-link.ts'

test('a pairing link names the relay and the code', () => {
  expect(readPairingLink('dentalanswer://pair?relay=https%3A%2F%2Frelay.example.com&code=ABCD-1234')).toEqual({
    address: 'https://relay.example.com',
    code: 'ABCD-1234',
  })
})

test.each([
  'https://relay.example.com',
  'dentalanswer://other?relay=https://r.example.com&code=ABCD',
  'dentalanswer://pair/more?relay=https://r.example.com&code=ABCD',
  'dentalanswer://pair?relay=https://r.example.com',
  'dentalanswer://pair?relay=file:///etc&code=ABCD',
  'dentalanswer://pair?relay=javascript:alert(1)&code=ABCD',
  'dentalanswer://pair?relay=https://u:p@r.example.com&code=ABCD',
  'dentalanswer://pair?relay=https://r.example.com&code=%3Cscript%3E',
  `dentalanswer://pair?relay=https://r.example.com/${'x'.repeat(700)}&code=ABCD`,
  'dentalanswer://',
])('%s is no pairing link', (link) => {
  expect(readPairingLink(link)).toBeNull()
})

test('a second start hands it over among its arguments', () => {
  const link = 'dentalanswer://pair?relay=http://127.0.0.1:4000&code=ABCD'
  expect(pairingLinkIn(['desk', '--flag', link])?.code).toBe('ABCD')
  expect(pairingLinkIn(['desk', '--flag'])).toBeNull()
})

test('what is shown is where it goes', () => {
  const shown = (relay: string) => readPairingLink(`dentalanswer://pair?relay=${encodeURIComponent(relay)}&code=ABCD`)?.address
  expect(shown('https://relay.example.com/a/\u202emoc.elpmaxe?x=1#y')).toBe('https://relay.example.com')
  expect(shown('https://rel\u0430y.example.com/')).toBe('https://xn--rely-73d.example.com')
})
