import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { at, type Filled, fillPractice } from '../support/desk-samples.ts'
import { openWorld, type World } from '../support/world.ts'

async function openDesk() {
  const world = await openWorld()
  return { world, of: await fillPractice(world), ...(await world.pair()) }
}

const audited = async (world: World, action: string) =>
  (await world.rows<{ action: string; detail: string; actor_kind: string }>('audit_log')).filter((line) => line.action === action)

describe('a lead', () => {
  test('gets an owner and is put off; what is not named stays', async () => {
    const { world, client, of } = await openDesk()
    const snoozedUntil = at('03-03 09:00')
    expect(await client.call('lead.change', { leadId: of.lead.id, owner: 'Kim' })).toMatchObject({ owner: 'Kim', snoozedUntil: null })
    expect(await client.call('lead.change', { leadId: of.lead.id, snoozedUntil })).toMatchObject({ owner: 'Kim', snoozedUntil })
    expect((await world.events()).at(-1)).toMatchObject({ type: 'lead.changed', changed: { leads: [{ owner: 'Kim', snoozedUntil }] } })
    const before = (await world.events()).length
    await client.call('lead.change', { leadId: of.lead.id, owner: 'Kim', snoozedUntil })
    expect(await world.events()).toHaveLength(before)
    expect(await client.call('lead.change', { leadId: of.lead.id, owner: null, snoozedUntil: null })).toMatchObject({
      owner: null,
      snoozedUntil: null,
    })
  })

  test('of another practice is not found', async () => {
    const { world, of } = await openDesk()
    const { client } = await (await world.addPractice()).pair()
    await expect(client.call('lead.change', { leadId: of.lead.id, owner: 'Kim' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the note of what was tried', () => {
  test('gains a line with every attempt, whichever desk makes it, and says so to all', async () => {
    const { world, client, of } = await openDesk()
    const other = (await world.pair('Back office')).client
    const callbackId = of.callback.id
    const dueAt = at('03-02 15:00')
    await client.call('callback.change', { callbackId, attempt: '9:10 AM left voicemail (Kim)', dueAt })
    const second = await other.call('callback.change', { callbackId, attempt: '9:40 AM no answer (Lee)' })
    expect(second).toMatchObject({ dueAt, note: '9:10 AM left voicemail (Kim)\n9:40 AM no answer (Lee)' })
    expect(await client.call('callback.list', {})).toEqual([second])
    expect((await world.events()).at(-1)).toMatchObject({ type: 'callback.changed', changed: { callbacks: [{ note: second.note }] } })
    expect((await client.call('snapshot.take', {})).entities.callbacks).toEqual([second])
    const { note } = await client.call('lead.change', { leadId: of.lead.id, attempt: '9:12 AM no answer' })
    expect(note).toBe('9:12 AM no answer')
    expect(await client.call('lead.list', {})).toMatchObject([{ note }])
  })

  test('is counted once when the request is repeated, and kept when the work is done', async () => {
    const { client, of } = await openDesk()
    const key = crypto.randomUUID()
    const tried = () => client.call('callback.change', { callbackId: of.callback.id, attempt: 'No answer' }, key)
    expect(await tried()).toEqual(await tried())
    expect(await client.call('callback.close', { callbackId: of.callback.id })).toMatchObject({ note: 'No answer', status: 'done' })
  })

  test('can be written anew, and loses its oldest lines when it is full', async () => {
    const { client, of } = await openDesk()
    const change = (input: { note?: string; attempt?: string }) => client.call('lead.change', { leadId: of.lead.id, ...input })
    expect((await change({ note: 'Oldest line' })).note).toBe('Oldest line')
    const long = (last: number) => `${'x'.repeat(198)}${last}`
    for (let n = 0; n < 5; n++) await change({ attempt: long(n) })
    expect((await change({})).note.split('\n')).toEqual([0, 1, 2, 3, 4].map(long))
    await expect(change({ note: 'x'.repeat(1_001) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect((await change({ note: '' })).note).toBe('')
  })
})

describe('text templates', () => {
  test('come with a new practice in both languages, and staff change them', async () => {
    const { client } = await openDesk()
    const { practice } = await client.call('setup.read', {})
    const { textTemplates } = practice.settings
    expect(textTemplates).toHaveLength(6)
    const mine = { id: 'parking', name: 'Parking', bodyEn: 'Park behind the house, {firstName}.', bodyEs: 'Estacione detras, {firstName}.' }
    await client.call('practice.change', { settings: { textTemplates: [mine] } })
    const after = (await client.call('setup.read', {})).practice.settings
    expect(after).toEqual({ ...practice.settings, textTemplates: [mine] })
    await expect(client.call('practice.change', { settings: { textTemplates: [mine, mine] } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('the snapshot', () => {
  test('has finished work of the last seven days, so that desks see how it ended', async () => {
    const { world, client, of } = await openDesk()
    await client.call('lead.close', { leadId: of.lead.id, outcome: 'Booked' })
    await client.call('callback.close', { callbackId: of.callback.id, outcome: 'Reached' })
    await client.call('alarm.acknowledge', { alarmId: of.alarm.id, by: 'Kim' })
    const seen = async () => {
      const { leads, callbacks, alarms } = (await client.call('snapshot.take', {})).entities
      return [leads, callbacks, alarms].map((list) => list?.length)
    }
    expect(await seen()).toEqual([1, 1, 1])
    world.clock.advance(7 * 1_440 - 1)
    expect(await seen()).toEqual([1, 1, 1])
    world.clock.advance(2)
    expect(await seen()).toEqual([0, 0, 0])
  })

  test('has open work however old', async () => {
    const { world, client } = await openDesk()
    world.clock.advance(60 * 1_440)
    const { leads, callbacks, alarms } = (await client.call('snapshot.take', {})).entities
    expect([leads?.length, callbacks?.length, alarms?.length]).toEqual([1, 1, 1])
  })
})

describe('pages of rows of one millisecond', () => {
  const PHONE = '+15125550188' as PhoneNumber

  async function crowded() {
    const desk = await openDesk()
    await write(desk.world.ctx, 'test', function* (tx) {
      for (let index = 0; index < 7; index++) {
        const id = tx.newId<Filled['message']['id']>()
        yield* tx.insert('messages', { ...desk.of.message, id, patientNumber: PHONE, providerMessageId: id, body: String(index) })
        const number = `+1512556010${index}` as PhoneNumber
        const other = tx.newId<Filled['message']['id']>()
        yield* tx.insert('messages', { ...desk.of.message, id: other, patientNumber: number, providerMessageId: other })
        yield* tx.insert('calls', { ...desk.of.call, id: tx.newId<CallId>(), externalId: `call-${index}` })
      }
      tx.emit('message.received')
    })
    return desk
  }

  type Row = { id: string; createdAt: Instant }

  /** Every row, three at a time. */
  async function leaf<T>(read: (page: { before?: Instant; beforeId?: never; limit: number }) => Promise<T[]>, rowOf: (one: T) => Row) {
    const seen: string[] = []
    for (let start: { before?: Instant; beforeId?: never } = {}; ; ) {
      const page = await read({ ...start, limit: 3 })
      seen.push(...page.map((one) => rowOf(one).id))
      if (page.length < 3) return seen
      const last = rowOf(page.at(-1)!)
      start = { before: last.createdAt, beforeId: last.id as never }
    }
  }

  test('of a thread, of threads and of calls skip none and show none twice', async () => {
    const { client } = await crowded()
    const once = (ids: string[], count: number) => {
      expect(ids).toHaveLength(count)
      expect(new Set(ids).size).toBe(count)
    }
    once(
      await leaf(
        (page) => client.call('thread.read', { phoneNumber: PHONE, ...page }),
        (one) => one,
      ),
      7,
    )
    once(
      await leaf(
        (page) => client.call('thread.list', page),
        (one) => one.newest,
      ),
      9,
    )
    once(
      await leaf(
        (page) => client.call('call.list', page),
        (one) => one,
      ),
      8,
    )
  })
})

test('looking at the schedule, the threads, a search and the whole practice are each one line of the audit log', async () => {
  const { world, client, of } = await openDesk()
  await client.call('schedule.range', { from: '2026-03-02' as never, to: '2026-03-06' as never })
  await client.call('patient.search', { text: 'garcia' })
  await client.call('thread.list', {})
  await client.call('snapshot.take', {})
  for (const action of ['schedule.read', 'patient.searched', 'thread.listed', 'snapshot.taken'])
    expect(await audited(world, action), action).toMatchObject([{ actor_kind: 'desk' }])
  const [search] = await audited(world, 'patient.searched')
  expect(JSON.parse(search!.detail).patientIds.sort()).toEqual([of.ana.id, of.luis.id].sort())
})
