import { expect, test } from 'vitest'
import { assistantBody } from './assistant-body.ts'
import { fingerprint } from './assistant-fingerprint.ts'
import { sampleSpec } from './sample-spec.ts'

type Fields = Record<string, unknown>

const OF = { tag: 'da:01970000-0000-7000-8000-000000000001', practiceId: 'practice-1', phoneNumberId: 'number-1' }
const SERVER = { apiUrl: 'https://relay.example.test', webhookSecret: 'a-secret-of-the-relay', credentialId: null }
const sent = (webhookSecret = SERVER.webhookSecret) => assistantBody(sampleSpec(), OF, { ...SERVER, webhookSecret })

/** The assistant as it is read back, with one field set to another value; undefined takes it away. */
function readBack(path: string, value: unknown): Fields {
  const read = JSON.parse(JSON.stringify(sent())) as Fields
  const names = path.split('.')
  const last = names.pop()!
  const inner = names.reduce((at, name) => at[name] as Fields, read)
  if (Array.isArray(inner) && value === undefined) inner.splice(Number(last), 1)
  else inner[last] = value
  return read
}

test.each([
  ['id', 'a1'],
  ['createdAt', '2026-03-02T15:00:00.000Z'],
  ['isServerUrlSecretSet', true],
  ['voicemailDetection', 'off'],
  ['endCallMessage', null],
  ['model.emotionRecognitionEnabled', false],
  ['model.tools.0.async', false],
  ['model.tools.1.messages.0.content', undefined],
  ['model.tools.1.function.parameters.required', undefined],
  ['voice.cachingEnabled', true],
  ['server.headers', { 'X-Vapi-Secret': '***' }],
  ['model.tools.0.server.headers', undefined],
])('what the voice service adds or hides at %s is no change', (path, value) => {
  expect(fingerprint(readBack(path, value))).toBe(fingerprint(sent()))
})

test('neither the order of fields nor a new secret is a change', () => {
  const turned = Object.fromEntries(Object.entries(sent()).toReversed())
  expect([fingerprint(turned), fingerprint(sent('another-secret'))]).toEqual([fingerprint(sent()), fingerprint(sent())])
})

test.each([
  ['name', 'Somebody else'],
  ['metadata.practiceId', 'another'],
  ['firstMessage', undefined],
  ['model.messages.0.content', 'Be rude.'],
  ['model.model', 'gpt-4o'],
  ['model.tools.1', undefined],
  ['model.tools.0.function.parameters.properties.more', { type: 'string' }],
  ['model.tools.0.parameters.0.value', 'another'],
  ['model.tools.0.server.url', 'https://elsewhere.example'],
  ['model.tools.2.destinations.0.number', '+15125550999'],
  ['model.tools.3.rejectionPlan', undefined],
  ['voice.voiceId', 'burt'],
  ['transcriber.keyterm.0', 'Other'],
  ['artifactPlan.recordingEnabled', true],
  ['analysisPlan.structuredDataPlan.schema.properties.booked', undefined],
  ['serverMessages.4', 'conversation-update'],
  ['hooks.2', undefined],
  ['startSpeakingPlan.smartEndpointingPlan.provider', 'vapi'],
])('another %s is a change', (path, value) => {
  expect(fingerprint(readBack(path, value))).not.toBe(fingerprint(sent()))
})
