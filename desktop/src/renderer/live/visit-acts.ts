import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import { offerUndo } from './last-undo.ts'
import { doCommand } from './run-command.ts'
import { tell } from './tell.ts'

/** Marks a visit confirmed by a person; it can be taken back at once. `label` as "Confirm Ana Garcia, Tue 9:00 AM". */
export async function confirmVisit(appointmentId: string, label: string): Promise<boolean> {
  const id = appointmentId as AppointmentId
  const outcome = await doCommand('appointment.confirm', { appointmentId: id }, label)
  if (outcome?.kind !== 'done') return outcome !== null
  const back = () => void doCommand('appointment.unconfirm', { appointmentId: id }, `Undo: ${label}`, 'Unconfirmed again.')
  offerUndo({ words: label, run: back })
  tell({ tone: 'done', text: 'Marked confirmed.', action: { title: 'Undo', run: back } })
  return true
}
