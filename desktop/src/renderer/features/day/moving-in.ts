import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentView, DaysView } from '../../../ipc/views.ts'
import type { PendingChange } from '../../ui/board/pending.ts'

/** The appointments that wait to be moved and are not among those of these days. */
export function movesFromElsewhere(view: Pick<DaysView, 'appointments'>, pending: readonly PendingChange[]): AppointmentId[] {
  const here = new Set<string>(view.appointments.map((one) => one.id))
  return [...new Set(pending.flatMap((one) => (one.kind === 'move' && !here.has(one.appointmentId) ? [one.appointmentId] : [])))]
}

/** The days with those appointments and whose they are; the board draws each where it goes to. */
export function withMovingIn(view: DaysView, found: AppointmentView[]): DaysView {
  const here = new Set<string>(view.appointments.map((one) => one.id))
  const others = found.filter((one) => !here.has(one.appointment.id))
  if (others.length === 0) return view
  const known = new Set<string>(view.patients.map((one) => one.id))
  const patients = others.flatMap((one) => one.patients).filter((one) => !known.has(one.id))
  return {
    ...view,
    appointments: [...view.appointments, ...others.map((one) => one.appointment)],
    patients: [...view.patients, ...patients],
  }
}
