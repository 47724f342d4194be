import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Busy, Calendar, Candidate, Conflict, OpenSlot, WeeklyHours } from '../../relay/src/booking/slot-math.ts'
import { conflictsAt, openSlots } from '../../relay/src/booking/slot-math.ts'

type Question = {
  calendar: Calendar
  candidates: Candidate[]
  days: { from: LocalDate; to: LocalDate }
  window: { fromMinute: number; toMinute: number } | undefined
  limit: number | undefined
}
type Place = { operatoryId: OperatoryId; start: number }
type ClockMinute = { minute: number; wall: number; isRepeat: boolean }

/** The slow, obvious answer: walk every minute of every day and hold each minute of the visit against every row. */
function slotsByWalking(question: Question): OpenSlot[] {
  const { calendar, candidates, days, window, limit } = question
  const inspect = inspector(question)
  const slots = startsOf(calendar, days).flatMap(({ minute: start, wall }) => {
    if (window && (wall < window.fromMinute || wall >= window.toMinute)) return []
    return candidates.flatMap((candidate) => {
      const operatoryId = candidate.operatoryIds.find((id) =>
        inspect(candidate, { operatoryId: id, start }).every(([, applies]) => !applies()),
      )
      if (!operatoryId) return []
      const end = start + candidate.durationMinutes
      return [{ providerId: candidate.providerId, operatoryId, start, end, releasedAt: end + candidate.bufferMinutes }]
    })
  })
  return slots.slice(0, limit)
}

/** Every wall-clock multiple of the step, the first time the clock shows it. */
function startsOf({ zone, stepMinutes }: Calendar, days: Question['days']): ClockMinute[] {
  return datesIn(days).flatMap((date) => minutesOf(date, zone).filter(({ wall, isRepeat }) => wall % stepMinutes === 0 && !isRepeat))
}

function inspector({ calendar, days }: Question) {
  const dates = datesIn({ from: days.from, to: dateAfter(days.to, 1) })
  const shifts = calendar.hours.flatMap((row) => dates.flatMap((date) => shiftOf(row, date, calendar.zone)))
  const isAtWork = (providerId: ProviderId, minute: number) =>
    shifts.some((shift) => shift.providerId === providerId && shift.minutes.has(minute))
  return (candidate: Candidate, { operatoryId, start }: Place): [Conflict, () => boolean][] => {
    const { providerId, durationMinutes, bufferMinutes } = candidate
    const visit = minutesBetween(start, start + durationMinutes)
    const held = minutesBetween(start, start + durationMinutes + bufferMinutes)
    const anyRow = (minutes: number[], matches: (row: Busy) => boolean) =>
      minutes.some((minute) => calendar.busy.some((row) => row.start <= minute && minute < row.end && matches(row)))
    const isAway = (id: ProviderId) => (row: Busy) => row.kind === 'provider' && row.resourceId === id && row.away === true
    const isPresent = (id: ProviderId, minute: number) =>
      isAtWork(id, minute) && !anyRow([minute], (row) => row.kind === 'practice' || isAway(id)(row))
    return [
      ['IN_THE_PAST_OR_TOO_SOON', () => start < calendar.earliest],
      ['BEYOND_HORIZON', () => start >= calendar.latest],
      [
        'OUTSIDE_HOURS',
        () => !shifts.some((shift) => shift.providerId === providerId && visit.every((minute) => shift.minutes.has(minute))),
      ],
      ['CLOSED', () => anyRow(held, (row) => row.kind === 'practice') || anyRow(visit, isAway(providerId))],
      ['PROVIDER_BUSY', () => anyRow(visit, (row) => row.kind === 'provider' && row.resourceId === providerId && !row.away)],
      ['OPERATORY_BUSY', () => anyRow(held, (row) => row.kind === 'operatory' && row.resourceId === operatoryId)],
      ['OPERATORY_NOT_SUITABLE', () => !candidate.operatoryIds.includes(operatoryId)],
      ['PATIENT_BUSY', () => anyRow(visit, (row) => row.kind === 'patient')],
      ['NO_DENTIST_PRESENT', () => !hasPresence(calendar, visit, isPresent)],
    ]
  }
}

function hasPresence({ presence }: Calendar, visit: number[], isPresent: (id: ProviderId, minute: number) => boolean): boolean {
  if (!presence) return true
  return presence.providerIds.some((id) => {
    let onEnd = 0
    return visit.some((minute) => {
      onEnd = isPresent(id, minute) ? onEnd + 1 : 0
      return onEnd >= presence.minutes
    })
  })
}

