import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type Instant, localDateOf, minuteOfTime, wallClock, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { takenBetween } from '../src/store/appointments.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open-store.ts'
import { listPatients } from '../src/store/patients.ts'
import { entityTables } from '../src/store/registry.ts'
import { loadSetup } from '../src/store/setup.ts'
import { all, statement } from '../src/store/work.ts'
import { type DemoBook, type PlannedVisit, planBook } from './demo-book.ts'
import { workdayFrom } from './demo-day.ts'
import { seedDemo } from './demo-seed.ts'

const TUESDAY = '2026-03-03T16:42:00.000Z' as Instant
const MOMENTS: Record<string, Instant> = {
  'a Tuesday morning': TUESDAY,
  'a Monday before opening': '2026-11-23T12:30:00.000Z' as Instant,
  'a Friday evening': '2026-11-21T03:00:00.000Z' as Instant,
  'a Saturday': '2026-11-21T18:00:00.000Z' as Instant,
  'a Sunday night': '2027-01-04T05:00:00.000Z' as Instant,
  'the day the clocks go forward': '2026-03-08T15:00:00.000Z' as Instant,
  'the last day of a year': '2026-12-31T20:00:00.000Z' as Instant,
}

const rowsOf = statement((db, p: { practiceId: string }) =>
  db.selectFrom('appointments').select(['id']).where('practice_id', '=', p.practiceId).orderBy('starts_at'),
)
const claimsIn = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('practice_id', '=', p.practiceId),
)

async function seedAt(at: Instant) {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-seed-'))
  const store = openStore({ engine: 'sqlite', file: join(folder, 'relay.sqlite') })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(store)
  const base = { store, clock: { nowMs: () => Date.parse(at) }, newId: () => randomUUIDv7(), committed() {} }
  const practice = await seedDemo(base, `AC${'0'.repeat(32)}`)
  const setup = await store.read(() => loadSetup(practice.id))
  return { store, setup, practiceId: practice.id }
}

/** Pairs of visits that need the same thing at the same time. */
function clashes(visits: PlannedVisit[], thingOf: (visit: PlannedVisit) => unknown, until: 'endsAt' | 'releasedAt') {
  return [...Map.groupBy(visits, thingOf).values()].flatMap((own) => {
    const ordered = own.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
    return ordered.flatMap((visit, at) => (ordered[at + 1] && ordered[at + 1]!.startsAt < visit[until] ? [visit.startsAt] : []))
  })
}

function isInHours(setup: Setup, visit: PlannedVisit): boolean {
  const zone = setup.practice.timeZone
  const shifts = setup.hours.find((one) => one.providerId === visit.provider.id)?.shifts ?? []
  const [from, to] = [wallClock(visit.startsAt, zone), wallClock(visit.endsAt, zone)]
  return shifts.some(
    (shift) =>
      shift.weekday === weekdayOf(from.date) &&
      minuteOfTime(shift.startsAt) <= from.minuteOfDay &&
      minuteOfTime(shift.endsAt) >= to.minuteOfDay,
  )
}

