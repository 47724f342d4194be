import type { Vapi } from '@vapi-ai/server-sdk'
import { expect, test } from 'vitest'
import { assistantBody } from './assistant-body.ts'
import { sampleSpec } from './sample-spec.ts'

const OF = { tag: 'da:01970000-0000-7000-8000-000000000001', practiceId: 'practice-1', phoneNumberId: 'number-1' }
const SERVER = { apiUrl: 'https://relay.example.test', webhookSecret: 'a-secret-of-the-relay', credentialId: null }
const bodyOf = (more = {}, server = {}) => assistantBody(sampleSpec(more), OF, { ...SERVER, ...server })
const functionTools = ({ model }: Vapi.CreateAssistantDto) =>
  ((model as Vapi.OpenAiModel).tools ?? []).flatMap((tool) => (tool.type === 'function' ? [tool] : []))

test('the whole assistant', () => {
  expect(bodyOf()).toMatchSnapshot()
})

test('the whole assistant in two languages, recorded, with nobody to put calls through to', () => {
  expect(bodyOf({ languages: ['es', 'en'], recordCalls: true, transfer: null, desk: null, voice: 'deep' })).toMatchSnapshot()
})

test('a credential of the dashboard takes the place of the secret, everywhere', () => {
  const body = bodyOf({}, { credentialId: 'credential-1' })
  expect(JSON.stringify(body)).not.toContain('a-secret-of-the-relay')
  const servers = [body.server, ...functionTools(body).map((tool) => tool.server)]
  expect(servers.map((server) => server?.credentialId)).toEqual(servers.map(() => 'credential-1'))
  expect(servers.map((server) => server?.headers)).toEqual(servers.map(() => undefined))
})

test('every tool asks its own address, with what the model cannot change', () => {
  const tools = functionTools(bodyOf())
  expect(tools.map((tool) => tool.server?.url)).toEqual([
    'https://relay.example.test/api/vapi/check-availability',
    'https://relay.example.test/api/vapi/request-callback',
  ])
  for (const tool of tools) {
    expect(tool.parameters?.map((one) => one.key)).toEqual(['_practiceId', '_phoneNumberId', '_callId', '_callerNumber'])
  }
})

test('a call never lasts longer than the voice service allows', () => {
  expect(bodyOf({ maxSeconds: 5_000 }).maxDurationSeconds).toBe(899)
  expect(bodyOf({ maxSeconds: 300 }).maxDurationSeconds).toBe(300)
})

test('names for the ear are no templates, and each is named once', () => {
  const { transcriber } = bodyOf({ keyterms: ['{{ secret }}', 'Dr. Patel', 'Dr. Patel', '{% if %}', '{}'] })
  expect((transcriber as Vapi.DeepgramTranscriber).keyterm).toEqual(['secret', 'Dr. Patel', 'if'])
})

test('so many names for the ear that the transcriber would refuse the call are cut to those that come first', () => {
  const long = Array.from({ length: 60 }, (_, at) => `${at} ${'Insurance of the Northern Plains '.repeat(2)}`.trim())
  const { keyterm = [] } = bodyOf({ keyterms: ['Dr. Patel', ...long] }).transcriber as Vapi.DeepgramTranscriber
  expect(keyterm[0]).toBe('Dr. Patel')
  expect(keyterm.join('').length).toBeLessThanOrEqual(1_200)
  expect(keyterm.length).toBeGreaterThan(10)
})

test('callers may speak over the greeting, unless it says that the call is recorded', () => {
  expect(bodyOf().firstMessageInterruptionsEnabled).toBe(true)
  expect(bodyOf({ recordCalls: true }).firstMessageInterruptionsEnabled).toBe(false)
})

test('what ends a call is a goodbye in either language, not just any word', () => {
  const tools = (bodyOf().model as Vapi.OpenAiModel).tools ?? []
  const hangUp = tools.find((tool) => tool.type === 'endCall') as Vapi.CreateEndCallToolDto
  const [condition] = hangUp.rejectionPlan!.conditions as unknown as { regex: string }[]
  // Inline flags as the voice service takes them; here they are the flags of the expression.
  const farewell = new RegExp(condition!.regex.replace('(?i)', ''), 'i')
  for (const said of ["No, that's all, thank you.", 'Bye now', 'Adiós', 'Muchas gracias', 'Nothing else', 'No.'])
    expect(said).toMatch(farewell)
  for (const said of ['I need a cleaning', 'Do you take Delta?', 'Wait, one more thing']) expect(said).not.toMatch(farewell)
})
