import type { AppointmentId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { type Instant, type LocalDate, MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { takePlace } from '../src/booking/place.ts'
import { createPractice } from '../src/onboarding/create-practice.ts'
import { nowOf } from '../src/ports/clock.ts'
import { insertPatient } from '../src/store/patients.ts'
import { loadSetup } from '../src/store/setup.ts'
import { type Ctx, type Tx, write } from '../src/store/transaction.ts'
import type { Work } from '../src/store/work.ts'
import { type DemoBook, type PlannedVisit, planBook } from './demo-book.ts'
import { adoptNumber } from './demo-number.ts'
import type { DemoPerson } from './demo-people.ts'
import { demoPractice } from './demo-practice.ts'

const PEOPLE_AT_ONCE = 50
/** The number has been theirs for a quarter of a year. */
export const NUMBER_AGE_DAYS = 92

/** Creates the demo practice as somebody finds it who opens a desk at `at` (default now): patients, the past day, today and the weeks
 *  ahead. Every visit claims its place as a booking does. Nothing is texted while doing so. */
export async function seedDemo(
  base: Omit<Ctx, 'practiceId' | 'actor'>,
  twilioAccountSid: string,
  at: Instant = nowOf(base.clock),
): Promise<Practice> {
  const practice = await createPractice(base, demoPractice, twilioAccountSid)
  const ctx: Ctx = { ...base, practiceId: practice.id, actor: { kind: 'system', id: null } }
  const since = toInstant(Date.parse(at) - NUMBER_AGE_DAYS * MS_PER_DAY)
  await write(ctx, 'seed', (tx) => adoptNumber(tx, since))
  const setup = await base.store.read(() => loadSetup(practice.id))
  const book = planBook(setup, at)
  const ids = await insertPeople(ctx, book, at)
  for (const visits of Map.groupBy(book.visits, (visit) => visit.date).values())
    await write(ctx, 'seed', function* (tx) {
      for (const visit of visits) yield* insertVisit(tx, setup, visit, ids[visit.who]!)
      tx.emit('appointment.booked')
    })
  return practice
}

async function insertPeople(ctx: Ctx, { people, visits }: DemoBook, at: Instant): Promise<PatientId[]> {
  const seen = new Set(visits.filter((visit) => visit.status === 'completed').map((visit) => visit.who))
  const ids = people.map(() => ctx.newId() as PatientId)
  const guardianOf = (one: DemoPerson) => {
    const guardian = people.findIndex((other) => other.phone === one.phone && other.firstName === one.guardian)
    return one.guardian === undefined ? null : (ids[guardian] ?? null)
  }
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE)
    await write(ctx, 'seed', function* (tx) {
      for (const [index, one] of people.slice(from, from + PEOPLE_AT_ONCE).entries()) {
        const who = from + index
        const since = toInstant(Date.parse(at) - (60 + who * 7) * MS_PER_DAY)
        yield* insertPatient(tx, {
          id: ids[who]!,
          firstName: one.firstName,
          lastName: one.lastName,
          birthDate: one.birthDate as LocalDate,
          language: one.language,
          isNew: (one.isNew ?? false) && !seen.has(who),
          guardianId: guardianOf(one),
          note: one.note ?? '',
          contactPoints: [
            { phoneNumber: one.phone as PhoneNumber, label: one.guardian ? 'guardian' : 'mobile', isPrimary: true, status: 'active' },
          ],
          source: 'import',
          mergedIntoId: null,
          version: 1,
          createdAt: since,
          updatedAt: since,
        })
      }
      tx.emit('patient.changed')
    })
  return ids
}

function* insertVisit(tx: Tx, setup: Setup, visit: PlannedVisit, patientId: PatientId): Work<void> {
  const { startsAt, endsAt, releasedAt, status, confirmation, confirmedAt, note, createdAt, updatedAt } = visit
  const appointment = yield* tx.insert('appointments', {
    id: tx.newId<AppointmentId>(),
    patientId,
    providerId: visit.provider.id,
    operatoryId: visit.operatory.id,
    appointmentTypeId: setup.appointmentTypes.find((type) => type.name === visit.typeName)!.id,
    startsAt,
    endsAt,
    releasedAt,
    status,
    confirmation,
    confirmedAt,
    cancelledAt: null,
    cancellationReason: null,
    note,
    overbookReason: null,
    bookedBy: 'desk',
    sourceCallId: null,
    sourceMessageId: null,
    calendarEventId: null,
    seenAt: createdAt,
    version: 1,
    createdAt,
    updatedAt,
  })
  // A missed visit has given its place back.
  if (status !== 'no_show') yield* takePlace(tx, appointment)
}
