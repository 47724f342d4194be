import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { alarm, applied, appointment, call, change, NOW, optOut, PHONE, patient, practice } from '../../samples/notice-samples.ts'
import { matterOf } from './notice-of.ts'

const facts = { patients: [patient()], appointments: [] }
const read = (happens: Parameters<typeof applied>[0], known: Parameters<typeof matterOf>[1] = facts) => {
  const { event, before } = applied(happens)
  return matterOf({ event, before, now: NOW as Instant, zone: practice.timeZone }, known)
}

const cancelled = (startsAt: string) => ({
  changed: { appointments: [appointment({ status: 'cancelled', startsAt })], changes: [change()] },
  before: { appointments: [appointment({ startsAt })] },
})

test('an emergency is told whoever raised it', () => {
  for (const by of ['voice', 'text', 'desk', 'system'] as const)
    expect(read({ by, changed: { alarms: [alarm()] } })?.kind, by).toBe('alarm')
})

test('an emergency that climbs its ladder is not a new one', () => {
  expect(read({ changed: { alarms: [alarm({ ladderStep: 2 })] }, before: { alarms: [alarm()] } })).toBeNull()
  expect(read({ changed: { alarms: [alarm({ acknowledgedAt: NOW })] } })).toBeNull()
})

test.each([
  ['today', '2026-03-03T19:30:00.000Z', true],
  ['tonight, when it is already tomorrow in UTC', '2026-03-04T02:00:00.000Z', true],
  ['tomorrow evening', '2026-03-05T01:00:00.000Z', true],
  ['the day after tomorrow', '2026-03-05T14:00:00.000Z', false],
  ['yesterday', '2026-03-02T14:00:00.000Z', false],
])('a visit of %s cancelled by text', (_name, startsAt, isTold) => {
  expect(read(cancelled(startsAt))?.kind).toBe(isTold ? 'cancelled' : undefined)
})

test('a cancellation names the change that can be undone', () => {
  expect(read(cancelled('2026-03-03T19:30:00.000Z'))).toMatchObject({ changeId: 'ch1', by: 'text' })
})

test('what desks do is not told, nor what was cancelled before', () => {
  const today = cancelled('2026-03-03T19:30:00.000Z')
  expect(read({ ...today, by: 'desk' })).toBeNull()
  expect(read({ ...today, by: 'operator' })).toBeNull()
  expect(read({ ...today, before: today.changed })).toBeNull()
})

test('a caller who needs a person is told once', () => {
  expect(read({ by: 'voice', changed: { calls: [call({ urgency: 'urgent' })] }, before: { calls: [call()] } })).toMatchObject({
    kind: 'caller',
    isUrgent: true,
  })
  const urgent = call({ urgency: 'urgent' })
  expect(read({ by: 'voice', changed: { calls: [urgent] }, before: { calls: [urgent] } })).toBeNull()
  expect(read({ by: 'system', changed: { calls: [call({ status: 'forwarding' })] }, before: { calls: [call()] } })).toMatchObject({
    isUrgent: false,
  })
})

test('a call that a desk took over is not told', () => {
  const taken = call({ status: 'forwarding', takenOverBy: 'Mia', urgency: 'urgent' })
  expect(read({ by: 'system', changed: { calls: [taken] }, before: { calls: [call()] } })).toBeNull()
})

test('an ordinary call is not told', () => {
  expect(read({ by: 'system', changed: { calls: [call()] } })).toBeNull()
})

test('someone with a visit within a week who stops texts is told, others are not', () => {
  const stop = { changed: { optOuts: [optOut()] } }
  const visit = (startsAt: string, status = 'booked') => ({ ...facts, appointments: [appointment({ startsAt, status })] })
  expect(read(stop, visit('2026-03-10T14:00:00.000Z'))).toMatchObject({ kind: 'optedOut', phoneNumber: PHONE })
  expect(read(stop, visit('2026-03-10T15:30:00.000Z'))).toBeNull()
  expect(read(stop, visit('2026-03-01T14:00:00.000Z'))).toBeNull()
  expect(read(stop, visit('2026-03-05T14:00:00.000Z', 'cancelled'))).toBeNull()
  expect(read({ ...stop, before: { optOuts: [optOut()] } }, visit('2026-03-05T14:00:00.000Z'))).toBeNull()
})

test('a bare CANCEL that also cancelled a visit in five days is told as blocked texts', () => {
  const startsAt = '2026-03-08T15:00:00.000Z'
  const happened = cancelled(startsAt)
  const read1 = read({ ...happened, changed: { ...happened.changed, optOuts: [optOut()] } }, { ...facts, appointments: [] })
  expect(read1?.kind).toBe('optedOut')
})
