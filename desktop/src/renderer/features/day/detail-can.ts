import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Can = { confirm: boolean; unconfirm: boolean; move: boolean; cancel: boolean; finish: boolean; ask: boolean }

/** What may be done about an appointment as it stands. A visit that has not begun can be neither completed nor missed. */
export function canDo({ status, confirmation, startsAt }: Appointment, now: Instant): Can {
  const isBooked = status === 'booked'
  const isToCome = startsAt > now
  return {
    confirm: isBooked && confirmation === 'unconfirmed',
    unconfirm: isBooked && confirmation === 'confirmed',
    move: isBooked,
    cancel: isBooked,
    finish: !isToCome && status !== 'cancelled',
    ask: isBooked && isToCome && confirmation === 'unconfirmed',
  }
}
