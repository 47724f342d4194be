import { isControlUrl } from '@dentalanswer/relay/src/adapters/vapi/call-control.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { describe, expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const FRONT_DESK = '+15125550150' as PhoneNumber
const CALLER = '+15125550199'

async function liveCall(transferNumber: PhoneNumber | null = FRONT_DESK) {
  const world = await openWorld()
  const { client } = await world.pair()
  await client.call('practice.change', { settings: { transferNumber } })
  const session = await world.call()
  const [call] = await client.call('call.list', {})
  const present = async (): Promise<Call> => (await client.call('call.find', { callId: call!.id })).call
  const callbacks = () => world.rows<{ urgency: string; status: string; phone_number: string; owner: string; call_id: string }>('callbacks')
  const takeOver = () => client.call('call.takeOver', { callId: call!.id, by: 'Kim' })
  return { world, client, session, callId: call!.id, present, callbacks, takeOver }
}

describe('taking over a live call', () => {
  test('puts the caller through to the practice and ends the part of the assistant', async () => {
    const { world, session, takeOver, present, callbacks } = await liveCall()
    expect(await takeOver()).toMatchObject({ status: 'in_progress', takenOverBy: 'Kim', takenOverAt: expect.any(String) })
    expect(session.record.status).toBe('in-progress')
    await world.drain()
    await world.vapi.flush()
    expect(session.record.forwardedTo).toBe(FRONT_DESK)
    expect(await present()).toMatchObject({ status: 'ended', endedReason: 'assistant-forwarded-call', takenOverBy: 'Kim' })
    expect(await callbacks()).toEqual([])
  })

  test('asks once, whoever asks again', async () => {
    const { world, client, callId, takeOver } = await liveCall()
    const first = await takeOver()
    expect(await takeOver()).toEqual(first)
    expect(await client.call('call.takeOver', { callId, by: 'Lee' })).toMatchObject({ takenOverBy: 'Kim' })
    await world.drain()
    expect(world.vapi.requests().filter((one) => one.path.endsWith('/control'))).toHaveLength(1)
    expect((await world.rows<{ kind: string }>('outbox')).filter((one) => one.kind === 'call.transfer')).toHaveLength(1)
  })

  test('is refused when the call is over, when no number is set, and in another practice', async () => {
    const { world, session, callId, takeOver } = await liveCall()
    const { client } = await (await world.addPractice()).pair()
    await expect(client.call('call.takeOver', { callId, by: 'Kim' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await session.end()
    await expect(takeOver()).rejects.toMatchObject({ code: 'CALL_OVER' })
    const other = await liveCall(null)
    await expect(other.takeOver()).rejects.toMatchObject({ code: 'NO_TRANSFER_NUMBER' })
    await other.client.call('practice.change', { settings: { transferNumber: other.world.ourNumber } })
    const back = { code: 'NO_TRANSFER_NUMBER', message: expect.stringContaining('leads back to the assistant') }
    await expect(other.takeOver()).rejects.toMatchObject(back)
    expect(await other.present()).toMatchObject({ takenOverBy: null })
  })

  test('is tried again when the voice service stumbles', async () => {
    const { world, takeOver, present } = await liveCall()
    world.vapi.faults.set({ creates: { kind: '500', times: 1 } })
    await takeOver()
    await world.drain()
    world.clock.advance(1)
    await world.drain()
    await world.vapi.flush()
    expect(await present()).toMatchObject({ status: 'ended', endedReason: 'assistant-forwarded-call' })
  })

  test('that fails for good opens an urgent callback, tells the desks, and may be tried again', async () => {
    const { world, takeOver, present, callbacks, callId } = await liveCall()
    world.vapi.faults.set({ creates: { kind: '500', times: 3 } })
    await takeOver()
    for (let minute = 0; minute < 4; minute++) {
      await world.drain()
      world.clock.advance(1)
    }
    expect(await present()).toMatchObject({ status: 'in_progress', takenOverBy: null, takenOverAt: null })
    expect(await callbacks()).toMatchObject([{ urgency: 'urgent', status: 'open', phone_number: CALLER, owner: 'Kim', call_id: callId }])
    const told = (await world.events()).filter((event) => event.type === 'callback.changed')
    expect(told).toMatchObject([{ changed: { calls: [{ takenOverBy: null }], callbacks: [{ urgency: 'urgent' }] } }])
    await takeOver()
    await world.drain()
    await world.vapi.flush()
    expect(await present()).toMatchObject({ endedReason: 'assistant-forwarded-call' })
  })

  test('of a caller who hangs up first opens an urgent callback', async () => {
    const { world, session, takeOver, callbacks } = await liveCall()
    await takeOver()
    await session.end()
    await world.drain()
    expect(await callbacks()).toMatchObject([{ urgency: 'urgent', phone_number: CALLER }])
    expect(world.vapi.requests().filter((one) => one.path.endsWith('/control'))).toEqual([])
  })

  test('of a caller who asked to be called back and hangs up leaves one callback, now urgent', async () => {
    const { world, session, takeOver, callbacks } = await liveCall()
    await session.say('user', 'Could somebody call me back please?')
    await takeOver()
    await session.end()
    await world.drain()
    expect(await callbacks()).toMatchObject([{ urgency: 'urgent', status: 'open', owner: 'Kim' }])
  })

  test('that nobody at the practice answers opens an urgent callback', async () => {
    const { world, session, takeOver, callbacks } = await liveCall()
    await takeOver()
    await world.drain()
    await session.status('forwarding')
    await session.end({ endedReason: 'call.forwarding.no-answer' })
    expect(await callbacks()).toMatchObject([{ urgency: 'urgent', phone_number: CALLER, owner: 'Kim' }])
  })

  test('by a worker that vanished is taken up by the next', async () => {
    const { world, takeOver, present } = await liveCall()
    world.vapi.faults.set({ creates: { kind: 'hang', times: 1 } })
    await takeOver()
    void world.drainOnly()
    await expect.poll(async () => (await world.rows<{ state: string }>('outbox'))[0]?.state).toBe('sending')
    world.clock.advance(2)
    await world.drain()
    await world.vapi.flush()
    expect(await present()).toMatchObject({ endedReason: 'assistant-forwarded-call' })
  })
})

test('the address that steers a call is in no answer, event or snapshot, and forgotten when the call ends', async () => {
  const { world, client, session, callId } = await liveCall()
  const kept = async () => (await world.rows<{ control_url: string | null }>('calls'))[0]!.control_url
  expect(await kept()).toMatch(/\/live\/[0-9a-f-]+\/control$/)
  const seen = JSON.stringify([
    await client.call('call.find', { callId }),
    await client.call('call.list', {}),
    await client.call('snapshot.take', {}),
    await world.rows('events'),
    await world.rows('outbox'),
    await world.rows('audit_log'),
  ])
  expect(seen).not.toContain('/control')
  await session.end()
  expect(await kept()).toBeNull()
})

test('only addresses of the voice service itself steer calls', () => {
  const yes = ['https://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai/c1/control', 'https://vapi.ai/c1/control']
  const no = [
    'http://phone.vapi.ai/c1/control',
    'https://vapi.ai.example.com/c1/control',
    'https://evilvapi.ai/c1/control',
    'https://user:pass@phone.vapi.ai/control',
    'https://phone.vapi.ai:8443/control',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:4010/vapi/live/c1/control',
    'file:///etc/passwd',
    'nothing',
    '',
    `https://phone.vapi.ai/${'x'.repeat(600)}`,
  ]
  expect(yes.filter((address) => !isControlUrl(address, null))).toEqual([])
  expect(no.filter((address) => isControlUrl(address, null))).toEqual([])
  expect(isControlUrl('http://127.0.0.1:4010/vapi/live/c1/control', 'http://127.0.0.1:4010/vapi')).toBe(true)
  expect(isControlUrl('http://127.0.0.1:4011/vapi/live/c1/control', 'http://127.0.0.1:4010/vapi')).toBe(false)
})

test('a webhook that names somebody else’s address does not make a call steerable', async () => {
  const { world, client } = await liveCall()
  const [number] = world.file.phoneNumbers
  const call = {
    id: 'forged',
    type: 'inboundPhoneCall',
    phoneNumberId: number?.vapiPhoneNumberId,
    customer: { number: CALLER },
    monitor: { controlUrl: 'https://attacker.example/control' },
  }
  await world.request('/api/webhooks/vapi', {
    method: 'POST',
    headers: { 'x-vapi-secret': world.deps.config.vapi.webhookSecret },
    body: JSON.stringify({ message: { type: 'status-update', status: 'in-progress', timestamp: world.clock.nowMs(), call } }),
  })
  const forged = (await client.call('call.list', {})).find((one) => one.externalId === 'forged')!
  await expect(client.call('call.takeOver', { callId: forged.id })).rejects.toMatchObject({ code: 'VENDOR_UNAVAILABLE' })
})
