import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import { offerUndo } from './last-undo.ts'
import { doCommand } from './run-command.ts'
import { tell } from './tell.ts'

/** Marks visits confirmed by a person; all of them can be taken back at once. `label` as "Confirm Ana Garcia, Tue 9:00 AM". */
export async function confirmVisits(visits: readonly { appointmentId: string; label: string }[]): Promise<void> {
  const done: (typeof visits)[number][] = []
  for (const visit of visits) {
    const outcome = await doCommand('appointment.confirm', { appointmentId: visit.appointmentId as AppointmentId }, visit.label)
    if (outcome?.kind === 'done') done.push(visit)
  }
  const [first] = done
  if (!first) return
  const back = async () => {
    for (const { appointmentId, label } of done)
      await doCommand('appointment.unconfirm', { appointmentId: appointmentId as AppointmentId }, `Undo: ${label}`, 'Unconfirmed again.')
  }
  offerUndo({ words: done.length > 1 ? `the confirmation of ${done.length} visits` : first.label, run: () => void back() })
  const text = done.length > 1 ? `${done.length} visits marked confirmed.` : 'Marked confirmed.'
  tell({ tone: 'done', text, action: { title: 'Undo', run: () => void back() } })
}
