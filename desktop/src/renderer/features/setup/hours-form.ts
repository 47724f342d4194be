import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import { type ProviderHours, ProviderHours as ProviderHoursSchema, type Shift } from '@dentalanswer/shared/domain/practice.ts'
import { checkForm, type Problems } from '../../ui/plain-problems.ts'
import { readDay, shiftsOf, writeDay } from './read-shifts.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
/** The shifts of each weekday as typed, by "1" (Monday) to "7". */
export type HoursForm = Record<string, string>

export const HOURS_FIELDS: Record<string, string> = Object.fromEntries(WEEKDAYS.map((name, at) => [String(at + 1), name]))

export function hoursForm(shifts: Shift[]): HoursForm {
  return Object.fromEntries(WEEKDAYS.map((_, at) => [String(at + 1), writeDay(shifts, at + 1)]))
}

/** The shifts of the days that can be read. */
export function readableShifts(form: HoursForm): Shift[] {
  return Object.entries(form).flatMap(([day, typed]) => {
    const read = readDay(typed)
    return 'spans' in read ? shiftsOf(read.spans, Number(day)) : []
  })
}

/** The week as the relay takes it, or what is wrong by weekday. */
export function readHours(
  form: HoursForm,
  providerId: ProviderHours['providerId'],
): { hours: DeskInput<'hours.put'> } | { problems: Problems } {
  const problems: Problems = {}
  for (const [day, typed] of Object.entries(form)) {
    const read = readDay(typed)
    if ('problem' in read) problems[day] = read.problem
  }
  if (Object.keys(problems).length > 0) return { problems }
  const checked = checkForm(ProviderHoursSchema, { providerId, shifts: readableShifts(form) })
  return checked.problems ? { problems: { form: Object.values(checked.problems)[0]! } } : { hours: checked.value }
}
