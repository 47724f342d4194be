import { twilioTelephony } from '@dentalanswer/relay/src/adapters/twilio/twilio-telephony.ts'
import { retryJob } from '@dentalanswer/relay/src/outbox/retry-job.ts'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_SID, AUTH_TOKEN } from '../support/world.ts'
import { ANA, ANA_GARCIA, openTexting, type Texting, WEDNESDAY_ELEVEN } from './text-scenes.ts'

/** The real client, but one that waits a quarter of a second instead of thirty. */
function impatient(world: Texting): void {
  world.deps.dispatcher.telephony = twilioTelephony({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    apiBase: `${world.sandbox.url}/twilio`,
    statusCallback: 'http://relay.test/api/webhooks/twilio/status',
    timeoutMs: 250,
  })
}

async function booked(world: Texting) {
  const patient = await world.addPatient(ANA_GARCIA)
  return { patient, visit: await world.book(patient) }
}

describe('what the carrier refuses for good is shown as what staff should do', () => {
  test('a landline: 21614', async () => {
    const world = await openTexting()
    world.twilio.mark(ANA, 'landline')
    await booked(world)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({
      status: 'failed',
      error_code: '21614',
      error: 'This number cannot receive texts, it may be a landline. Phone them.',
      attention: 'open',
    })
    expect(await world.jobs()).toMatchObject([{ state: 'failed', attempts: 1 }])
  })

  test('a number that is not registered yet: 30034', async () => {
    const world = await openTexting()
    world.twilio.mark(world.ourNumber, 'unregistered')
    await booked(world)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'undelivered', error_code: '30034' })
    expect((await world.last('outbound')).error).toContain('not registered for texting yet. Voice works')
    await expect(world.desk.call('text.send', { to: ANA as never, body: 'Hello' })).rejects.toMatchObject({ code: 'CANNOT_TEXT' })
  })

  test('a filtered text: 30007', async () => {
    const world = await openTexting()
    world.twilio.mark(ANA, 'blocked')
    await booked(world)
    await world.drain()
    world.clock.advance(120)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'undelivered', error_code: '30007', attention: 'open' })
    expect(world.sent()).toHaveLength(1)
  })
})

describe('what was certainly not accepted is tried again later', () => {
  test('429: not before the wait, then once', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ sends: { kind: '429', times: 2 } })
    await booked(world)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'waiting', error_code: '20429', attention: 'none' })
    const [job] = await world.jobs()
    expect(job!.run_after > new Date(world.clock.nowMs()).toISOString()).toBe(true)
    expect(world.sent()).toEqual([])
    for (let round = 0; round < 3; round++) {
      world.clock.advance(1)
      await world.drain()
    }
    expect(world.sent()).toHaveLength(1)
    expect(await world.last('outbound')).toMatchObject({ status: 'delivered', error: null, error_code: null })
  })

  test('for hours on end: then a person is told', async () => {
    const world = await openTexting({ now: '2026-03-02T14:05:00.000Z' })
    world.twilio.faults.set({ sends: '429' })
    await booked(world)
    for (let round = 0; round < 30; round++) {
      await world.drain()
      world.clock.advance(11)
    }
    expect(await world.last('outbound')).toMatchObject({ status: 'failed', attention: 'open', error: expect.stringContaining('too busy') })
    expect((await world.jobs())[0]!.attempts).toBeGreaterThan(8)
    world.twilio.faults.clear()
    await world.drain()
    expect(world.sent()).toEqual([])
  })
})

