import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { formatPhone, type PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, instantAt, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { SetupView } from '../../ipc/views.ts'
import { type Times, timesIn } from '../ui/times.ts'
import { useToday } from './clock.ts'
import { useLive } from './live-query.ts'

export type PracticeNow = {
  setup: SetupView
  times: Times
  today: LocalDate
  providerName: (id: string) => string
  operatoryName: (id: string) => string
  typeName: (id: string) => string
  phone: (number: PhoneNumber) => string
}

const localeOf = (country: string) => (country === 'US' ? 'en-US' : (navigator.language ?? 'en-US'))
const nameIn = (list: { id: string; name: string }[]) => {
  const names = new Map(list.map((one) => [one.id, one.name]))
  return (id: string) => names.get(id) ?? 'Removed'
}

const made = new WeakMap<SetupView, PracticeNow>()

/** The same one for the same set-up and day: what is made from it is then not made anew with every drawing. */
function practiceOf(setup: SetupView, today: LocalDate): PracticeNow {
  const before = made.get(setup)
  if (before?.today === today) return before
  const { practice } = setup
  const now = {
    setup,
    today,
    times: timesIn(practice.timeZone, localeOf(practice.country)),
    providerName: nameIn(setup.providers),
    operatoryName: nameIn(setup.operatories),
    typeName: nameIn(setup.appointmentTypes),
    phone: (number: PhoneNumber) => formatPhone(number, practice.country),
  }
  made.set(setup, now)
  return now
}

/** The practice's set-up with its names, times and present day; null until the cache has been read. */
export function usePractice(): PracticeNow | null {
  const { value: setup } = useLive('setup.read', {})
  const today = useToday(setup?.practice.timeZone ?? ('UTC' as never))
  return setup ? practiceOf(setup, today) : null
}

/** The next `count` days on which somebody works and the whole practice is not closed, after `from`. */
export function nextBusinessDays(setup: SetupView, from: LocalDate, count: number): LocalDate[] {
  const weekdays = new Set(setup.hours.flatMap((one) => one.shifts.map((shift) => shift.weekday)))
  const { dayOf } = timesIn(setup.practice.timeZone, 'en-US')
  const isClosed = (day: LocalDate) =>
    setup.closures.some(
      (one) =>
        one.kind === 'closed' &&
        !one.removedAt &&
        !one.providerId &&
        !one.operatoryId &&
        dayOf(one.startsAt) <= day &&
        dayOf(one.endsAt) > day,
    )
  const days: LocalDate[] = []
  for (let day = addDays(from, 1), tries = 0; days.length < count && tries < 60; day = addDays(day, 1), tries++) {
    const weekday = new Date(Date.parse(day)).getUTCDay() || 7
    if (weekdays.has(weekday) && !isClosed(day)) days.push(day)
  }
  return days
}

/** Of the next two business days the first that has visits, with those visits: what "tomorrow" means to a desk before a quiet Saturday.
 *  The first of them when neither has any. */
export function nextBookedDay(
  setup: SetupView,
  today: LocalDate,
  appointments: Appointment[],
): { day: LocalDate; booked: Appointment[] } | undefined {
  const { timeZone } = setup.practice
  const days = nextBusinessDays(setup, today, 2).map((day) => {
    const [from, to] = [instantAt(day, 0, timeZone), instantAt(addDays(day, 1), 0, timeZone)]
    return { day, booked: appointments.filter((one) => one.status === 'booked' && one.startsAt >= from && one.startsAt < to) }
  })
  return days.find((one) => one.booked.length > 0) ?? days[0]
}
