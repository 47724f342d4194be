import { vapiClientAt } from '@dentalanswer/relay/sandbox/wire/vapi-client.ts'
import { expect } from 'vitest'
import { ANA, account, expectConforming, OURS, openSandbox } from '../support/conformance/open-sandbox.ts'
import { testWithSpecs } from '../support/conformance/test-with-specs.ts'

const server = { url: 'https://relay.example.test/api/webhooks/vapi', timeoutSeconds: 20, headers: { 'x-relay-key': 'k' } }
const checkAvailability = {
  type: 'function' as const,
  function: {
    name: 'check-availability',
    description: 'Open times.',
    parameters: { type: 'object' as const, properties: { when: { type: 'string' as const } }, required: ['when'] },
  },
  parameters: [{ key: '_caller', value: '{{ customer.number }}' }],
  server: { ...server, url: 'https://relay.example.test/api/vapi/check-availability' },
  messages: [{ type: 'request-start' as const, content: 'One moment.' }],
}
const receptionist = {
  name: 'Receptionist',
  firstMessage: 'How can I help?',
  firstMessageMode: 'assistant-speaks-first' as const,
  model: {
    provider: 'openai' as const,
    model: 'gpt-4.1' as const,
    temperature: 0.2,
    maxTokens: 250,
    messages: [{ role: 'system' as const, content: 'You answer the phone.' }],
    tools: [
      checkAvailability,
      { type: 'endCall' as const },
      { type: 'transferCall' as const, destinations: [{ type: 'number' as const, number: ANA }] },
    ],
  },
  voice: { provider: '11labs' as const, voiceId: 'sarah', model: 'eleven_turbo_v2_5' as const },
  transcriber: { provider: 'deepgram' as const, model: 'nova-3' as const, language: 'en-US' as const, keyterm: ['Doctor Patel'] },
  serverMessages: [
    'status-update',
    'end-of-call-report',
    'tool-calls',
    'transfer-destination-request',
    'transcript[transcriptType="final"]',
  ] as never,
  server: {
    ...server,
    backoffPlan: { type: 'exponential' as const, maxRetries: 5, baseDelaySeconds: 1, excludedStatusCodes: [401, 403] as never },
  },
  maxDurationSeconds: 720,
  backgroundSound: 'off' as const,
  artifactPlan: { recordingEnabled: true },
  monitorPlan: { listenEnabled: false, controlEnabled: false },
  metadata: { practice: '1' },
}

testWithSpecs('assistants and numbers of the voice service answer as described', async () => {
  const { sandbox, vapi } = await openSandbox()
  const { id } = await vapi.assistants.create(receptionist as never)
  await vapi.assistants.update({ id, firstMessage: 'Good morning.', voice: { provider: 'vapi', voiceId: 'Elliot' } })
  await vapi.assistants.get({ id })
  await vapi.assistants.list({ limit: 10, createdAtGt: new Date(0).toISOString() })
  await expect(vapi.assistants.create({ name: 'a'.repeat(41) })).rejects.toMatchObject({ statusCode: 400 })
  const imported = { provider: 'twilio' as const, number: OURS, twilioAccountSid: account.accountSid, twilioAuthToken: account.authToken }
  const phone = (await vapi.phoneNumbers.create({ ...imported, name: 'Main line', assistantId: id, smsEnabled: false, server })) as {
    id: string
  }
  await expect(vapi.phoneNumbers.create(imported)).rejects.toMatchObject({ statusCode: 400 })
  await vapi.phoneNumbers.update({
    id: phone.id,
    body: { provider: 'twilio', name: 'Front desk', fallbackDestination: { type: 'number', number: ANA } },
  })
  await vapi.phoneNumbers.get({ id: phone.id })
  await vapi.phoneNumbers.list({ limit: 5 })
  await vapi.phoneNumbers.phoneNumberControllerFindAllPaginated({ page: 1, limit: 10, search: '512' })
  await vapi.phoneNumbers.delete({ id: phone.id })
  await vapi.assistants.delete({ id })
  await expect(vapi.assistants.get({ id })).rejects.toMatchObject({ statusCode: 404 })
  sandbox.vapi.faults.set({ reads: { kind: '429', times: 1 } })
  await expect(vapi.assistants.list()).rejects.toMatchObject({ statusCode: 429 })
  await expect(vapiClientAt(`${sandbox.url}/vapi`, 'wrong').assistants.list()).rejects.toMatchObject({ statusCode: 401 })
  expectConforming(sandbox, [
    'DELETE /assistant/{id} 200',
    'DELETE /phone-number/{id} 200',
    'GET /assistant 200',
    'GET /assistant 401',
    'GET /assistant 429',
    'GET /assistant/{id} 200',
    'GET /assistant/{id} 404',
    'GET /phone-number 200',
    'GET /phone-number/{id} 200',
    'GET /v2/phone-number 200',
    'PATCH /assistant/{id} 200',
    'PATCH /phone-number/{id} 200',
    'POST /assistant 201',
    'POST /assistant 400',
    'POST /phone-number 201',
    'POST /phone-number 400',
  ])
})

testWithSpecs('calls of the voice service, placed and received, answer as described', async () => {
  const { sandbox, vapi } = await openSandbox()
  const { id: assistantId } = await vapi.assistants.create(receptionist as never)
  const phone = sandbox.vapi.addPhoneNumber({ id: crypto.randomUUID(), number: OURS, assistantId })
  const placed = (await vapi.calls.create({
    assistantId,
    phoneNumberId: phone.id,
    name: 'Test call',
    customer: { number: ANA, name: 'Ana' },
    assistantOverrides: { variableValues: { test: 'yes' } },
  })) as { id: string }
  await vapi.calls.get({ id: placed.id })
  await sandbox.vapi.flush()
  const withheld = await sandbox.vapi.startCall({ from: null, phoneNumberId: phone.id })
  await withheld.say('user', 'I need a cleaning.')
  await withheld.end({ structuredData: { wish: 'cleaning' }, cost: 0.31 })
  for (const id of [placed.id, withheld.id]) await vapi.calls.get({ id })
  await vapi.calls.list({ assistantId, limit: 10, createdAtLe: new Date(Date.now() + 1000).toISOString() })
  await vapi.calls.update({ id: placed.id, name: 'Renamed' })
  await vapi.calls.delete({ id: placed.id })
  expect((await vapi.fetch(`call/${withheld.id}/mono-recording`)).status).toBe(200)
  await expect(vapi.calls.get({ id: crypto.randomUUID() })).rejects.toMatchObject({ statusCode: 404 })
  await expect(vapi.calls.create({ assistantId, phoneNumberId: phone.id, customer: { number: '12' } })).rejects.toMatchObject({
    statusCode: 400,
  })
  expectConforming(sandbox, [
    'DELETE /call/{id} 200',
    'GET /call 200',
    'GET /call/{id} 200',
    'GET /call/{id} 404',
    'PATCH /call/{id} 200',
    'POST /assistant 201',
    'POST /call 201',
    'POST /call 400',
    'end-of-call-report',
    'status-update',
    'transcript[transcriptType="final"]',
  ])
})
