import { fetchLostReports } from '@dentalanswer/relay/src/calls/fetch-lost-reports.ts'
import type { VoiceAgent } from '@dentalanswer/relay/src/ports/voice-agent.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

type FollowUp = { kind?: string; reason: string; urgency?: string; phone_number: string | null; due_at?: string }
const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning' }

async function followUps(world: World) {
  return {
    leads: await world.rows<FollowUp>('leads'),
    callbacks: await world.rows<FollowUp>('callbacks'),
    alarms: await world.rows('alarms'),
  }
}

/** A whole call in which no tool is called, and what came out of it. */
async function afterCall(lines: [role: 'user' | 'assistant', text: string][], end: object = {}) {
  const world = await openWorld()
  const call = await world.call()
  for (const [role, text] of lines) await call.say(role, text)
  await call.end(end)
  return { world, ...(await followUps(world)) }
}

test.each(['It is an emergency', 'I need to come in ASAP', 'my tooth is killing me', 'me duele una muela'])(
  '"%s" becomes an urgent lead when no tool was called',
  async (said) => {
    const { leads } = await afterCall([['user', said]])
    expect(leads).toMatchObject([{ kind: 'urgent', phone_number: '+15125550199' }])
  },
)

test.each(['Could someone call me back about my bill?', 'I want to talk to a real person', 'que me llamen por favor'])(
  '"%s" becomes a callback with a time when no tool was called',
  async (said) => {
    const { callbacks } = await afterCall([['user', said]])
    expect(callbacks).toMatchObject([{ urgency: 'routine', phone_number: '+15125550199', due_at: '2026-03-02T16:00:00.000Z' }])
  },
)

test('a promise that only the assistant spoke of is kept too', async () => {
  const { callbacks } = await afterCall([
    ['user', 'I have a question about insurance'],
    ['assistant', 'Someone from the office will call you back this morning.'],
  ])
  expect(callbacks).toHaveLength(1)
})

test.each([
  [[['user', 'When do you open?'] as const, ['assistant', 'At eight. I can have someone call you back if you like.'] as const]],
  [[['user', 'No thanks, do not call me back'] as const]],
  [[['assistant', 'Is it an emergency, are you in pain?'] as const, ['user', 'No, no pain at all'] as const]],
])('an ordinary call leaves no work behind', async (lines) => {
  const { leads, callbacks, alarms } = await afterCall(lines as never)
  expect({ leads, callbacks, alarms }).toEqual({ leads: [], callbacks: [], alarms: [] })
})

test('somebody who was put through to a person needs no call', async () => {
  const { callbacks } = await afterCall([['user', 'I want to talk to a real person']], { endedReason: 'assistant-forwarded-call' })
  expect(callbacks).toEqual([])
})

test('an urgent caller who has a visit is in hand; one who only cancelled is not', async () => {
  const world = await openWorld()
  const booked = await world.call()
  await booked.tool('book-appointment', { ...ana, startsAt: 'today at eleven' })
  await booked.say('user', 'thank you, it hurts a lot')
  await booked.end()
  expect((await followUps(world)).leads).toEqual([])
  const cancelled = await world.call()
  await cancelled.tool('cancel-appointment', ana)
  await cancelled.say('user', 'the pain is too bad, I go elsewhere')
  await cancelled.end()
  expect((await followUps(world)).leads.map((lead) => lead.kind).sort()).toEqual(['rebook', 'urgent'])
})

test.each([
  ["You're all set for Tuesday at nine.", 'booked'],
  ['I have booked you for Tuesday at nine, and if anything changes give us a ring.', 'booked'],
  ['Okay, your visit has been cancelled.', 'cancelled'],
  ["I've moved it to Friday, okay?", 'moved'],
])('"%s" without the deed becomes a lead', async (said, what) => {
  const { leads, world } = await afterCall([['assistant', said]])
  expect(leads).toMatchObject([{ kind: 'said_not_done', reason: expect.stringContaining(what) }])
  expect(await world.rows('calls')).toMatchObject([{ difference: leads[0]?.reason }])
})

test.each([
  'Once that is booked you will get a text.',
  'Would you like it cancelled?',
  'I could not book that.',
  'The time has not been moved.',
])('"%s" claims nothing', async (said) => {
  expect((await afterCall([['assistant', said]])).leads).toEqual([])
})

test('what the structured answers claim is held against the store as well', async () => {
  const { leads } = await afterCall([['user', 'Hello']], { structuredData: { booked: true } })
  expect(leads).toMatchObject([{ kind: 'said_not_done' }])
})