describe('a text of unknown outcome is looked up and never sent again by itself', () => {
  test.each([
    ['500', false],
    ['503', false],
    ['reset', false],
    ['hang', false],
    ['accept-then-reset', true],
    ['accept-then-hang', true],
    ['accept-then-bad-json', true],
  ] as const)('after %s', async (fault, wasAccepted) => {
    const world = await openTexting()
    impatient(world)
    // No callback tells of it either.
    world.twilio.faults.set({ sends: { kind: fault, times: 1 }, callbacks: 'dropped' })
    const { visit } = await booked(world)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'unknown', attention: 'none' })
    for (let round = 0; round < 8; round++) {
      world.clock.advance(0.6)
      await world.drain()
    }
    world.clock.advance(600)
    await world.drain()
    expect(world.twilio.requests().filter((one) => one.method === 'POST' && one.path.endsWith('/Messages.json'))).toHaveLength(1)
    const text = await world.last('outbound')
    if (wasAccepted) {
      expect(world.sent()).toHaveLength(1)
      expect(text).toMatchObject({ status: 'delivered', provider_message_id: world.sent()[0]!.sid, attention: 'none' })
      expect(await world.jobs()).toMatchObject([{ state: 'done' }])
    } else {
      expect(world.sent()).toEqual([])
      expect(text).toMatchObject({ status: 'unknown', attention: 'open', error: expect.stringContaining('not sent again by itself') })
      expect(await world.jobs()).toMatchObject([{ state: 'failed', attempts: 1 }])
    }
    expect(await world.visit(visit.id)).toMatchObject({ status: 'booked' })
  })

  test('a text that the look-up finds refused is shown so', async () => {
    const world = await openTexting()
    world.twilio.mark(ANA, 'blocked')
    world.twilio.faults.set({ sends: { kind: 'accept-then-reset', times: 1 }, callbacks: 'dropped' })
    await booked(world)
    await world.drain()
    world.clock.advance(1)
    await world.drain()
    expect(await world.last('outbound')).toMatchObject({ status: 'undelivered', error_code: '30007', attention: 'open' })
  })

  test('the same words sent before are not taken for it', async () => {
    const world = await openTexting()
    await world.desk.call('text.send', { to: ANA as never, body: 'Please call us' })
    await world.drain()
    world.clock.advance(0.5)
    world.twilio.faults.set({ sends: { kind: '500', times: 1 } })
    await world.desk.call('text.send', { to: ANA as never, body: 'Please call us' })
    for (let round = 0; round < 6; round++) {
      await world.drain()
      world.clock.advance(0.6)
    }
    expect((await world.messages()).map((one) => one.status)).toEqual(['delivered', 'unknown'])
    expect((await world.jobs()).map((one) => one.state)).toEqual(['done', 'failed'])
  })

  test('later texts to the same number wait for it at most two minutes, and others not at all', async () => {
    const world = await openTexting()
    impatient(world)
    world.twilio.faults.set({ sends: { kind: '500', times: 1 }, reads: 'hang' })
    await booked(world)
    await world.drain()
    await world.desk.call('text.send', { to: ANA as never, body: 'Second' })
    await world.desk.call('text.send', { to: '+15125550155' as never, body: 'To somebody else' })
    await world.drain()
    expect(world.sent().map((one) => one.body)).toEqual(['To somebody else'])
    world.clock.advance(1)
    await world.drain()
    expect(world.sent()).toHaveLength(1)
    world.clock.advance(1.1)
    await world.drain()
    expect(world.sent().map((one) => one.body)).toEqual(['To somebody else', 'Second'])
    // The vendor could not be asked all that time: staff know, and it is still looked for.
    const [first] = await world.messages()
    expect(first).toMatchObject({ status: 'unknown', attention: 'open' })
    expect((await world.jobs())[0]).toMatchObject({ state: 'unknown' })
    world.twilio.faults.clear()
    world.clock.advance(11)
    await world.drain()
    expect((await world.jobs())[0]).toMatchObject({ state: 'failed' })
    expect(world.sent()).toHaveLength(2)
  })

  test('a text that waited for the morning is not given up before it was looked for', async () => {
    const world = await openTexting({ now: '2026-03-03T04:00:00.000Z' })
    await booked(world)
    world.clock.set('2026-03-03T14:00:00.000Z')
    world.twilio.faults.set({ sends: { kind: '500', times: 1 } })
    await world.drain()
    world.clock.advance(0.6)
    await world.drain()
    expect(await world.jobs()).toMatchObject([{ state: 'unknown' }])
    expect(await world.last('outbound')).toMatchObject({ attention: 'none' })
  })

  test('an operator who is certain may send it again; one that a callback has proved nobody may', async () => {
    const world = await openTexting()
    world.twilio.faults.set({ sends: { kind: '500', times: 1 } })
    await booked(world)
    for (let round = 0; round < 6; round++) {
      await world.drain()
      world.clock.advance(0.6)
    }
    const [job] = await world.jobs()
    await expect(retryJob(world.deps.base, job!.id, false)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await retryJob(world.deps.base, job!.id, true)
    await world.drain()
    expect(world.sent()).toMatchObject([{ status: 'delivered' }])
    await expect(retryJob(world.deps.base, job!.id, true)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await world.drain()
    expect(world.sent()).toHaveLength(1)
  })
})

test('texts about a visit that was changed before they left are dropped', async () => {
  const world = await openTexting()
  world.twilio.faults.set({ sends: { kind: '429', times: 1 } })
  const { visit } = await booked(world)
  await world.drain()
  await world.desk.call('appointment.move', { appointmentId: visit.id, startsAt: WEDNESDAY_ELEVEN as never })
  world.clock.advance(2)
  await world.drain()
  expect(world.sent()).toHaveLength(1)
  expect(world.sent()[0]!.body).toContain('your visit is now Wed Mar 4 at 11:00 AM')
  expect((await world.messages()).map((one) => [one.status, one.error_code])).toEqual([
    ['blocked', 'OUTDATED'],
    ['delivered', null],
  ])
})