/** A shift lasts from the first time the day's clock shows its start, or later, to the first time it shows its end, or later. */
function shiftOf({ providerId, weekday, startsMinute, endsMinute }: WeeklyHours, date: LocalDate, zone: TimeZone) {
  if (Temporal.PlainDate.from(date).dayOfWeek !== weekday) return []
  const minutes = minutesOf(date, zone)
  const indexOf = (wallMinute: number) => {
    const index = minutes.findIndex(({ wall }) => wall >= wallMinute)
    return index < 0 ? minutes.length : index
  }
  return [{ providerId, minutes: new Set(minutes.slice(indexOf(startsMinute), indexOf(endsMinute)).map(({ minute }) => minute)) }]
}

const knownDays = new Map<string, ClockMinute[]>()

/** Every minute of a day with what the clock on the wall shows. */
function minutesOf(date: LocalDate, zone: TimeZone): ClockMinute[] {
  const known = knownDays.get(`${zone} ${date}`)
  if (known) return known
  const minutes: ClockMinute[] = []
  const shown = new Set<number>()
  for (let time = Temporal.PlainDate.from(date).toZonedDateTime(zone); `${time.toPlainDate()}` === date; time = time.add({ minutes: 1 })) {
    const wall = time.hour * 60 + time.minute
    minutes.push({ minute: time.epochMilliseconds / 60_000, wall, isRepeat: shown.has(wall) })
    shown.add(wall)
  }
  knownDays.set(`${zone} ${date}`, minutes)
  return minutes
}

function minutesBetween(start: number, end: number): number[] {
  const minutes: number[] = []
  for (let minute = start; minute < end; minute++) minutes.push(minute)
  return minutes
}

function datesIn({ from, to }: Question['days']): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = Temporal.PlainDate.from(from); `${date}` <= to; date = date.add({ days: 1 })) dates.push(`${date}` as LocalDate)
  return dates
}

function dateAfter(date: LocalDate, days: number): LocalDate {
  return `${Temporal.PlainDate.from(date).add({ days })}` as LocalDate
}

const providerIds = ['baker', 'chen', 'hygienist'] as ProviderId[]
const operatoryIds = ['op1', 'op2'] as OperatoryId[]
/** Each day is the eve of a clock change where there is one: by an hour, by half an hour, and at midnight. */
const eves = [
  ['America/Chicago', '2026-03-07'],
  ['America/Chicago', '2026-10-31'],
  ['America/Chicago', '2026-06-10'],
  ['America/Phoenix', '2026-03-07'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['America/Havana', '2026-03-07'],
  ['America/Havana', '2026-10-31'],
  ['America/Santiago', '2026-04-03'],
  ['America/Santiago', '2026-09-05'],
  ['Asia/Kathmandu', '2026-03-07'],
] as [TimeZone, LocalDate][]

/** Often a half hour, often near the hours that clock changes skip or repeat. */
const wallMinute = fc.oneof(
  fc.nat(48).map((halfHours) => halfHours * 30),
  fc.nat(1440),
  fc.constantFrom(0, 60, 90, 120, 135, 150, 180),
)
/** Often whole quarter hours, so that stretches touch. */
const stretch = (longest: number) =>
  fc.oneof(
    fc.nat(longest / 15).map((quarters) => quarters * 15),
    fc.nat(longest),
  )

const presence = fc.record({
  providerIds: fc.shuffledSubarray(providerIds),
  minutes: fc.oneof(fc.constantFrom(15, 30), fc.integer({ min: 1, max: 60 })),
})
const window = fc
  .tuple(wallMinute, stretch(720))
  .map(([fromMinute, length]) => ({ fromMinute, toMinute: Math.min(1440, fromMinute + length) }))

/** The plain value two times in three. */
function sometimes<Plain, Odd>(plain: Plain, odd: fc.Arbitrary<Odd>): fc.Arbitrary<Plain | Odd> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(plain) }, { weight: 1, arbitrary: odd })
}

function hoursAround(eve: LocalDate) {
  const weekday = fc.nat(3).map((days) => Temporal.PlainDate.from(dateAfter(eve, days)).dayOfWeek)
  const row = fc.record({ providerId: fc.constantFrom(...providerIds), weekday, startsMinute: wallMinute, length: stretch(720) })
  return fc
    .array(row, { minLength: 6, maxLength: 16, size: 'max' })
    .map((rows) => rows.map(({ length, ...times }): WeeklyHours => ({ ...times, endsMinute: Math.min(1440, times.startsMinute + length) })))
}

