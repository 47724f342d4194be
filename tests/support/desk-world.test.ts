import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { openDeskWorld, TUESDAY_MORNING } from './desk-world.ts'

const MOMENTS: Record<string, string> = {
  'Tuesday at 10:42': TUESDAY_MORNING,
  'shortly after opening': '2026-03-03T14:25:00.000Z',
  'three at night': '2026-03-04T09:00:00.000Z',
  'late on Friday': '2026-11-21T04:30:00.000Z',
  'a Saturday afternoon': '2026-11-21T21:00:00.000Z',
}

test.each(Object.keys(MOMENTS))('at %s the morning has left its work behind', async (name) => {
  const at = MOMENTS[name]!
  const world = await openDeskWorld({ at })
  const { client } = await world.pair()
  const { entities } = await client.call('snapshot.take', {})
  const { messages = [], callbacks = [], leads = [], alarms = [], calls = [], optOuts = [], changes = [] } = entities
  const open = messages.filter((one) => one.attention === 'open')
  expect(alarms).toMatchObject([{ description: expect.stringContaining('swollen'), acknowledgedAt: null }])
  expect(open.filter((one) => one.direction === 'inbound').map((one) => one.reading?.intent)).toEqual(
    expect.arrayContaining(['question', 'wrong_number', 'unclear', 'urgent']),
  )
  expect(open.find((one) => one.reading?.intent === 'unclear')).toMatchObject({ body: 'Ana yes, Leo maybe if school lets him out' })
  expect(open.filter((one) => one.direction === 'outbound')).toMatchObject([{ status: 'undelivered', errorCode: '30007' }])
  expect(callbacks.map((one) => one.urgency).sort()).toEqual(['routine', 'urgent'])
  expect(callbacks.find((one) => one.urgency === 'routine')?.reason).toContain('insurance')
  expect(optOuts).toHaveLength(1)
  expect(leads.map((one) => one.kind)).toEqual(['rebook', 'rebook'])
  expect(changes.map((one) => one.action).sort()).toEqual([
    'appointment.booked',
    'appointment.cancelled',
    'appointment.cancelled',
    'appointment.confirmed',
    'appointment.confirmed',
    'appointment.confirmed',
    'appointment.confirmed',
    'appointment.moved',
  ])
  expect(calls.map((one) => one.status)).toEqual(['ended', 'ended', 'ended', 'ended'])
  const seconds = calls.map((one) => Math.round((Date.parse(one.endedAt!) - Date.parse(one.startedAt!)) / 1_000))
  expect(Math.min(...seconds)).toBe(6)
  // Nothing has happened yet that the desk's clock says is still to come.
  const latest = world.now().toISOString()
  expect([...messages, ...calls].every((one) => one.createdAt <= latest)).toBe(true)
  expect(messages.some((one) => ['waiting', 'sending', 'accepted'].includes(one.status))).toBe(false)
})

test('on Tuesday somebody cancels a visit of today', async () => {
  const world = await openDeskWorld()
  const { client } = await world.pair()
  const { appointment } = await client.call('appointment.find', { appointmentId: world.cast!.leaves!.visit.id })
  expect(appointment).toMatchObject({ status: 'cancelled', cancellationReason: 'Cancelled by text' })
  expect(localDateOf(appointment.startsAt, world.practice.timeZone)).toBe('2026-03-03')
})

test('a call stays on the line when asked, with what was said so far', async () => {
  const world = await openDeskWorld({ morning: false, liveCall: true })
  const { client } = await world.pair()
  const [live, ...others] = await client.call('call.list', {})
  expect([live?.status, others]).toEqual(['in_progress', []])
  const { turns } = await client.call('call.find', { callId: live!.id })
  expect(turns.map((turn) => turn.role)).toEqual(['assistant', 'caller', 'assistant', 'caller', 'assistant'])
})

test('a relay that was stopped goes on where it was, on the same address', async () => {
  const world = await openDeskWorld({ morning: false })
  const { client } = await world.pair()
  await world.text('Ana Garcia', 'Do you take walk-ins?')
  await world.stopRelay()
  await expect(client.call('alarm.list', {})).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  await world.startRelay()
  await world.restartRelay()
  const ana = await world.patient('Ana Garcia')
  expect(await client.call('thread.read', { phoneNumber: ana.contactPoints[0]!.phoneNumber })).toMatchObject([
    { body: 'Do you take walk-ins?' },
  ])
  expect(Math.abs(world.now().getTime() - (Date.now() + world.timeOffsetMs))).toBeLessThan(50)
})

test('days can be filled with visits, threads with texts', async () => {
  const world = await openDeskWorld({ morning: false })
  const { client } = await world.pair()
  const day = '2026-03-05' as LocalDate
  const before = await client.call('schedule.range', { from: day, to: day })
  await world.addAppointments(500, day)
  const { appointments } = await client.call('schedule.range', { from: day, to: day })
  expect(appointments).toHaveLength(before.appointments.length + 500)
  expect((await client.call('setup.read', {})).operatories).toHaveLength(12)
  for (const key of ['operatoryId', 'providerId', 'patientId'] as const)
    for (const own of Map.groupBy(appointments, (one) => one[key]).values()) {
      const ordered = own.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      expect(ordered.filter((one, at) => (ordered[at + 1]?.startsAt ?? '~') < one.endsAt)).toEqual([])
    }
  await world.addMessages(1_000)
  expect((await client.call('thread.list', { filter: 'actionable', limit: 500 })).length).toBeGreaterThan(5)
})
