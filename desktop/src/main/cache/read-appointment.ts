import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { readOne, readRows, readWhereIn } from './read-rows.ts'

/** One appointment with its patient and its changes; null when it is not kept. */
export function readAppointment(db: Db, { appointmentId }: { appointmentId: AppointmentId }): AppointmentView | null {
  const appointment = readOne(db, 'appointments', appointmentId)
  if (!appointment) return null
  return {
    appointment,
    patients: readWhereIn(db, 'patients', 'id', [appointment.patientId]),
    changes: readRows(db, 'changes', 'where appointment_id = ? order by at desc, id desc', appointmentId),
  }
}
