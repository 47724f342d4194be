import { fetchLostReports } from '@dentalanswer/relay/src/calls/fetch-lost-reports.ts'
import { drainOnce } from '@dentalanswer/relay/src/outbox/dispatcher.ts'
import type { TransferOutcome, VoiceAgent } from '@dentalanswer/relay/src/ports/voice-agent.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { describe, expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const NO_ANSWER: TransferOutcome = { kind: 'later', code: 'NO_ANSWER' }

/** A live call that Kim has asked for, and a voice service that does `steps` one after the other when it is asked to put it through. */
async function askedFor() {
  const world = await openWorld()
  const { client } = await world.pair()
  await client.call('practice.change', { settings: { transferNumber: '+15125550150' as PhoneNumber } })
  const session = await world.call()
  const [call] = await client.call('call.list', {})
  await client.call('call.takeOver', { callId: call!.id, by: 'Kim' })
  const real = world.deps.voiceAgent!
  let asked = 0
  const drain = async (answer: (really: () => Promise<TransferOutcome>) => Promise<TransferOutcome>, more: Partial<VoiceAgent> = {}) => {
    const transferCall: VoiceAgent['transferCall'] = (url, to) => {
      asked++
      return answer(() => real.transferCall(url, to))
    }
    await drainOnce({ ...world.deps.dispatcher, voiceAgent: { ...real, transferCall, ...more } })
    world.clock.advance(1)
  }
  return {
    world,
    session,
    drain,
    asked: () => asked,
    present: async (): Promise<Call> => (await client.call('call.find', { callId: call!.id })).call,
    callbacks: () => world.rows<{ status: string; urgency: string; owner: string; outcome: string | null }>('callbacks'),
    controlUrl: async () => (await world.rows<{ control_url: string | null }>('calls'))[0]!.control_url,
  }
}

describe('a transfer whose answer was lost', () => {
  test('is not asked for again once the voice service shows that it happens', async () => {
    const { world, drain, asked, present, callbacks } = await askedFor()
    const loseAnswer = async (really: () => Promise<TransferOutcome>) => {
      await really()
      return NO_ANSWER
    }
    for (let round = 0; round < 3; round++) await drain(loseAnswer)
    expect(asked()).toBe(1)
    expect(await callbacks()).toEqual([])
    await world.vapi.flush()
    expect(await present()).toMatchObject({ endedReason: 'assistant-forwarded-call', takenOverBy: 'Kim' })
    expect(await world.rows('outbox')).toMatchObject([{ state: 'done' }])
  })

  test('is asked for again when the voice service shows that it does not', async () => {
    const { world, drain, asked, present } = await askedFor()
    await drain(async () => NO_ANSWER)
    await drain((really) => really())
    await world.vapi.flush()
    expect(asked()).toBe(2)
    expect(await present()).toMatchObject({ endedReason: 'assistant-forwarded-call' })
  })

  test('of a call that meanwhile ended otherwise becomes one urgent callback', async () => {
    const { session, drain, asked, callbacks } = await askedFor()
    await drain(async () => NO_ANSWER)
    await session.end({ report: 'lost' })
    await drain((really) => really())
    expect(asked()).toBe(1)
    expect(await callbacks()).toMatchObject([{ status: 'open', urgency: 'urgent', owner: 'Kim' }])
  })

  test('becomes a callback when nobody can say what happened', async () => {
    const { drain, callbacks, present } = await askedFor()
    const fetchCall: VoiceAgent['fetchCall'] = async () => {
      throw new Error('no answer')
    }
    for (let round = 0; round < 4; round++) await drain(async () => NO_ANSWER, { fetchCall })
    expect(await callbacks()).toMatchObject([{ status: 'open', urgency: 'urgent', owner: 'Kim' }])
    expect(await present()).toMatchObject({ takenOverBy: null })
  })
})

test('a refusal that comes when the caller is already being put through opens no callback', async () => {
  const { session, drain, present, callbacks } = await askedFor()
  await drain(async () => {
    await session.status('forwarding')
    return { kind: 'refused', code: '404' }
  })
  expect(await callbacks()).toEqual([])
  expect(await present()).toMatchObject({ status: 'forwarding', takenOverBy: 'Kim' })
})

test('a callback for a caller who was reached after all closes itself', async () => {
  const { session, drain, callbacks } = await askedFor()
  await drain(async () => ({ kind: 'refused', code: '404' }))
  expect(await callbacks()).toMatchObject([{ status: 'open' }])
  await session.end({ endedReason: 'assistant-forwarded-call' })
  expect(await callbacks()).toMatchObject([{ status: 'done', outcome: 'Was put through after all' }])
})

test('a call that was to be put through and of which nothing more is ever heard becomes a callback, and its address is forgotten', async () => {
  const { world, drain, callbacks, controlUrl } = await askedFor()
  await drain((really) => really())
  expect(await controlUrl()).not.toBeNull()
  world.clock.advance(30)
  const nobody = { fetchCall: async () => null }
  await fetchLostReports(world.deps.base, nobody)
  expect(await controlUrl()).toBeNull()
  expect(await callbacks()).toMatchObject([{ status: 'open', urgency: 'urgent', owner: 'Kim' }])
  world.clock.advance(30)
  await fetchLostReports(world.deps.base, nobody)
  expect(await callbacks()).toHaveLength(1)
})
