import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { LocalDate, LocalTime, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { epochMsAt, localTimeOf, minuteOfTime, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import type { Busy, Calendar, Candidate, OpenSlot, WeeklyHours } from './slot-math.ts'
import { conflictsAt, openSlots } from './slot-math.ts'

const zone = 'America/Chicago' as TimeZone
const tuesday = '2026-03-03' as LocalDate
const wednesday = '2026-03-04' as LocalDate
const [baker, chen, hygienist] = ['baker', 'chen', 'hygienist'] as ProviderId[] as [ProviderId, ProviderId, ProviderId]
const [one, two] = ['op1', 'op2'] as OperatoryId[] as [OperatoryId, OperatoryId]

const at = (time: string, date = tuesday) => epochMsAt(date, minuteOfTime(time as LocalTime), zone) / 60_000
const span = (from: string, to: string) => ({ start: at(from), end: at(to) })
const hours = (providerId: ProviderId, from: string, to: string, weekday = 2): WeeklyHours => ({
  providerId,
  weekday,
  startsMinute: minuteOfTime(from as LocalTime),
  endsMinute: minuteOfTime(to as LocalTime),
})
const busy = (kind: Busy['kind'], resourceId: string | null, from: string, to: string): Busy => ({ kind, resourceId, ...span(from, to) })
const away = (providerId: ProviderId, from: string, to: string): Busy => ({ ...busy('provider', providerId, from, to), away: true })

/** Dr. Baker works on Tuesday from 9 to 12, half-hour steps, nothing booked. */
const calendarWith = (changes: Partial<Calendar> = {}): Calendar => ({
  zone,
  hours: [hours(baker, '09:00', '12:00')],
  busy: [],
  stepMinutes: 30,
  earliest: 0,
  latest: Number.POSITIVE_INFINITY,
  presence: null,
  ...changes,
})
const candidateWith = (changes: Partial<Candidate> = {}): Candidate => ({
  providerId: baker,
  durationMinutes: 60,
  bufferMinutes: 0,
  operatoryIds: [one, two],
  ...changes,
})
const onTuesday = { from: tuesday, to: tuesday }
const timeOf = ({ start }: OpenSlot) => localTimeOf(toInstant(start * 60_000), zone)
const timesOn = (calendar: Calendar, candidate = candidateWith()) => openSlots(calendar, [candidate], onTuesday).map(timeOf)

describe('what is offered', () => {
  test('every step of the day is offered, up to the last visit that ends at closing', () => {
    const slots = openSlots(calendarWith(), [candidateWith({ bufferMinutes: 10 })], onTuesday)
    expect(slots.map(timeOf)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
    expect(slots.at(-1)).toEqual({ providerId: baker, operatoryId: one, ...span('11:00', '12:00'), releasedAt: at('12:10') })
  })

  test('both days of the range count, and a day off has nothing', () => {
    const calendar = calendarWith({ hours: [hours(baker, '09:00', '10:00'), hours(baker, '15:00', '16:00', 4)] })
    const days = { from: tuesday, to: '2026-03-05' as LocalDate }
    expect(openSlots(calendar, [candidateWith()], days).map(({ start }) => start)).toEqual([at('09:00'), at('15:00', days.to)])
    expect(openSlots(calendar, [candidateWith()], { from: wednesday, to: wednesday })).toEqual([])
  })

  test('the earliest is first, and at one start the providers come in the order they were asked for', () => {
    const calendar = calendarWith({ hours: [hours(baker, '09:00', '10:30'), hours(chen, '09:30', '10:30')] })
    const slots = openSlots(calendar, [candidateWith({ providerId: chen }), candidateWith()], onTuesday)
    expect(slots.map((slot) => [timeOf(slot), slot.providerId])).toEqual([
      ['09:00', baker],
      ['09:30', chen],
      ['09:30', baker],
    ])
  })

  test('a start is offered once, in the first free operatory of the order asked for', () => {
    const calendar = calendarWith({ busy: [busy('operatory', two, '09:00', '10:00')] })
    const slots = openSlots(calendar, [candidateWith({ operatoryIds: [two, one] })], onTuesday)
    expect(slots.map(({ operatoryId }) => operatoryId)).toEqual([one, one, two, two, two])
  })

  test('starts lie on whole steps from midnight even when the doors open in between', () => {
    const calendar = calendarWith({ hours: [hours(baker, '08:50', '10:35')], stepMinutes: 20 })
    expect(timesOn(calendar)).toEqual(['09:00', '09:20'])
  })

  test('a step may be as small as a minute', () => {
    const calendar = calendarWith({ hours: [hours(baker, '09:00', '10:02')], stepMinutes: 1 })
    expect(timesOn(calendar)).toEqual(['09:00', '09:01', '09:02'])
  })

  test('hours entered twice do not offer a start twice', () => {
    const rows = [hours(baker, '09:30', '12:00'), hours(baker, '09:00', '11:00'), hours(baker, '09:30', '12:00')]
    expect(timesOn(calendarWith({ hours: rows }))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
  })

  test('a part of the day limits the start, not the end of the visit', () => {
    const window = { fromMinute: 570, toMinute: 630 }
    expect(openSlots(calendarWith(), [candidateWith()], onTuesday, window).map(timeOf)).toEqual(['09:30', '10:00'])
  })

  test('no more than the limit are found', () => {
    expect(openSlots(calendarWith(), [candidateWith()], onTuesday, undefined, 2).map(timeOf)).toEqual(['09:00', '09:30'])
    expect(openSlots(calendarWith(), [candidateWith()], onTuesday, undefined, 0)).toEqual([])
  })

  test('nobody to see the patient or no operatory to do it in is no slot', () => {
    expect(openSlots(calendarWith(), [], onTuesday)).toEqual([])
    expect(timesOn(calendarWith(), candidateWith({ operatoryIds: [] }))).toEqual([])
  })
})

describe('what is in the way', () => {
  test('no visit runs through lunch', () => {
    const calendar = calendarWith({ hours: [hours(baker, '09:00', '10:30'), hours(baker, '11:00', '12:30')] })
    expect(timesOn(calendar)).toEqual(['09:00', '09:30', '11:00', '11:30'])
  })

  test('a visit may touch its neighbours but not overlap them', () => {
    expect(timesOn(calendarWith({ busy: [busy('provider', baker, '10:00', '10:30')] }))).toEqual(['09:00', '10:30', '11:00'])
    expect(timesOn(calendarWith({ busy: [busy('provider', baker, '09:59', '10:31')] }))).toEqual(['11:00'])
    const gap = [busy('provider', baker, '09:00', '09:30'), busy('provider', baker, '10:00', '10:30')]
    expect(timesOn(calendarWith({ busy: gap }))).toEqual(['10:30', '11:00'])
  })

  test('what another provider or another operatory does is no obstacle', () => {
    const calendar = calendarWith({ busy: [busy('provider', chen, '09:00', '12:00'), busy('operatory', 'op3', '09:00', '12:00')] })
    expect(timesOn(calendar)).toHaveLength(5)
  })

  test('nothing is offered while every suitable operatory is taken', () => {
    const calendar = calendarWith({ busy: [busy('operatory', one, '09:00', '11:00'), busy('operatory', two, '09:30', '12:00')] })
    expect(timesOn(calendar)).toEqual(['11:00'])
  })

  test('turnover holds the operatory and nobody else', () => {
    const candidate = candidateWith({ bufferMinutes: 30, operatoryIds: [one] })
    expect(timesOn(calendarWith({ busy: [busy('operatory', one, '10:15', '10:30')] }), candidate)).toEqual(['10:30', '11:00'])
    const others = [busy('provider', baker, '10:15', '10:30'), busy('patient', null, '10:15', '10:30')]
    expect(timesOn(calendarWith({ busy: others }), candidate)).toEqual(['09:00', '10:30', '11:00'])
  })

  test('turnover may run into lunch and past closing', () => {
    expect(timesOn(calendarWith(), candidateWith({ bufferMinutes: 45 }))).toContain('11:00')
  })

  test('a closed practice blocks everyone, and turnover too', () => {
    const calendar = calendarWith({ busy: [busy('practice', null, '10:30', '11:00')] })
    expect(timesOn(calendar)).toEqual(['09:00', '09:30', '11:00'])
    expect(timesOn(calendar, candidateWith({ bufferMinutes: 5 }))).toEqual(['09:00', '11:00'])
  })

  test('each provider takes their own time', () => {
    const calendar = calendarWith({ hours: [hours(baker, '09:00', '10:30'), hours(chen, '09:00', '10:30')] })
    const slots = openSlots(calendar, [candidateWith(), candidateWith({ providerId: chen, durationMinutes: 90 })], onTuesday)
    expect(slots.map((slot) => [timeOf(slot), slot.providerId, slot.end - slot.start])).toEqual([
      ['09:00', baker, 60],
      ['09:00', chen, 90],
      ['09:30', baker, 60],
    ])
  })

  test('a start needs its notice and lies before the horizon', () => {
    expect(timesOn(calendarWith({ earliest: at('09:30'), latest: at('10:30') }))).toEqual(['09:30', '10:00'])
    expect(timesOn(calendarWith({ earliest: at('09:31'), latest: at('10:31') }))).toEqual(['10:00', '10:30'])
    expect(timesOn(calendarWith({ earliest: at('10:00'), latest: at('10:01') }))).toEqual(['10:00'])
  })

  test('the patient is not put in two chairs', () => {
    const calendar = calendarWith({ busy: [busy('patient', 'rosa', '09:00', '10:10')] })
    expect(timesOn(calendar)).toEqual(['10:30', '11:00'])
  })

  test('rows without length block nothing, and rows in any order or overlap block their sum', () => {
    const rows = [
      busy('provider', baker, '11:00', '11:30'),
      busy('provider', baker, '09:00', '09:20'),
      busy('patient', null, '09:10', '09:30'),
    ]
    expect(timesOn(calendarWith({ busy: [...rows, busy('practice', null, '10:00', '10:00')] }))).toEqual(['09:30', '10:00'])
  })
})

describe('a hygiene visit needs a dentist at work', () => {
  const cleaning = candidateWith({ providerId: hygienist })
  const dentists = (rows: WeeklyHours[], taken: Busy[] = [], minutes = 15) =>
    calendarWith({
      hours: [hours(hygienist, '09:00', '12:00'), ...rows],
      busy: taken,
      presence: { providerIds: [baker, chen], minutes },
    })

  test('long enough inside the visit', () => {
    expect(timesOn(dentists([hours(baker, '10:15', '11:15')]), cleaning)).toEqual(['09:30', '10:00', '10:30', '11:00'])
    expect(timesOn(dentists([hours(baker, '10:16', '11:14')]), cleaning)).toEqual(['10:00', '10:30'])
    expect(timesOn(dentists([hours(baker, '10:00', '10:15')]), cleaning)).toEqual(['09:30', '10:00'])
    expect(timesOn(dentists([hours(baker, '10:00', '10:14')]), cleaning)).toEqual([])
  })

  test('one dentist on end, not two by turns', () => {
    expect(timesOn(dentists([hours(baker, '09:00', '09:10'), hours(chen, '09:10', '09:20')]), cleaning)).toEqual([])
    expect(timesOn(dentists([hours(baker, '09:00', '09:10'), hours(baker, '09:10', '09:20')]), cleaning)).toEqual(['09:00'])
  })

  test('a dentist who treats someone is there; one who is away is not', () => {
    const day = [hours(baker, '09:00', '12:00')]
    expect(timesOn(dentists(day, [busy('provider', baker, '09:00', '12:00')]), cleaning)).toHaveLength(5)
    expect(timesOn(dentists(day, [away(baker, '09:00', '11:30')]), cleaning)).toEqual(['11:00'])
    expect(timesOn(dentists(day, [away(chen, '09:00', '12:00')]), cleaning)).toHaveLength(5)
  })

  test('a check longer than the visit never fits, and without a dentist there is nothing', () => {
    expect(timesOn(dentists([hours(baker, '09:00', '12:00')], [], 61), cleaning)).toEqual([])
    expect(timesOn(dentists([]), cleaning)).toEqual([])
  })
})

describe('why a time cannot be had', () => {
  const conflictsOf = (calendar: Calendar, time: string, changes: Partial<Candidate> = {}, operatoryId = one) =>
    conflictsAt(calendar, candidateWith(changes), { operatoryId, start: at(time) })

  test('a free time has no conflicts, also off the step', () => {
    expect(conflictsOf(calendarWith(), '09:35')).toEqual([])
  })

  test.each<[string, string, Partial<Calendar>]>([
    ['IN_THE_PAST_OR_TOO_SOON', 'too little notice', { earliest: at('10:01') }],
    ['BEYOND_HORIZON', 'the horizon itself', { latest: at('10:00') }],
    ['OUTSIDE_HOURS', 'a visit over a break', { hours: [hours(baker, '09:00', '10:30'), hours(baker, '10:30', '12:00')] }],
    ['OUTSIDE_HOURS', 'someone else’s hours', { hours: [hours(chen, '09:00', '12:00')] }],
    ['CLOSED', 'a closed practice', { busy: [busy('practice', null, '10:30', '11:00')] }],
    ['CLOSED', 'a provider who is away', { busy: [away(baker, '10:30', '11:00')] }],
    ['CLOSED', 'turnover in closed time', { busy: [busy('practice', null, '11:00', '11:30')] }],
    ['PROVIDER_BUSY', 'another visit of the provider', { busy: [busy('provider', baker, '10:30', '11:00')] }],
    ['OPERATORY_BUSY', 'turnover in a taken operatory', { busy: [busy('operatory', one, '11:05', '12:00')] }],
    ['PATIENT_BUSY', 'another visit of the patient', { busy: [busy('patient', null, '10:59', '12:00')] }],
    ['NO_DENTIST_PRESENT', 'no dentist at work', { presence: { providerIds: [chen], minutes: 10 } }],
  ])('%s is %s', (conflict, _case, changes) => {
    expect(conflictsOf(calendarWith(changes), '10:00', { bufferMinutes: 10 })).toEqual([conflict])
  })

  test('an operatory that does not suit is named even when free', () => {
    expect(conflictsOf(calendarWith(), '10:00', { operatoryIds: [two] })).toEqual(['OPERATORY_NOT_SUITABLE'])
  })

  test('every conflict is told, in one fixed order', () => {
    const kinds = [
      busy('patient', null, '08:00', '09:00'),
      busy('operatory', one, '08:00', '09:00'),
      busy('provider', baker, '08:00', '09:00'),
    ]
    const calendar = calendarWith({
      busy: [...kinds, busy('practice', null, '08:00', '09:00')],
      earliest: at('09:00'),
      latest: at('08:00'),
      presence: { providerIds: [chen], minutes: 10 },
    })
    expect(conflictsOf(calendar, '08:00', { operatoryIds: [two] })).toEqual([
      'IN_THE_PAST_OR_TOO_SOON',
      'BEYOND_HORIZON',
      'OUTSIDE_HOURS',
      'CLOSED',
      'PROVIDER_BUSY',
      'OPERATORY_BUSY',
      'OPERATORY_NOT_SUITABLE',
      'PATIENT_BUSY',
      'NO_DENTIST_PRESENT',
    ])
  })
})