function busyFrom(dayStart: number) {
  const who = fc.oneof(
    fc.record({ kind: fc.constant('practice' as const), resourceId: fc.constant(null) }),
    fc.record({ kind: fc.constant('patient' as const), resourceId: fc.constant('rosa') }),
    fc.record({ kind: fc.constant('provider' as const), resourceId: fc.constantFrom(...providerIds) }),
    fc.record({ kind: fc.constant('provider' as const), resourceId: fc.constantFrom(...providerIds), away: fc.constant(true as const) }),
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('operatory' as const), resourceId: fc.constantFrom(...operatoryIds) }) },
  )
  return fc
    .array(fc.tuple(who, stretch(5760), stretch(180)), { maxLength: 25, size: 'max' })
    .map((rows) => rows.map(([row, after, length]): Busy => ({ ...row, start: dayStart + after, end: dayStart + after + length })))
}

const candidates = fc.shuffledSubarray(providerIds, { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((providerId) =>
      fc.record({
        providerId: fc.constant(providerId),
        durationMinutes: fc.oneof(fc.constantFrom(30, 60, 90), fc.integer({ min: 1, max: 150 })),
        bufferMinutes: fc.oneof(fc.constant(0), fc.nat(30)),
        operatoryIds: fc.shuffledSubarray(operatoryIds, { minLength: 1 }),
      }),
    ),
  ),
)

const question: fc.Arbitrary<Question> = fc.constantFrom(...eves).chain(([zone, eve]) => {
  const dayStart = Temporal.PlainDate.from(eve).toZonedDateTime(zone).epochMilliseconds / 60_000
  return fc.record({
    calendar: fc.record({
      zone: fc.constant(zone),
      hours: hoursAround(eve),
      busy: busyFrom(dayStart),
      stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 7),
      earliest: sometimes(
        0,
        stretch(2880).map((after) => dayStart + after),
      ),
      latest: sometimes(
        Number.POSITIVE_INFINITY,
        stretch(2880).map((before) => dayStart + 5760 - before),
      ),
      presence: sometimes(null, presence),
    }),
    candidates,
    days: fc.tuple(fc.nat(1), fc.nat(2)).map(([skipped, more]) => ({ from: dateAfter(eve, skipped), to: dateAfter(eve, skipped + more) })),
    window: sometimes(undefined, window),
    limit: sometimes(undefined, fc.nat(20)),
  })
})

describe('open slots, against walking every minute', { timeout: 60_000 }, () => {
  test('are the same slots in the same order', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { calendar, candidates, days, window, limit } = asked
        expect(openSlots(calendar, candidates, days, window, limit)).toEqual(slotsByWalking(asked))
      }),
      { numRuns: 1000 },
    )
  })

  test('have no conflicts, and every start not offered has one in each operatory', () => {
    fc.assert(
      fc.property(question, ({ calendar, candidates, days }) => {
        const offered = new Map(openSlots(calendar, candidates, days).map((slot) => [`${slot.providerId} ${slot.start}`, slot.operatoryId]))
        for (const candidate of candidates) {
          for (const { minute: start } of startsOf(calendar, days)) {
            const free = candidate.operatoryIds.find((operatoryId) => conflictsAt(calendar, candidate, { operatoryId, start }).length === 0)
            expect(free).toBe(offered.get(`${candidate.providerId} ${start}`))
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('conflicts are the ones that walking finds, at any minute and in any operatory', () => {
    const place = fc.record({ operatoryId: fc.constantFrom(...operatoryIds), after: fc.nat(1439) })
    fc.assert(
      fc.property(question, fc.array(place, { minLength: 1, maxLength: 10 }), (asked, places) => {
        const inspect = inspector(asked)
        const dayStart = minutesOf(asked.days.from, asked.calendar.zone)[0]!.minute
        for (const { operatoryId, after } of places) {
          const slot = { operatoryId, start: dayStart + after }
          const walked = inspect(asked.candidates[0]!, slot).filter(([, applies]) => applies())
          expect(conflictsAt(asked.calendar, asked.candidates[0]!, slot)).toEqual(walked.map(([conflict]) => conflict))
        }
      }),
      { numRuns: 1000 },
    )
  })
})