test('what was done may be said, and a visit that was read out is no claim', async () => {
  const world = await openWorld()
  const first = await world.call()
  await first.tool('book-appointment', { ...ana, startsAt: 'March 11 at nine' })
  await first.say('assistant', "You're booked for March eleventh at nine.")
  await first.end({ structuredData: { booked: true } })
  const second = await world.call()
  await second.tool('find-appointments', ana)
  await second.say('assistant', 'Your visit is scheduled for March eleventh at nine.')
  await second.end()
  expect((await followUps(world)).leads).toEqual([])
})

test('a lost report is fetched, once, and does what it would have done', async () => {
  const world = await openWorld()
  const call = await world.call()
  await call.tool('check-availability', { appointmentType: 'cleaning' })
  call.record.turns.push({ kind: 'said', role: 'user', text: 'just have someone call me back', at: world.clock.nowMs() })
  await call.end({ report: 'lost', summary: 'Wants a call.', cost: 0.5 })
  const fetch = () => fetchLostReports(world.deps.base, world.deps.voiceAgent!)
  expect(await fetch()).toBe(0)
  world.clock.advance(21)
  expect([await fetch(), await fetch()]).toEqual([1, 0])
  expect(await world.rows('calls')).toMatchObject([{ summary: 'Wants a call.', status: 'ended', has_report: 1 }])
  expect((await followUps(world)).callbacks).toHaveLength(1)
  await call.deliverReport()
  expect((await followUps(world)).callbacks).toHaveLength(1)
})

test('a call still going on, one that nobody knows and one that cannot be asked about keep no other waiting', async () => {
  const world = await openWorld()
  const [going, unknown, failing, lost] = [await world.call(), await world.call(), await world.call(), await world.call()]
  world.clock.advance(21)
  const agent: Pick<VoiceAgent, 'fetchCall'> = {
    async fetchCall(id) {
      if (id === failing.id) throw new Error('no answer')
      if (id === unknown.id) return null
      return { isOver: id === lost.id, isPutThrough: false, report: { endedReason: 'customer-ended-call' } }
    },
  }
  await expect(fetchLostReports(world.deps.base, agent)).rejects.toThrow('no answer')
  const rows = await world.rows<{ external_id: string; status: string; has_report: number }>('calls')
  expect(Object.fromEntries(rows.map((row) => [row.external_id, [row.status, row.has_report]]))).toEqual({
    [going.id]: ['in_progress', 0],
    [unknown.id]: ['ended', 0],
    [failing.id]: ['in_progress', 0],
    [lost.id]: ['ended', 1],
  })
  expect(await fetchLostReports(world.deps.base, agent)).toBe(0)
})

test('a report that arrives while it is being fetched stays', async () => {
  const world = await openWorld()
  const call = await world.call()
  world.clock.advance(21)
  const agent: Pick<VoiceAgent, 'fetchCall'> = {
    async fetchCall() {
      await call.end({ summary: 'On time after all.' })
      return { isOver: false, isPutThrough: false, report: {} }
    },
  }
  await fetchLostReports(world.deps.base, agent)
  expect(await world.rows('calls')).toMatchObject([{ has_report: 1, status: 'ended', summary: 'On time after all.' }])
})

test.each(['none', 'urgent'])('a call nobody knows is given up, once; urgency %s decides whether a person must look', async (urgency) => {
  const world = await openWorld()
  const call = await world.call()
  await call.say('user', urgency === 'urgent' ? 'my tooth is killing me' : 'When do you open?')
  const asked: string[] = []
  const agent: Pick<VoiceAgent, 'fetchCall'> = {
    async fetchCall(id) {
      asked.push(id)
      return null
    },
  }
  for (let round = 0; round < 2; round++) {
    world.clock.advance(21)
    await fetchLostReports(world.deps.base, agent)
  }
  expect(asked).toHaveLength(1)
  expect(await world.rows('calls')).toMatchObject([{ status: 'ended', ended_reason: 'report-lost', has_report: 0 }])
  const kinds = async () => (await followUps(world)).leads.map((lead) => lead.kind)
  expect(await kinds()).toEqual(urgency === 'urgent' ? ['urgent'] : [])
  await call.end({ summary: 'Late after all.' })
  expect(await world.rows('calls')).toMatchObject([{ has_report: 1, summary: 'Late after all.' }])
  expect(await kinds()).toEqual(urgency === 'urgent' ? ['urgent'] : [])
})
