import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { twilioTelephony } from './twilio-telephony.ts'

const TEXT = {
  from: '+15125550200' as PhoneNumber,
  to: '+15125550142' as PhoneNumber,
  body: 'secret words',
  messagingServiceSid: null,
  reference: 'ref-1',
}
const SID = `SM${'a'.repeat(32)}`

/** The real client against a server that answers as told. */
async function against(answer: RequestListener, timeoutMs = 300) {
  const server: Server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return twilioTelephony({
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    apiBase: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statusCallback: 'https://relay.example.test/status',
    timeoutMs,
  })
}

test('a text is sent with our reference in its status address, and is known by its id', async () => {
  let form = new URLSearchParams()
  const telephony = await against((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk
    })
    request.on('end', () => {
      form = new URLSearchParams(body)
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid: SID, num_segments: '1', date_sent: null }))
    })
  })
  expect(await telephony.sendText(TEXT)).toEqual({ kind: 'accepted', providerMessageId: SID, segments: 1 })
  expect(Object.fromEntries(form)).toEqual({
    To: TEXT.to,
    From: TEXT.from,
    Body: TEXT.body,
    StatusCallback: 'https://relay.example.test/status?m=ref-1',
    ValidityPeriod: '14400',
  })
})

test('a success whose body is cut off may have been sent', async () => {
  const telephony = await against((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' })
    response.write('{"sid":"SM')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await telephony.sendText(TEXT)).toMatchObject({ kind: 'unknown' })
})

test.each([
  ['an empty success', ''],
  ['a success without an id', '{}'],
  ['a success that is a page', '<html>ok</html>'],
])('%s may have been sent', async (_, body) => {
  const telephony = await against((_, response) => void response.writeHead(201, { 'content-type': 'application/json' }).end(body))
  expect(await telephony.sendText(TEXT)).toMatchObject({ kind: 'unknown' })
})

test('no answer in time may have been sent; nobody there certainly was not', async () => {
  expect(await (await against(() => {}, 50)).sendText(TEXT)).toMatchObject({ kind: 'unknown', code: 'ECONNABORTED' })
  const closed = twilioTelephony({
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    apiBase: 'http://127.0.0.1:1',
    statusCallback: 'https://r.example/s',
  })
  expect(await closed.sendText(TEXT)).toEqual({ kind: 'later', code: 'ECONNREFUSED', retryAfterMs: null })
})

test('too many requests tell how long to wait', async () => {
  const telephony = await against((_, response) => void response.writeHead(429, { 'retry-after': '12' }).end('{"code":20429,"status":429}'))
  expect(await telephony.sendText(TEXT)).toEqual({ kind: 'later', code: '20429', retryAfterMs: 12_000 })
})

test('a redirect is not followed with the text in hand', async () => {
  let asked = 0
  const telephony = await against((_, response) => {
    asked++
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect(await telephony.sendText(TEXT)).toMatchObject({ kind: 'unknown' })
  expect(asked).toBe(1)
})

test('a look-up takes the newest of the same words, and only from the time it was sent', async () => {
  const one = (sid: string, body: string, at: string) => ({
    sid: `SM${sid.repeat(32)}`,
    body,
    date_created: at,
    date_sent: null,
    status: 'sent',
  })
  const messages = [
    one('1', 'other words', 'Mon, 02 Mar 2026 15:00:05 +0000'),
    one('2', 'secret words', 'Mon, 02 Mar 2026 15:00:03 +0000'),
    one('3', 'secret words', 'Mon, 02 Mar 2026 14:00:00 +0000'),
  ]
  const telephony = await against(
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ messages, next_page_uri: null, page: 0, page_size: 50 })),
  )
  const at = (since: string) => telephony.findText(TEXT, since as Instant)
  expect(await at('2026-03-02T15:00:00.000Z')).toEqual({ providerMessageId: `SM${'2'.repeat(32)}`, status: 'sent', errorCode: null })
  expect(await at('2026-03-02T16:00:00.000Z')).toBeNull()
})

test('nothing it throws, returns or prints holds credentials, numbers or the text, also when the environment asks for debug logs', async () => {
  vi.stubEnv('TWILIO_LOG_LEVEL', 'debug')
  vi.stubEnv('TWILIO_REGION', 'ie1')
  const printed: unknown[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((...all) => void printed.push(all))
  onTestFinished(() => {
    spy.mockRestore()
    vi.unstubAllEnvs()
  })
  let url = ''
  const telephony = await against((request, response) => {
    url = request.url ?? ''
    response.destroy()
  })
  const outcome = await telephony.sendText(TEXT)
  const error: unknown = await telephony.findText(TEXT, '2026-03-02T15:00:00.000Z' as Instant).catch((thrown: unknown) => thrown)
  expect(url).toContain('/api.twilio.com/')
  const seen = JSON.stringify([
    outcome,
    printed,
    error instanceof Error ? [error.message, error.stack, error.cause ?? null, { ...error }] : error,
  ])
  for (const secret of ['secret words', '5550142', '5550200', 'Basic', 'token']) expect(seen).not.toContain(secret)
})
