import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

/** The booked visit that comes next, or is going on. */
export function nextVisit(visits: Appointment[], now: Instant): Appointment | undefined {
  return visits.filter((one) => one.status === 'booked' && one.endsAt > now).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
}

/** The newest visit that took place, as far as anybody noted the opposite. */
export function lastVisit(visits: Appointment[], now: Instant): Appointment | undefined {
  const took = visits.filter((one) => (one.status === 'completed' || one.status === 'booked') && one.endsAt <= now)
  return took.sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))[0]
}
