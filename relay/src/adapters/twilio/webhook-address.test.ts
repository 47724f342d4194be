import { expect, test } from 'vitest'
import { bareAddress, callAddress, callsLeadTo, textAddress } from './webhook-address.ts'

test('settings for trying again are added to an address and are no part of it', () => {
  const address = 'https://relay.example.test/sms?m=1'
  expect(textAddress(address)).toBe('https://relay.example.test/sms?m=1#rc=3&rp=5xx,ct,rt&rt=4500')
  expect(callAddress(address)).toMatch(/^https:\/\/relay\.example\.test\/sms\?m=1#rc=1&/)
  expect(textAddress(callAddress(address))).toBe(textAddress(address))
  expect([bareAddress(textAddress(address)), bareAddress(null), textAddress('')]).toEqual([address, '', ''])
})

test('the supplier’s own welcome is no place that calls lead to', () => {
  expect(callsLeadTo('https://demo.twilio.com/welcome/voice/')).toBe('')
  expect(callsLeadTo('https://api.vapi.ai/twilio/inbound_call#rc=1')).toBe('https://api.vapi.ai/twilio/inbound_call')
  expect(callsLeadTo(null)).toBe('')
})
