import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import { confirmVisits } from '../../live/visit-acts.ts'
import type { StripAct } from '../../ui/thread/strip.ts'
import { acknowledge, undoChange } from './thread-commands.ts'

/** Does what a button of a strip says. `who` names the thread, for the queue's words. */
export function doStripAct(act: StripAct, who: string, reply: () => void): void {
  if (act.kind === 'undo') void undoChange(act.changeId, act.words)
  else if (act.kind === 'confirm') void confirmVisits([{ appointmentId: act.appointmentId, label: act.words }])
  else if (act.kind === 'acknowledge') void acknowledge(act.alarmId, who)
  else if (act.kind === 'dial') void dial(act.phoneNumber)
  else if (act.kind === 'reply') reply()
  else if (act.kind === 'openPerson') openPlace('people', act.patientId)
  else if (act.kind === 'openCallback') openPlace('callbacks', act.id)
  else openPlace('day', act.appointmentId)
}
