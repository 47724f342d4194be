import type { OpenSlotOut, SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { addMinutes, type Instant, instantAt, type LocalDate, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Board } from '../../ui/board/board.ts'
import { instantOn, minuteOn } from '../../ui/board/day-axis.ts'

/** A visit that somebody is moving: where it would go, and nothing has happened yet. */
export type MoveDraft = {
  appointment: Appointment
  name: string
  startsAt: Instant
  providerId: string
  operatoryId: string
  reason: string
  sendText: boolean
  isSending: boolean
  refusal: { message: string; alternatives: OpenSlotOut[]; conflicts: SlotConflict[] } | null
}

export function startOf(appointment: Appointment, name: string): MoveDraft {
  const { startsAt, providerId, operatoryId } = appointment
  return { appointment, name, startsAt, providerId, operatoryId, reason: '', sendText: true, isSending: false, refusal: null }
}

export const isMoved = ({ appointment, startsAt, providerId, operatoryId }: MoveDraft): boolean =>
  startsAt !== appointment.startsAt || providerId !== appointment.providerId || operatoryId !== appointment.operatoryId

/** One step earlier or later, kept on the day shown and on the practice's step. */
export function stepped(board: Board, startsAt: Instant, steps: number): Instant {
  const minute = minuteOn(board.axis, startsAt)
  const step = board.stepMinutes
  const next = steps > 0 ? Math.floor(minute / step) * step + steps * step : Math.ceil(minute / step) * step + steps * step
  return next < 0 || next >= board.axis.minutes ? startsAt : instantOn(board.axis, next)
}

/** The same wall-clock time on another day. */
export function onDay(startsAt: Instant, day: LocalDate, zone: Board['axis']['zone']): Instant {
  return instantAt(day, wallClock(startsAt, zone).minuteOfDay, zone)
}

/** The column beside the one with this id; the same at the edge. */
export function columnBeside(board: Board, columnId: string, by: number): string {
  const at = board.columns.findIndex((one) => one.id === columnId)
  return board.columns[at + by]?.id ?? columnId
}

/** Where a pointer stands, on the practice's step: `minute` counts from midnight. */
export function snapped(board: Board, minute: number): Instant {
  const step = board.stepMinutes
  const inside = Math.min(Math.max(minute, 0), board.axis.minutes - step)
  return addMinutes(instantOn(board.axis, 0), Math.round(inside / step) * step)
}
