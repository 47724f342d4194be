import { describe, expect, test } from 'vitest'
import { ANA, ANA_GARCIA, openTexting, type Texting } from './text-scenes.ts'

async function booked(world: Texting) {
  return world.book(await world.addPatient(ANA_GARCIA))
}

/** A status callback of our own making, as the carrier would post it. */
async function tell(world: Texting, messageSid: string, status: string, errorCode?: string, reference?: string): Promise<number> {
  const path = `/api/webhooks/twilio/status${reference ? `?m=${reference}` : ''}`
  const more: Record<string, string> = errorCode ? { ErrorCode: errorCode } : {}
  return (await world.twilio.postWebhook(path, { MessageSid: messageSid, MessageStatus: status, ...more })).status
}

describe('status callbacks only move a text forward', () => {
  test.each(['early', 'duplicated', 'out-of-order'] as const)('%s', async (fault) => {
    const world = await openTexting()
    world.twilio.faults.set({ callbacks: fault })
    await booked(world)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered', attention: 'none', error: null })
    expect(world.sent()).toHaveLength(1)
    expect(await world.jobs()).toMatchObject([{ state: 'done' }])
  })

  test('dropped: it stays accepted, and nothing is sent again', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ callbacks: 'dropped' })
    await booked(world)
    await world.drain()
    world.clock.advance(600)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'accepted' })
    expect(world.sent()).toHaveLength(1)
  })

  test('every order of the same callbacks ends delivered', async () => {
    const statuses = ['queued', 'sending', 'sent', 'delivered']
    for (const order of [statuses, statuses.toReversed(), ['sent', 'delivered', 'queued', 'sending', 'sent']]) {
      const world = await openTexting()
      world.twilio.faults.set({ callbacks: 'dropped' })
      await booked(world)
      await world.drain()
      for (const status of order) expect(await tell(world, world.sent()[0]!.sid, status)).toBe(204)
      expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
      await world.close()
    }
  })

  test('"delivered" after "undelivered" stands; "undelivered" after "delivered" does not', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ callbacks: 'dropped' })
    await booked(world)
    await world.drain()
    const { sid } = world.sent()[0]!
    await tell(world, sid, 'undelivered', '30005')
    expect(await world.last('outbound')).toMatchObject({ status: 'undelivered', attention: 'open' })
    await tell(world, sid, 'delivered')
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered', attention: 'done', error: null })
    await tell(world, sid, 'failed', '30008')
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
  })

  test('one before the answer to the send proves it, although the answer is lost', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ sends: 'accept-then-reset', callbacks: 'early' })
    await booked(world)
    await world.drainOnly()
    expect(await world.last('outbound')).toMatchObject({ status: 'accepted', provider_message_id: world.sent()[0]!.sid })
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
    expect(await world.jobs()).toMatchObject([{ state: 'done' }])
  })

  test('one about a text that was given up settles it, and its alarm to staff', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ sends: { kind: '500', times: 1 } })
    await booked(world)
    for (let round = 0; round < 6; round++) {
      await world.drain()
      world.clock.advance(0.6)
    }
    const [job] = await world.jobs()
    expect(job).toMatchObject({ state: 'failed' })
    await tell(world, `SM${'7'.repeat(32)}`, 'sent', undefined, job!.id)
    expect(await world.last('outbound')).toMatchObject({ status: 'sent', attention: 'done' })
    expect(await world.jobs()).toMatchObject([{ state: 'done' }])
  })

  test('unknown words, unknown texts, inbound texts and other practices’ texts are answered and change nothing', async () => {
    const world = await openTexting()
    const other = await world.addPractice()
    await booked(world)
    await world.drain()
    const incoming = await world.text(ANA, 'hello')
    const before = [await world.messages(), await other.rows('messages')]
    const [text] = before[0] as { id: string; provider_message_id: string }[]
    expect(await tell(world, text!.provider_message_id, 'teleported')).toBe(204)
    expect(await tell(world, `SM${'9'.repeat(32)}`, 'failed', '30005')).toBe(204)
    expect(await tell(world, incoming.messageSid, 'failed', '30005')).toBe(204)
    expect(await tell(world, `SM${'8'.repeat(32)}`, 'sent', undefined, 'not-an-id')).toBe(204)
    expect([await world.messages(), await other.rows('messages')]).toEqual(before)
    const forged = await world.request('/api/webhooks/twilio/status', { method: 'POST', body: 'MessageStatus=failed' })
    expect(forged.status).toBe(403)
  })
})

describe('a phone that is off (30003)', () => {
  const unreachable = async () => {
    const world = await openTexting()
    world.twilio.mark(ANA, 'unreachable')
    await booked(world)
    await world.drain()
    return world
  }

  test('gets one later try and no more; then a person is told', async () => {
    const world = await unreachable()
    expect(await world.last('outbound')).toMatchObject({ status: 'waiting', error_code: '30003', attention: 'none' })
    world.clock.advance(20)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    world.clock.advance(11)
    await world.drain()
    expect(world.sent()).toHaveLength(2)
    for (let round = 0; round < 5; round++) {
      world.clock.advance(60)
      await world.drain()
    }
    expect(world.sent()).toHaveLength(2)
    expect(await world.last('outbound')).toMatchObject({ status: 'undelivered', error_code: '30003', attention: 'open' })
  })

  test('gets its one later try also when the first was put off by a 429', async () => {
    const world = await openTexting()
    world.twilio.mark(ANA, 'unreachable')
    world.twilio.faults.set({ sends: { kind: '429', times: 1 } })
    await booked(world)
    await world.drain()
    world.clock.advance(1)
    await world.drain()
    world.twilio.mark(ANA, null)
    world.clock.advance(31)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
    expect(world.sent()).toHaveLength(2)
  })

  test('that had the first try after all gets no second one', async () => {
    const world = await unreachable()
    const [job] = await world.jobs()
    await tell(world, world.sent()[0]!.sid, 'delivered', undefined, job!.id)
    world.clock.advance(60)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered' })
  })

  test('late callbacks of the first try do not count for the second', async () => {
    const world = await unreachable()
    const [job] = await world.jobs()
    const first = world.sent()[0]!.sid
    await tell(world, first, 'failed', '30005', job!.id)
    expect(await world.last('outbound')).toMatchObject({ status: 'waiting' })
    world.twilio.faults.set({ sends: { kind: '500', times: 1 } })
    world.clock.advance(31)
    await world.drainOnly()
    await tell(world, first, 'canceled', undefined, job!.id)
    expect(await world.last('outbound')).toMatchObject({ status: 'unknown', provider_message_id: null })
    // The look-up must not take the first try, which has the same words, for the second.
    for (let round = 0; round < 6; round++) {
      world.clock.advance(0.6)
      await world.drainOnly()
    }
    expect(await world.last('outbound')).toMatchObject({ status: 'unknown', attention: 'open' })
    expect(world.sent()).toHaveLength(1)
  })

  test('does not hold up other texts to that number meanwhile', async () => {
    const world = await unreachable()
    world.twilio.mark(ANA, null)
    await world.desk.call('text.send', { to: ANA as never, body: 'Doctor Patel is ill today' })
    await world.drain()
    expect(world.sent().at(-1)).toMatchObject({ body: 'Doctor Patel is ill today', status: 'delivered' })
  })
})
