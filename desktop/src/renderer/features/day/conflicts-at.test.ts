import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { NOW, sampleClosure, sampleSetup, sampleVisit } from '../../../samples/sample-day.ts'
import { conflictsAt, type Ground, type WantedPlace } from './conflicts-at.ts'

const at = (time: string, day?: string) => sampleVisit('x', time, day ? { day } : {}).startsAt
const check = (time: string, change: Partial<WantedPlace> = {}, ground: Partial<Ground> = {}) =>
  conflictsAt(
    { setup: sampleSetup(), appointments: [], now: NOW, ...ground },
    { appointmentTypeId: 'filling', patientId: 'Marcus Lee', providerId: 'patel', operatoryId: 'op1', startsAt: at(time), ...change },
  )
const busy = (...visits: Parameters<typeof sampleVisit>[]) => ({ appointments: visits.map((one) => sampleVisit(...one)) })
const elsewhere = { patientId: 'Kira Ellis', providerId: 'ruiz', operatoryId: 'op2' }

test('a free place has none', () => {
  expect(check('14:00')).toEqual([])
  expect(check('14:00', {}, busy(['a', '9:00'], ['b', '15:00', elsewhere]))).toEqual([])
})

test('the provider is with somebody else', () => {
  expect(check('14:00', {}, busy(['a', '14:30', { ...elsewhere, providerId: 'patel' }]))).toEqual(['PROVIDER_BUSY'])
})

test('the operatory counts with turnover on both sides, the provider without', () => {
  const before = busy(['a', '13:05', { ...elsewhere, operatoryId: 'op1' }])
  expect(check('14:00', {}, before)).toEqual(['OPERATORY_BUSY'])
  expect(check('14:05', {}, before)).toEqual([])
  const after = busy(['a', '14:55', { ...elsewhere, operatoryId: 'op1' }])
  expect(check('14:00', {}, after)).toEqual(['OPERATORY_BUSY'])
  expect(check('13:55', {}, after)).toEqual([])
})

test('the patient is in another chair', () => {
  expect(check('14:00', {}, busy(['a', '14:30', { ...elsewhere, patientId: 'Marcus Lee' }]))).toEqual(['PATIENT_BUSY'])
})

test('the visit that is moved is not in its own way, and cancelled or missed ones are in nobody’s', () => {
  expect(check('14:00', { movingId: 'a' }, busy(['a', '14:15']))).toEqual([])
  expect(check('14:00', {}, busy(['a', '14:00', { status: 'cancelled' }], ['b', '14:00', { status: 'no_show' }]))).toEqual([])
  expect(check('14:00', {}, busy(['a', '14:00', { status: 'completed', ...elsewhere, providerId: 'patel' }]))).toEqual(['PROVIDER_BUSY'])
})

test('outside the hours, and over lunch', () => {
  expect(check('11:30')).toEqual(['OUTSIDE_HOURS'])
  expect(check('17:00')).toEqual(['OUTSIDE_HOURS'])
  expect(check('11:10')).toEqual([])
})

test('a provider who does not do it, and an operatory it is not done in', () => {
  expect(check('14:00', { providerId: 'kim' })).toEqual(['PROVIDER_NOT_SUITABLE'])
  expect(check('14:00', { operatoryId: 'op3' })).toEqual(['OPERATORY_NOT_SUITABLE'])
})

test('a day that is over, and one too far ahead; earlier today is for staff to decide', () => {
  expect(check('9:00', { startsAt: at('9:00', '2026-03-02') })).toEqual(['IN_THE_PAST_OR_TOO_SOON'])
  expect(check('9:00')).toEqual([])
  expect(check('9:00', { startsAt: at('9:00', '2027-09-07') })).toEqual(['BEYOND_HORIZON'])
})

test('closed for all, for the provider, for the operatory', () => {
  const closed = (change: Record<string, unknown> = {}) => ({ setup: sampleSetup({ closures: [sampleClosure('14:00', '15:00', change)] }) })
  expect(check('14:30', {}, closed())).toEqual(['CLOSED'])
  expect(check('14:30', {}, closed({ providerId: 'patel' }))).toEqual(['CLOSED'])
  expect(check('14:30', {}, closed({ providerId: 'ruiz' }))).toEqual([])
  expect(check('14:30', {}, closed({ operatoryId: 'op1', kind: 'block' }))).toEqual(['OPERATORY_BUSY'])
  expect(check('14:30', {}, closed({ removedAt: NOW }))).toEqual([])
})

test('time kept for emergencies is free for them, and for all once released', () => {
  const kept = (change: Record<string, unknown> = {}) => ({
    setup: sampleSetup({ closures: [sampleClosure('14:00', '15:00', { kind: 'emergency_block', providerId: 'patel', ...change })] }),
  })
  expect(check('14:00', {}, kept())).toEqual(['PROVIDER_BUSY'])
  expect(check('14:00', { appointmentTypeId: 'emergency' }, kept())).toEqual([])
  expect(check('14:00', {}, kept({ releasedAt: '2026-03-03T16:00:00.000Z' }))).toEqual([])
  expect(check('14:00', {}, kept({ releasedAt: '2026-03-03T18:00:00.000Z' }))).toEqual(['PROVIDER_BUSY'])
})

test('hygiene needs a dentist at work', () => {
  const hygiene = { appointmentTypeId: 'cleaning', providerId: 'kim', operatoryId: 'op3' }
  expect(check('14:00', hygiene)).toEqual([])
  const away = ['patel', 'ruiz'].map((providerId) => sampleClosure('13:00', '17:00', { providerId, id: providerId }))
  expect(check('14:00', hygiene, { setup: sampleSetup({ closures: away }) })).toEqual(['NO_DENTIST_PRESENT'])
})

test('hours follow the wall clock on the day it changes', () => {
  const setup = sampleSetup()
  const sunday = { ...setup, hours: setup.hours.map((one) => ({ ...one, shifts: one.shifts.map((shift) => ({ ...shift, weekday: 7 })) })) }
  const eight = '2026-03-08T13:00:00.000Z' as Instant
  expect(check('', { startsAt: eight }, { setup: sunday })).toEqual([])
  expect(check('', { startsAt: '2026-03-08T12:45:00.000Z' as Instant }, { setup: sunday })).toEqual(['OUTSIDE_HOURS'])
})