describe('the book of the demo practice', () => {
  test.each(Object.keys(MOMENTS))('on %s is full on working days, and nobody is in two places', async (name) => {
    const at = MOMENTS[name]!
    const { setup } = await seedAt(at)
    const { people, visits }: DemoBook = planBook(setup, at)
    expect(clashes(visits, (visit) => visit.operatory.id, 'releasedAt')).toEqual([])
    expect(clashes(visits, (visit) => visit.provider.id, 'endsAt')).toEqual([])
    expect(clashes(visits, (visit) => visit.who, 'endsAt')).toEqual([])
    const typeOf = (visit: PlannedVisit) => setup.appointmentTypes.find((type) => type.name === visit.typeName)!
    for (const visit of visits) {
      expect(isInHours(setup, visit), `${visit.startsAt} ${visit.provider.name}`).toBe(true)
      expect(typeOf(visit).providers.map((one) => one.providerId)).toContain(visit.provider.id)
      expect(typeOf(visit).operatoryIds).toContain(visit.operatory.id)
      expect(visit.status === 'booked').toBe(visit.endsAt > at)
      expect([visit.createdAt, visit.updatedAt, visit.confirmedAt ?? ''].every((one) => one <= at)).toBe(true)
    }
    const today = localDateOf(at, setup.practice.timeZone)
    const next = workdayFrom(today, 1)
    const on = (date: string) => visits.filter((visit) => visit.date === date)
    expect(on(next).length).toBeGreaterThanOrEqual(31)
    expect(new Set(on(next).map((visit) => visit.operatory.id)).size).toBe(4)
    if (weekdayOf(today) <= 5) expect(on(today).length).toBeGreaterThanOrEqual(28)
    expect(on(workdayFrom(today, -1)).filter((visit) => visit.status === 'no_show')).toHaveLength(1)
    expect(visits.some((visit) => visit.date > addDays(today, 25))).toBe(true)
    const family = on(next).filter((visit) => people[visit.who]!.lastName === 'Reyes')
    expect(family.map((visit) => [people[visit.who]!.firstName, visit.confirmation]).sort()).toEqual([
      ['Ana', 'unconfirmed'],
      ['Leo', 'unconfirmed'],
    ])
  })

  test('is the same whenever it is made for the same moment', async () => {
    const one = await seedAt(TUESDAY)
    const other = await seedAt(TUESDAY)
    const bookOf = ({ setup }: { setup: Setup }) =>
      planBook(setup, TUESDAY).visits.map(({ provider, operatory, ...visit }) => ({ ...visit, in: operatory.name, with: provider.name }))
    expect(bookOf(one)).toEqual(bookOf(other))
  })
})

test('every patient and visit is valid, and every visit holds its place', async () => {
  const { store, practiceId } = await seedAt(TUESDAY)
  const patients = await store.read(() => listPatients(practiceId))
  for (const patient of patients) expect(Patient.parse(patient)).toEqual(patient)
  const names = patients.map((one) => `${one.firstName} ${one.lastName}`).toSorted((one, other) => one.localeCompare(other))
  expect(names[0]).toBe('Ana Garcia')
  expect(names.filter((name) => name === 'Maria Lopez')).toHaveLength(2)
  expect(Math.max(...names.map((name) => name.length))).toBe(60)
  expect(patients.filter((one) => one.language === 'es').length).toBeGreaterThan(10)
  const [numbers, guarded] = [
    new Set(patients.map((one) => one.contactPoints[0]!.phoneNumber)),
    patients.filter((one) => one.contactPoints[0]!.label === 'guardian'),
  ]
  expect(numbers.size).toBeLessThan(patients.length)
  expect(guarded.length).toBeGreaterThan(10)
  for (const { guardianId, contactPoints } of guarded)
    expect(patients.find((one) => one.id === guardianId)?.contactPoints[0]?.phoneNumber).toBe(contactPoints[0]!.phoneNumber)

  const ids = await store.read(() => all(rowsOf, { practiceId }))
  const visits = await store.read(function* () {
    const found: Appointment[] = []
    for (const { id } of ids) found.push((yield* entityTables.appointments.find(practiceId, id))!)
    return found
  })
  let claims = 0
  const fives = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 300_000
  for (const visit of visits) {
    expect(Appointment.parse(visit)).toEqual(visit)
    if (visit.status !== 'no_show') claims += fives(visit.startsAt, visit.releasedAt) + 2 * fives(visit.startsAt, visit.endsAt)
  }
  expect(await store.read(() => all(claimsIn, { practiceId }))).toEqual([{ count: claims }])
  expect(
    await store.read(() => takenBetween(practiceId, '2026-03-03T15:00:00.000Z' as Instant, '2026-03-03T15:05:00.000Z' as Instant)),
  ).not.toEqual([])
})
