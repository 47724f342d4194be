import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Household } from './households-of.ts'

export type ListItem =
  | { kind: 'day'; key: string; day: LocalDate; isAllConfirmed: boolean; isEmpty: boolean }
  | { kind: 'household'; key: string; household: Household }
  | { kind: 'fold'; key: string; day: LocalDate; count: number; isUnfolded: boolean }

/** The rows of the list: under each day who is at risk; those who are confirmed stay folded until asked for. */
export function listItems(households: readonly Household[], days: readonly LocalDate[], unfolded: readonly string[]): ListItem[] {
  return days.flatMap((day) => {
    const own = households.filter((one) => one.day === day)
    const open = own.filter((one) => one.open.length > 0)
    const settled = own.filter((one) => one.open.length === 0)
    const isUnfolded = unfolded.includes(day)
    const row = (household: Household): ListItem => ({ kind: 'household', key: household.key, household })
    return [
      { kind: 'day' as const, key: `day ${day}`, day, isAllConfirmed: open.length === 0 && own.length > 0, isEmpty: own.length === 0 },
      ...open.map(row),
      ...(settled.length > 0 ? [{ kind: 'fold' as const, key: `fold ${day}`, day, count: settled.length, isUnfolded }] : []),
      ...(isUnfolded ? settled.map(row) : []),
    ]
  })
}
