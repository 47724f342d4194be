import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Household } from './households-of.ts'

export type DayCount = {
  day: LocalDate
  confirmed: number
  total: number
  /** Households whose next step is a call, now. */
  toCall: number
  /** Households that are phoned later today unless they answer. */
  dueLater: number
}

/** How far each day is: visits confirmed, and what is left to do. */
export function dayCounts(households: readonly Household[], days: readonly LocalDate[]): DayCount[] {
  return days.map((day) => {
    const visits = households.flatMap((one) => one.visits).filter((one) => one.day === day)
    const open = households.filter((one) => one.open.some((visit) => visit.day === day))
    return {
      day,
      confirmed: visits.filter((one) => one.appointment.confirmation === 'confirmed').length,
      total: visits.length,
      toCall: open.filter((one) => one.step.kind === 'call').length,
      dueLater: open.filter((one) => one.step.kind === 'wait').length,
    }
  })
}
