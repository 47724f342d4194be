import { expect } from 'vitest'
import { checkExchange, type Exchange } from '../support/conformance/check-exchange.ts'
import { checkMessage } from '../support/conformance/check-message.ts'
import { twilioErrorRule, vapiErrorRule } from '../support/conformance/error-rules.ts'
import { descriptions, testWithSpecs } from '../support/conformance/test-with-specs.ts'
import { openWorld } from '../support/world.ts'

/** What the relay and the stand-ins really said, to be spoiled in one place at a time. */
async function realTraffic() {
  const world = await openWorld()
  const call = await world.call({ from: '+15125550199' })
  await call.tool('find-appointments', {})
  const { client } = await world.pair()
  await client.call('text.send', { to: '+15125550199' as never, body: 'Please call us back.' })
  await world.drain()
  const send = world.twilio.requests()[0]!
  const posted = world.vapi.posted()
  return { send, path: send.path.replace(/^.*\/api\.twilio\.com/, ''), posted }
}

testWithSpecs('a mistake planted in a real text is caught', async () => {
  const { send, path } = await realTraffic()
  const check = (spoiled: Partial<Exchange>) => checkExchange(descriptions().twilio, { ...send, ...spoiled }, path, twilioErrorRule)
  const reply = send.responseBody as Record<string, unknown>
  const { To: _to, ...withoutTo } = send.form!
  const { date_sent: _sent, ...withoutDate } = reply
  expect(check({})).toEqual([])
  expect(check({ form: { ...send.form, Too: '+15125550199' } })).toEqual(['body: it has an unknown field Too'])
  expect(check({ form: withoutTo })).toEqual(['body: it lacks To'])
  expect(check({ form: { ...send.form, ValidityPeriod: 'four hours' } })).toEqual(['body: /ValidityPeriod must be integer: "four hours"'])
  expect(check({ form: { ...send.form, MessagingServiceSid: 'MG1' } })).toContainEqual(
    expect.stringMatching(/MessagingServiceSid must match/),
  )
  expect(check({ form: { ...send.form, RiskCheck: 'maybe' } })).toContainEqual(expect.stringMatching(/RiskCheck must be equal to one of/))
  expect(check({ query: { Page: '1' } })).toEqual(['query parameter Page is unknown'])
  expect(check({ responseBody: { ...reply, status: 'posted' } })).toContainEqual(expect.stringMatching(/status must be equal to one of/))
  expect(check({ responseBody: { ...reply, date_created: '2026-03-02T15:00:00Z' } })).toContainEqual(expect.stringMatching(/date_created/))
  expect(check({ responseBody: withoutDate })).toEqual(['reply 201: it lacks date_sent'])
  expect(check({ status: 200 })).toEqual(['reply 200 is not in the description'])
  expect(check({ status: 400, responseBody: { message: 'No.' } })).toContainEqual('reply 400: it lacks code')
  expect(checkExchange(descriptions().twilio, send, path.replace('Messages', 'Texts'), twilioErrorRule)).toHaveLength(1)
})

testWithSpecs('a mistake planted in an assistant is caught in the branch that its provider names', async () => {
  const assistant = {
    name: 'Receptionist',
    voice: { provider: '11labs', voiceId: 'sarah' },
    model: { provider: 'openai', model: 'gpt-4.1' },
  }
  const check = (body: object) =>
    checkExchange(
      descriptions().vapi,
      { method: 'POST', path: '/assistant', query: {}, body, status: null, responseBody: null },
      '/assistant',
      vapiErrorRule,
    )
  expect(check(assistant)).toEqual([])
  expect(check({ ...assistant, voice: { provider: 'elevenlabs', voiceId: 'sarah' } })).toContainEqual(
    'body: /voice/provider must be equal to one of the allowed values: "elevenlabs"',
  )
  expect(check({ ...assistant, voice: { provider: '11labs' } })).toEqual(['body: /voice lacks voiceId'])
  expect(check({ ...assistant, silenceTimeoutSeconds: 30 })).toEqual(['body: it has an unknown field silenceTimeoutSeconds'])
  expect(check({ ...assistant, serverMessages: ['tool-call'] })).toContainEqual(expect.stringMatching(/serverMessages\/0 must be equal/))
  const tool = { type: 'function', function: { name: 'check availability' } }
  expect(check({ ...assistant, model: { ...assistant.model, tools: [tool] } })).toContainEqual(
    expect.stringMatching(/function\/name must match/),
  )
})

testWithSpecs('a mistake planted in a message or in its answer is caught', async () => {
  const { posted } = await realTraffic()
  const { vapiMessages } = descriptions()
  const of = (type: string) => posted.find((one) => (one.message as { type: string }).type === type)!
  const status = of('status-update')
  const tools = of('tool-calls')
  const spoil = (one: typeof status, more: object) =>
    checkMessage(vapiMessages, { ...one, message: { ...(one.message as object), ...more } })
  const answer = (body: unknown) => checkMessage(vapiMessages, { ...tools, body })
  expect([spoil(status, {}), spoil(tools, {})]).toEqual([[], []])
  expect(spoil(status, { status: 'talking' })).toContainEqual(expect.stringMatching(/status must be equal/))
  expect(spoil(status, { mood: 'good' })).toEqual(['status-update: /message has an unknown field mood'])
  expect(spoil(tools, { toolCallList: undefined })).toEqual(['tool-calls: /message lacks toolCallList'])
  expect(spoil(tools, { type: 'tool-call' })).toContainEqual(expect.stringMatching(/type must be equal/))
  expect(answer({ results: [{ name: 'find-appointments', result: 'None.' }] })).toEqual([
    'the answer to tool-calls: /results/0 lacks toolCallId',
  ])
  expect(answer({ results: [{ name: 'x', toolCallId: 't', result: { text: 'None.' } }] })).toContainEqual(
    expect.stringMatching(/result must be string/),
  )
  expect(answer({ result: 'None.' })).toEqual(['the answer to tool-calls: it has an unknown field result'])
  expect(checkMessage(vapiMessages, { ...status, body: { ok: true } })).toEqual(['the answer to status-update: it has an unknown field ok'])
})
