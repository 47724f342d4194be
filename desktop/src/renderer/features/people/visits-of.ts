import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Visits = { next: Appointment[]; past: Appointment[]; cancelled: Appointment[] }

/** A person's appointments: those to come with the nearest first, the past and the cancelled with the latest first. */
export function visitsOf(appointments: Appointment[], now: Instant): Visits {
  const byTime = appointments.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const isCancelled = (one: Appointment) => one.status === 'cancelled'
  const isToCome = (one: Appointment) => one.status === 'booked' && one.endsAt > now
  return {
    next: byTime.filter(isToCome),
    past: byTime.filter((one) => !isCancelled(one) && !isToCome(one)).reverse(),
    cancelled: byTime.filter(isCancelled).reverse(),
  }
}

/** How a visit stands, in a word or two. A booked visit that is over was not marked yet. */
export function visitWords(one: Appointment, now: Instant): string {
  if (one.status === 'completed') return 'Completed'
  if (one.status === 'no_show') return 'Did not come'
  if (one.status === 'cancelled') return 'Cancelled'
  if (one.endsAt <= now) return 'Not marked'
  return one.confirmation === 'confirmed' ? 'Confirmed' : 'Not confirmed'
}
