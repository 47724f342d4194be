import twilio from 'twilio'
import { describe, expect, test } from 'vitest'
import type { FormValues } from '../wire/form.ts'
import { signWebhook } from './signature.ts'

const TOKEN = '0123456789abcdef0123456789abcdef'
const SMS = 'https://relay.example.test/twilio/sms'
const SID = 'SM00000000000000000000000000000001'

const vectors: [string, string, FormValues, string][] = [
  [
    '12345',
    'https://example.com/myapp.php?foo=1&bar=2',
    { Digits: '1234', To: '+18005551212', From: '+14158675310', Caller: '+14158675310', CallSid: 'CA1234567890ABCDE' },
    'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  ],
  [
    TOKEN,
    SMS,
    {
      MessageSid: SID,
      AccountSid: 'AC00000000000000000000000000000001',
      From: '+15005550010',
      To: '+15005550006',
      Body: 'C',
      NumMedia: '0',
    },
    'YE+k9G/T9X8zr0cryGR2aH9XSeE=',
  ],
  [
    TOKEN,
    SMS,
    { MessageSid: SID, From: '+15005550010', To: '+15005550006', Body: 'Sí, gracias 👍', NumMedia: '0' },
    'gWlt03c1IFTmi+YE102/3aJW9zM=',
  ],
  [
    TOKEN,
    'https://relay.example.test/twilio/status?practice=p_42&m=a%20b',
    { MessageSid: SID, MessageStatus: 'delivered' },
    'ekQdifPe+pI4rkT20p6xCR+VSpg=',
  ],
  [TOKEN, 'https://relay.example.test:8443/twilio/sms', { MessageSid: SID, Body: 'C' }, 'wZPK+beAjrBiFw1XFnEq9FQcdOE='],
  [TOKEN, SMS, { Body: '' }, 'D9wdA/Ycj1Fa4njWIf/V0ijqN4A='],
  [TOKEN, SMS, { MediaUrl: ['https://b.example', 'https://a.example', 'https://b.example'], Body: 'x' }, 'r01wb8yYEFKnSZLbVlySEZ9elFQ='],
]

describe('a webhook signature', () => {
  test.each(vectors)('%s %s', (token, url, params, expected) => {
    expect(signWebhook(token, url, params)).toBe(expected)
    expect(twilio.validateRequest(token, expected, url, params)).toBe(true)
  })
})
