import type { Appointment, Opening } from '@dentalanswer/shared/domain/appointment.ts'
import { addDays, addMinutes, type Instant, instantAt, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { numbersOf, optOutsOn, readPractice, readRows, readWhereIn } from './read-rows.ts'

// No visit is longer; it keeps the search to the days asked for and the one before.
const LONGEST_MINUTES = 24 * 60
const OVERLAPPING = 'starts_at > ? and starts_at < ? and ends_at > ?'

/** The board of practice days `from` to `to`, both included: appointments and open openings that reach into them, cancelled ones too. */
export function readDays(db: Db, input: { from: LocalDate; to: LocalDate }): DaysView {
  const zone = readPractice(db)?.timeZone
  if (!zone) return { appointments: [], openings: [], patients: [], changes: [], messages: [], optOuts: [] }
  const from = instantAt(input.from, 0, zone)
  const to = instantAt(addDays(input.to, 1), 0, zone)
  const appointments = appointmentsBetween(db, from, to)
  const ids = appointments.map((one) => one.id)
  const patients = readWhereIn(
    db,
    'patients',
    'id',
    appointments.map((one) => one.patientId),
  )
  return {
    appointments,
    openings: openingsBetween(db, from, to),
    patients,
    changes: readWhereIn(db, 'changes', 'appointment_id', ids, 'at desc, id desc'),
    messages: readWhereIn(db, 'messages', 'related_id', ids, 'created_at, id'),
    optOuts: optOutsOn(db, numbersOf(patients)),
  }
}

export function appointmentsBetween(db: Db, from: Instant, to: Instant): Appointment[] {
  return readRows(db, 'appointments', `where ${OVERLAPPING} order by starts_at, id`, addMinutes(from, -LONGEST_MINUTES), to, from)
}

export function openingsBetween(db: Db, from: Instant, to: Instant): Opening[] {
  const rest = `where is_open = 1 and ${OVERLAPPING} order by starts_at, id`
  return readRows(db, 'openings', rest, addMinutes(from, -LONGEST_MINUTES), to, from)
}
