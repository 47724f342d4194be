import { ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import { recordingPath } from '@dentalanswer/shared/contract/routes.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { expect, test } from 'vitest'
import { serveWorld } from '../support/serve-world.ts'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'

async function endedCall(world: World) {
  const call = await world.call()
  await call.say('user', 'I would like a cleaning')
  await call.end()
  const [row] = await world.rows<{ id: CallId }>('calls')
  return row!.id
}

const tokens = new WeakMap<PracticeWorld, string>()

/** As one desk of the practice. */
async function listen(world: World, callId: string, headers: Record<string, string> = {}, from: PracticeWorld = world, method = 'GET') {
  const token = tokens.get(from) ?? (await from.pair()).token
  tokens.set(from, token)
  return world.request(recordingPath(callId as CallId), { method, headers: { authorization: `Bearer ${token}`, ...headers } })
}

const codeOf = async (response: Response) => ErrorReply.parse(await response.json()).error.code

test('the recording of a call plays at the desk, whole or in parts, and is kept in no cache', async () => {
  const world = await openWorld()
  const callId = await endedCall(world)
  const whole = await listen(world, callId)
  expect(whole.status).toBe(200)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  const bytes = new Uint8Array(await whole.arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('RIFF')
  expect(whole.headers.get('content-length')).toBe(String(bytes.length))

  const part = await listen(world, callId, { range: 'bytes=100-299' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-299/${bytes.length}`])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(100, 300))
  const end = await listen(world, callId, { range: 'bytes=-10' })
  expect(new Uint8Array(await end.arrayBuffer())).toEqual(bytes.slice(-10))
  expect((await listen(world, callId, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  expect((await listen(world, callId, { range: 'lines=1-2' })).status).toBe(200)

  const head = await listen(world, callId, {}, world, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(bytes.length), ''])
})

test('each listening is kept: which desk, which call', async () => {
  const world = await openWorld()
  const callId = await endedCall(world)
  await listen(world, callId)
  const lines = await world.rows<{ action: string; actor_kind: string; subject_id: string }>('audit_log')
  expect(lines.filter((line) => line.action === 'recording.read')).toMatchObject([{ actor_kind: 'desk', subject_id: callId }])
})

test('a call that goes on, one that was not recorded and one that nobody knows have none', async () => {
  const world = await openWorld()
  await world.call()
  const [live] = await world.rows<{ id: string }>('calls')
  for (const id of [live!.id, crypto.randomUUID()]) {
    const answer = await listen(world, id)
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'NOT_FOUND'])
  }
  const wrong = await listen(world, 'x')
  expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'BAD_INPUT'])
})

test('a call of another practice has none, and without a token nobody listens', async () => {
  const world = await openWorld()
  const callId = await endedCall(world)
  const other = await world.addPractice()
  expect((await listen(world, callId, {}, other)).status).toBe(404)
  const nobody = await world.request(recordingPath(callId))
  expect([nobody.status, await codeOf(nobody)]).toEqual([401, 'NOT_PAIRED'])
})

test('a voice service that fails or lost the file is told apart, in words for staff', async () => {
  const world = await openWorld()
  const callId = await endedCall(world)
  world.vapi.faults.set({ reads: { kind: '500', times: 1 } })
  const failed = await listen(world, callId)
  expect([failed.status, await codeOf(failed)]).toEqual([502, 'VENDOR_UNAVAILABLE'])
  expect((await listen(world, callId)).status).toBe(200)
  world.vapi.clear()
  expect((await listen(world, callId)).status).toBe(404)
})

test('over a real connection a long recording comes whole, and one that nobody listens to any more is not fetched further', async () => {
  const world = await openWorld()
  const callId = await endedCall(world)
  const length = 20_000_000
  const sent = { bytes: 0, isStopped: false }
  const chunk = new Uint8Array(64_000).fill(7)
  const body = () => {
    let left = length
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const part = chunk.subarray(0, Math.min(left, chunk.length))
        left -= part.length
        sent.bytes += part.length
        controller.enqueue(part)
        if (left === 0) controller.close()
      },
      cancel() {
        sent.isStopped = true
      },
    })
  }
  const voiceAgent = {
    ...world.deps.voiceAgent!,
    openRecording: async () => ({
      status: 200 as const,
      contentType: 'audio/wav',
      contentLength: String(length),
      contentRange: null,
      body: body(),
    }),
  }
  const served = await serveWorld({ ...world.deps, voiceAgent })
  const { token } = await world.pair()
  const listening = new AbortController()
  const start = () =>
    fetch(new URL(recordingPath(callId), served.url), { headers: { authorization: `Bearer ${token}` }, signal: listening.signal })
  const whole = await start()
  expect(whole.headers.get('content-length')).toBe(String(length))
  expect((await whole.arrayBuffer()).byteLength).toBe(length)

  sent.bytes = 0
  const reader = (await start()).body!.getReader()
  await reader.read()
  listening.abort()
  await expect.poll(() => sent.isStopped).toBe(true)
  expect(sent.bytes).toBeLessThan(length)
})
