import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { minuteOn } from '../../ui/board/day-axis.ts'
import type { Ghost } from '../../ui/board/ghost.ts'
import { boardName } from '../../ui/names.ts'
import { conflictList } from './conflict-words.ts'
import { conflictsAt, spanOf, type WantedPlace } from './conflicts-at.ts'
import { useDay } from './day-store.ts'
import { startOf } from './move-draft.ts'
import { seatFor } from './seat-for.ts'
import type { Scene } from './use-scene.ts'

/** Takes a visit in hand. Only one that is still booked can be moved. */
export function beginMove(scene: Scene, appointmentId: string): boolean {
  const appointment = scene.view.appointments.find((one) => one.id === appointmentId)
  if (appointment?.status !== 'booked') return false
  const patient = scene.view.patients.find((one) => one.id === appointment.patientId)
  useDay.getState().select(appointment.id)
  useDay.getState().startMove(startOf(appointment, patient ? boardName(patient) : 'this visit'))
  return true
}

/** Puts the visit in hand into a column at a time. In another column whoever had it keeps it if they can, else who works there does. */
export function placeMove(scene: Scene, columnId: string, startsAt: Instant): void {
  const { move, changeMove } = useDay.getState()
  if (!move) return
  const { appointment } = move
  const isRooms = scene.columns === 'operatories'
  const isOwnColumn = columnId === (isRooms ? appointment.operatoryId : appointment.providerId)
  const mainProvider = scene.view.appointments.find((one) => one.operatoryId === columnId && one.status === 'booked')?.providerId
  const seat = seatFor(scene.ground, {
    appointmentTypeId: appointment.appointmentTypeId,
    patientId: appointment.patientId,
    startsAt,
    providerId: isRooms ? (isOwnColumn ? appointment.providerId : null) : columnId,
    operatoryId: isRooms ? columnId : isOwnColumn ? appointment.operatoryId : null,
    preferred: [{ providerId: appointment.providerId, operatoryId: appointment.operatoryId }, { providerId: mainProvider }],
    movingId: appointment.id,
  })
  if (seat) changeMove({ startsAt, providerId: seat.providerId, operatoryId: seat.operatoryId, refusal: null })
}

export const wantedOf = (move: ReturnType<typeof startOf>): WantedPlace => ({
  appointmentTypeId: move.appointment.appointmentTypeId,
  patientId: move.appointment.patientId,
  providerId: move.providerId,
  operatoryId: move.operatoryId,
  startsAt: move.startsAt,
  movingId: move.appointment.id,
})

/** A place that is only wanted, drawn on the board. */
export function ghostOf(
  scene: Scene,
  wanted: WantedPlace,
  title: string,
  conflicts: SlotConflict[] = conflictsAt(scene.ground, wanted),
): Ghost | null {
  const { practice, board, columns } = scene
  if (practice.times.dayOf(wanted.startsAt) !== board.axis.day) return null
  const type = practice.setup.appointmentTypes.find((one) => one.id === wanted.appointmentTypeId)
  const from = minuteOn(board.axis, wanted.startsAt)
  const to = type ? minuteOn(board.axis, spanOf(type, wanted.providerId, wanted.startsAt).endsAt) : from + board.stepMinutes
  const names = {
    provider: practice.providerName(wanted.providerId),
    operatory: practice.operatoryName(wanted.operatoryId),
    patient: title,
  }
  return {
    columnId: columns === 'operatories' ? wanted.operatoryId : wanted.providerId,
    from,
    to,
    title,
    words: [practice.times.time(wanted.startsAt), columns === 'operatories' ? names.provider : names.operatory].filter(Boolean).join(' · '),
    // The rest stands beside the board, where there is room.
    problem: conflicts.length > 0 ? conflictList(conflicts.slice(0, 1), names) : null,
    isMove: wanted.movingId !== undefined,
  }
}
