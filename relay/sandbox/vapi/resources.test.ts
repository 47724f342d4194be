import { VapiClient } from '@vapi-ai/server-sdk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ANA, OURS, openStandIn } from './open-stand-in.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const receptionist = {
  name: 'Bright Smile receptionist',
  firstMessage: 'Bright Smile Dental, how can I help?',
  model: {
    provider: 'openai' as const,
    model: 'gpt-4.1' as const,
    messages: [{ role: 'system' as const, content: 'Answer the phone.' }],
    tools: [{ type: 'function' as const, function: { name: 'check-availability' }, server: { url: 'https://relay.example.test/tools' } }],
  },
  voice: { provider: '11labs' as const, voiceId: 'sarah' },
  serverMessages: ['status-update' as const, 'end-of-call-report' as const],
}
const twilioNumber = { provider: 'twilio' as const, number: OURS, twilioAccountSid: 'AC1', twilioAuthToken: 'token', smsEnabled: false }

/** A plain request, for bodies that the client's types would not let through. */
const raw = (method: string, path: string, body: unknown, key = 'sandbox-key') =>
  fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('an assistant', () => {
  test('is created, read, listed, changed field by field and deleted', async () => {
    const created = await sandbox.client.assistants.create(receptionist)
    expect(created).toMatchObject({ ...receptionist, id: expect.any(String), createdAt: expect.any(String) })
    await sandbox.client.assistants.update({ id: created.id, firstMessage: 'Hello' })
    expect(await sandbox.client.assistants.get({ id: created.id })).toMatchObject({ firstMessage: 'Hello', voice: receptionist.voice })
    expect(await sandbox.client.assistants.list()).toMatchObject([{ id: created.id }])
    await sandbox.client.assistants.delete({ id: created.id })
    await expect(sandbox.client.assistants.get({ id: created.id })).rejects.toMatchObject({ statusCode: 404 })
  })

  test.each([
    ['a field of long ago', { serverUrl: 'https://x.example.test' }, 'property serverUrl should not exist'],
    ['a nested unknown field', { server: { url: 'x', secret: 's' } }, 'server.property secret should not exist'],
    ['tools at the top', { tools: [] }, 'property tools should not exist'],
    ['too long a name', { name: 'x'.repeat(41) }, 'name must be shorter than or equal to 40 characters'],
    [
      'a server method',
      { model: { provider: 'openai', model: 'gpt-4.1', tools: [{ type: 'function', server: { method: 'POST' } }] } },
      'method',
    ],
    ['an unknown message', { serverMessages: ['transcripts'] }, 'serverMessages.0 must be one of'],
    ['a voice provider of long ago', { voice: { provider: 'elevenlabs', voiceId: 'sarah' } }, 'voice'],
    ['a number as text', { maxDurationSeconds: '600' }, 'maxDurationSeconds must be a number'],
  ])('with %s is refused', async (_, body, problem) => {
    const answer = await raw('POST', '/assistant', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: 'Bad Request', statusCode: 400, message: [expect.stringContaining(problem)] })
    expect(sandbox.standIn.assistants()).toEqual([])
  })

  test('a wrong key opens nothing', async () => {
    const stranger = new VapiClient({ token: 'wrong', baseUrl: sandbox.url, maxRetries: 0 })
    await expect(stranger.assistants.list()).rejects.toMatchObject({ statusCode: 401 })
  })
})

describe('a phone number', () => {
  test('is imported, linked, found and deleted', async () => {
    const assistant = await sandbox.client.assistants.create(receptionist)
    const imported = await sandbox.client.phoneNumbers.create(twilioNumber)
    expect(imported).toMatchObject({ number: OURS, status: 'active', smsEnabled: false })
    expect(imported).not.toHaveProperty('voiceUrl')
    await sandbox.client.phoneNumbers.update({ id: imported.id, body: { provider: 'twilio', assistantId: assistant.id } })
    expect(await sandbox.client.phoneNumbers.get({ id: imported.id })).toMatchObject({ assistantId: assistant.id, number: OURS })
    expect(await sandbox.client.phoneNumbers.phoneNumberControllerFindAllPaginated({ search: '5550200' })).toMatchObject({
      results: [{ id: imported.id }],
      metadata: { totalItems: 1, currentPage: 1 },
    })
    await sandbox.client.phoneNumbers.delete({ id: imported.id })
    expect(await sandbox.client.phoneNumbers.list()).toEqual([])
  })

  test('is not imported twice, nor with an unknown assistant', async () => {
    await sandbox.client.phoneNumbers.create(twilioNumber)
    await expect(sandbox.client.phoneNumbers.create(twilioNumber)).rejects.toMatchObject({ statusCode: 400 })
    await expect(sandbox.client.phoneNumbers.create({ ...twilioNumber, number: ANA, assistantId: 'nobody' })).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  test.each([
    ['a field of long ago', { ...twilioNumber, twilioPhoneNumber: OURS }],
    ['no number', { provider: 'twilio', twilioAccountSid: 'AC1', twilioAuthToken: 't' }],
    ['no credentials', { provider: 'twilio', number: OURS, twilioAccountSid: 'AC1' }],
    ['a number that is not E.164', { ...twilioNumber, number: '5125550200' }],
  ])('with %s is refused', async (_, body) => {
    expect((await raw('POST', '/phone-number', body)).status).toBe(400)
  })

  test('a change without the provider is refused', async () => {
    const imported = await sandbox.client.phoneNumbers.create(twilioNumber)
    expect((await raw('PATCH', `/phone-number/${imported.id}`, { name: 'Main line' })).status).toBe(400)
  })
})

describe('faults', () => {
  test.each([
    ['429', { statusCode: 429 }, 0],
    ['500', { statusCode: 500 }, 0],
    ['503', { statusCode: 503 }, 0],
    ['accept-then-reset', { statusCode: undefined }, 1],
  ] as const)('%s', async (kind, error, left) => {
    sandbox.standIn.faults.set({ creates: { kind, times: 1 } })
    await expect(sandbox.client.assistants.create(receptionist)).rejects.toMatchObject(error)
    expect(await sandbox.client.assistants.list()).toHaveLength(left)
  })

  test('accept-then-bad-json resolves without an id', async () => {
    sandbox.standIn.faults.set({ creates: 'accept-then-bad-json' })
    expect(await sandbox.client.assistants.create(receptionist)).not.toHaveProperty('id')
    expect(sandbox.standIn.assistants()).toHaveLength(1)
  })

  test('hang gives no answer until released', async () => {
    sandbox.standIn.faults.set({ reads: { kind: 'hang', times: 1 } })
    await expect(sandbox.client.assistants.list({}, { timeoutInSeconds: 0.1 })).rejects.toThrow()
    sandbox.standIn.faults.release()
    expect(await sandbox.client.assistants.list()).toEqual([])
  })
})

test('requests are remembered without the key', async () => {
  await sandbox.client.assistants.create(receptionist)
  expect(sandbox.standIn.requests()).toMatchObject([{ method: 'POST', path: '/assistant', body: { name: receptionist.name }, status: 201 }])
  expect(JSON.stringify(sandbox.standIn.requests())).not.toContain('sandbox-key')
})
