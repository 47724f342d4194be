import { nowOf } from '@dentalanswer/relay/src/ports/clock.ts'
import { entityTables } from '@dentalanswer/relay/src/store/registry.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import { all, statement, type Work } from '@dentalanswer/relay/src/store/work.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId, OperatoryId, PatientId, PracticeId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { AppointmentType, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, addMinutes, type Instant, instantAt, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { claimComingVisits } from '../load/seed-claims.ts'
import { bulkPatients, fillUpOperatories, OPERATORIES } from './desk-bulk-people.ts'

export type BulkDays = { from: LocalDate; to: LocalDate }
type Base = Omit<Ctx, 'practiceId' | 'actor'>

const FIRST_MINUTE = 7 * 60
const LAST_MINUTE = 19 * 60
const MOST_MINUTES = 60
const FEWEST_MINUTES = 10
const PAGE = 2_000

/** `count` visits, spread evenly over the working days of a range and over twelve operatories (added where they are missing), each in a
 *  free place of its own. Throws when they do not fit. */
export async function addBulkAppointments(base: Base, practiceId: PracticeId, count: number, days: BulkDays): Promise<void> {
  const ctx: Ctx = { ...base, practiceId, actor: { kind: 'system', id: null } }
  await write(ctx, 'bulk-setup', fillUpOperatories)
  const setup = await base.store.read(() => loadSetup(practiceId))
  const patients = await bulkPatients(ctx)
  const taken = await base.store.read(() => takenIn(practiceId, setup, days))
  const dates = workingDays(days)
  const visits: Appointment[] = []
  for (const [at, date] of dates.entries()) {
    const share = Math.ceil((count - visits.length) / (dates.length - at))
    visits.push(...visitsOf(setup, date, share, taken, (index) => patients[(at * 37 + index) % patients.length]!, base))
  }
  if (visits.length < count) throw new Error(`Only ${visits.length} of ${count} visits fit into those days.`)
  for (let from = 0; from < visits.length; from += PAGE)
    await base.store.write('bulk', function* () {
      for (const visit of visits.slice(from, from + PAGE)) yield* entityTables.appointments.insert(practiceId, visit)
    })
  await base.store.write('bulk-claims', () => claimComingVisits(practiceId, nowOf(base.clock)))
}

type Taken = Map<string, [string, string][]>

const between = statement((db, p: { practiceId: string; from: string; to: string }) =>
  db
    .selectFrom('appointments')
    .select(['provider_id', 'operatory_id', 'starts_at', 'released_at'])
    .where('practice_id', '=', p.practiceId)
    .where('starts_at', '>=', p.from)
    .where('starts_at', '<', p.to),
)

function* takenIn(practiceId: PracticeId, { practice }: Setup, { from, to }: BulkDays): Work<Taken> {
  const taken: Taken = new Map()
  const range = { from: instantAt(from, 0, practice.timeZone), to: instantAt(addDays(to, 1), 0, practice.timeZone) }
  for (const row of yield* all(between, { practiceId, ...range }))
    for (const id of [row.provider_id, row.operatory_id]) taken.set(id, [...(taken.get(id) ?? []), [row.starts_at, row.released_at]])
  return taken
}

/** One visit after the other in each operatory, each as long as leaves room for all of them in twelve hours; as many as there is room for. */
function visitsOf(
  setup: Setup,
  date: LocalDate,
  count: number,
  taken: Taken,
  patientAt: (index: number) => Patient,
  base: Base,
): Appointment[] {
  for (let minutes = MOST_MINUTES; minutes >= FEWEST_MINUTES; minutes -= 5) {
    const places = freePlaces(setup, date, minutes, taken)
    if (places.length >= count || minutes === FEWEST_MINUTES)
      return places.slice(0, count).map((place, index) => visitAt(setup, place, minutes, patientAt(index).id, base, index))
  }
  return []
}

type FreePlace = { startsAt: Instant; operatoryId: OperatoryId; providerId: ProviderId }

function freePlaces({ practice, operatories, providers }: Setup, date: LocalDate, minutes: number, taken: Taken): FreePlace[] {
  const places: FreePlace[] = []
  for (let minute = FIRST_MINUTE; minute + minutes <= LAST_MINUTE; minute += minutes) {
    const startsAt = instantAt(date, minute, practice.timeZone)
    const endsAt = addMinutes(startsAt, minutes)
    const isFree = (id: string) => !(taken.get(id) ?? []).some(([from, to]) => from < endsAt && to > startsAt)
    for (const [at, operatory] of operatories.slice(0, OPERATORIES).entries()) {
      const provider = providers[at]!
      if (isFree(operatory.id) && isFree(provider.id)) places.push({ startsAt, operatoryId: operatory.id, providerId: provider.id })
    }
  }
  return places
}

function visitAt(setup: Setup, place: FreePlace, minutes: number, patientId: PatientId, base: Base, index: number): Appointment {
  const now = nowOf(base.clock)
  const endsAt = addMinutes(place.startsAt, minutes - 5)
  const isOver = endsAt <= now
  const isConfirmed = isOver || index % 3 === 0
  return {
    ...place,
    id: base.newId() as AppointmentId,
    patientId,
    appointmentTypeId: (setup.appointmentTypes[index % setup.appointmentTypes.length] as AppointmentType).id,
    endsAt,
    releasedAt: addMinutes(place.startsAt, minutes),
    status: isOver ? 'completed' : 'booked',
    confirmation: isConfirmed ? 'confirmed' : 'unconfirmed',
    confirmedAt: isConfirmed ? now : null,
    cancelledAt: null,
    cancellationReason: null,
    note: '',
    overbookReason: null,
    bookedBy: 'desk',
    sourceCallId: null,
    sourceMessageId: null,
    calendarEventId: null,
    seenAt: now,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}

function workingDays({ from, to }: BulkDays): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (from === to || weekdayOf(day) <= 5) days.push(day)
  return days
}
