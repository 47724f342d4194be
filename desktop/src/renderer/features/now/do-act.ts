import type { AlarmId, AppointmentId, CallbackId, CallId, ChangeId, LeadId } from '@dentalanswer/shared/domain/ids.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { deskNow } from '../../live/clock.ts'
import { dropQueued, makeInstead } from '../../live/conflicts.ts'
import { dial } from '../../live/dial.ts'
import type { Act } from '../../live/needs/need.ts'
import { openPlace } from '../../live/places.ts'
import { doCommand, wordsOf } from '../../live/run-command.ts'
import { useSession, whoIsHere } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'

const SNOOZE_MINUTES = 60
const me = () => useSession.getState().preferences?.staffName ?? ''
const later = () => addMinutes(deskNow(), SNOOZE_MINUTES)

/** Does what a button of Now says. `title` names the matter, for the queue's and the messages' words. */
export async function doAct(act: Act, title: string): Promise<void> {
  switch (act.kind) {
    case 'open':
      return openPlace(act.target.place, act.target.id)
    case 'dial':
      return dial(act.phoneNumber)
    case 'acknowledge':
      return forget(doCommand('alarm.acknowledge', { alarmId: act.alarmId as AlarmId, by: me() }, `Acknowledge ${title}`, 'Acknowledged.'))
    case 'takeOverCall':
      return forget(
        doCommand('call.takeOver', { callId: act.callId as CallId, by: me() }, `Take over ${title}`, 'The call is being put through.'),
      )
    case 'undo':
      return forget(doCommand('change.undo', { changeId: act.changeId as ChangeId }, `Undo for ${title}`, 'Undone.'))
    case 'confirm':
      return forget(doCommand('appointment.confirm', { appointmentId: act.appointmentId as AppointmentId }, act.words, 'Confirmed.'))
    case 'seen':
      return forget(doCommand('appointment.seen', { appointmentId: act.appointmentId as AppointmentId }, `Looked at ${title}`))
    case 'textsDone':
      return forget(doCommand('thread.done', { phoneNumber: act.phoneNumber }, `Texts of ${title} done`, 'Done.'))
    case 'snoozeThread':
      return forget(doCommand('thread.snooze', { phoneNumber: act.phoneNumber, until: later() }, `Later: ${title}`, 'Back in an hour.'))
    case 'takeLead':
      return forget(doCommand('lead.change', { leadId: act.leadId as LeadId, owner: whoIsHere() }, `Take ${title}`, 'Yours now.'))
    case 'snoozeLead':
      return forget(
        doCommand('lead.change', { leadId: act.leadId as LeadId, snoozedUntil: later() }, `Later: ${title}`, 'Back in an hour.'),
      )
    case 'closeLead':
      return forget(doCommand('lead.close', { leadId: act.leadId as LeadId }, `Done: ${title}`, 'Done.'))
    case 'takeCallback':
      return forget(
        doCommand('callback.change', { callbackId: act.callbackId as CallbackId, owner: whoIsHere() }, `Take ${title}`, 'Yours now.'),
      )
    case 'snoozeCallback':
      return forget(
        doCommand('callback.change', { callbackId: act.callbackId as CallbackId, dueAt: later() }, `Later: ${title}`, 'Due in an hour.'),
      )
    case 'closeCallback':
      return forget(doCommand('callback.close', { callbackId: act.callbackId as CallbackId }, `Done: ${title}`, 'Done.'))
    case 'makeAgain':
      return forget(makeInstead(act.conflict, act.conflict.again ?? act.conflict.command.input))
    case 'dropQueued':
      return forget(dropQueued(act.id))
  }
}

async function forget(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
  }
}
