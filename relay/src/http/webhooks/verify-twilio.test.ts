import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Config } from '../../config.ts'
import { signedForm } from './verify-twilio.ts'

// The first is Twilio's own example (twilio.com/docs/usage/security); the others were computed with their client and by hand.
const TOKEN = '0123456789abcdef0123456789abcdef'
const ACCOUNT = `AC${'0'.repeat(31)}1`
const SMS = 'https://relay.example.test/twilio/sms'
const SID = `SM${'0'.repeat(31)}1`
const TEXT: [string, string][] = [
  ['MessageSid', SID],
  ['From', '+15005550010'],
  ['To', '+15005550006'],
  ['NumMedia', '0'],
]
type Vector = { name: string; token?: string; url: string; form: [string, string][]; signature: string }
const VECTORS: Vector[] = [
  {
    name: 'Twilio’s example',
    token: '12345',
    url: 'https://example.com/myapp.php?foo=1&bar=2',
    form: [
      ['Digits', '1234'],
      ['To', '+18005551212'],
      ['From', '+14158675310'],
      ['Caller', '+14158675310'],
      ['CallSid', 'CA1234567890ABCDE'],
    ],
    signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  },
  { name: 'a text', url: SMS, form: [...TEXT, ['AccountSid', ACCOUNT], ['Body', 'C']], signature: 'YE+k9G/T9X8zr0cryGR2aH9XSeE=' },
  { name: 'accents and emoji', url: SMS, form: [...TEXT, ['Body', 'Sí, gracias 👍']], signature: 'gWlt03c1IFTmi+YE102/3aJW9zM=' },
  {
    name: 'a raw query',
    url: 'https://relay.example.test/twilio/status?practice=p_42&m=a%20b',
    form: [
      ['MessageSid', SID],
      ['MessageStatus', 'delivered'],
    ],
    signature: 'ekQdifPe+pI4rkT20p6xCR+VSpg=',
  },
  {
    name: 'a port',
    url: 'https://relay.example.test:8443/twilio/sms',
    form: [
      ['MessageSid', SID],
      ['Body', 'C'],
    ],
    signature: 'wZPK+beAjrBiFw1XFnEq9FQcdOE=',
  },
  { name: 'an empty value', url: SMS, form: [['Body', '']], signature: 'D9wdA/Ycj1Fa4njWIf/V0ijqN4A=' },
  {
    name: 'a repeated name',
    url: SMS,
    form: [
      ['MediaUrl', 'https://b.example'],
      ['MediaUrl', 'https://a.example'],
      ['MediaUrl', 'https://b.example'],
      ['Body', 'x'],
    ],
    signature: 'r01wb8yYEFKnSZLbVlySEZ9elFQ=',
  },
]

async function ask({ url, form, signature, token = TOKEN }: Vector, tokens: { current?: string; previous?: string } = {}): Promise<string> {
  const { origin, pathname, search } = new URL(url)
  const config = {
    apiUrl: origin,
    twilio: { accountSid: ACCOUNT, authToken: tokens.current ?? token, previousAuthToken: tokens.previous ?? null },
  } as Config
  const app = new Hono().post('*', async (c) => c.json(await signedForm(config, c))).onError((error, c) => c.text(error.message, 403))
  const answer = await app.request(`http://10.0.0.7:4000${pathname}${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(form).toString(),
  })
  return `${answer.status}`
}

describe.each(VECTORS)('$name', (vector) => {
  test('is accepted as signed, also with the token before the present one', async () => {
    expect(await ask(vector)).toBe('200')
    expect(await ask(vector, { current: 'another token', previous: vector.token ?? TOKEN })).toBe('200')
  })

  test('is refused with anything changed', async () => {
    const [first, ...rest] = vector.form
    expect(await ask({ ...vector, form: [[first![0], `${first![1]} `], ...rest] })).toBe('403')
    expect(await ask({ ...vector, form: [...vector.form, ['Extra', '1']] })).toBe('403')
    expect(await ask({ ...vector, url: `${vector.url}${vector.url.includes('?') ? '&' : '?'}x=1` })).toBe('403')
    expect(await ask({ ...vector, url: vector.url.replace('https:', 'http:') })).toBe('403')
    expect(await ask(vector, { current: 'another token' })).toBe('403')
    for (const signature of ['', 'x', `${vector.signature}, ${vector.signature}`, vector.signature.toLowerCase()])
      expect(await ask({ ...vector, signature })).toBe('403')
  })
})

test('a stranger’s form costs little to refuse: one name a hundred thousand times, and no signature at all', async () => {
  let read = 0
  const app = new Hono().post('*', async (c) => {
    const body = c.req.text.bind(c.req)
    c.req.text = (() => {
      read++
      return body()
    }) as typeof c.req.text
    return signedForm(
      { apiUrl: 'https://relay.example.test', twilio: { accountSid: ACCOUNT, authToken: TOKEN, previousAuthToken: null } } as Config,
      c,
    ).then(
      () => c.text('let in'),
      (error: { code: string }) => c.text(error.code, 403),
    )
  })
  const post = (headers: Record<string, string>) => app.request(SMS, { method: 'POST', body: 'a&'.repeat(100_000), headers })
  expect(await (await post({})).text()).toBe('FORBIDDEN')
  expect(read).toBe(0)
  expect(await (await post({ 'x-twilio-signature': `${'A'.repeat(27)}=` })).text()).toBe('FORBIDDEN')
  expect(read).toBe(1)
})
