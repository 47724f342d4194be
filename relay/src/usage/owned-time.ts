import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { MonthSpan } from './months.ts'

/** Whether a number was the practice's on any day of a month that has begun: rents are asked for whole months. Of a number that was
 *  given up nobody knows when, only its first month is counted. */
export function wasOwnedIn(phone: PracticePhone, { from, until }: Pick<MonthSpan, 'from' | 'until'>, now: Instant): boolean {
  if (from > now || phone.createdAt >= until) return false
  return phone.status !== 'released' || (phone.releaseAt ?? phone.createdAt) >= from
}

/** A number that was given up and bought again is two numbers here: each has the texts of its own time. */
export function ownTime(phone: PracticePhone, phones: PracticePhone[]): { from: string; until: string } {
  const same = phones
    .filter((one) => one.phoneNumber === phone.phoneNumber)
    .sort((one, other) => (one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id) ? -1 : 1))
  const at = same.findIndex((one) => one.id === phone.id)
  return { from: at === 0 ? '' : phone.createdAt, until: same[at + 1]?.createdAt ?? '9' }
}
