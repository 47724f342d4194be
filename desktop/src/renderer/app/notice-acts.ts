import type { AlarmId, ChangeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Notice } from '../../ipc/pushes.ts'
import { dial } from '../live/dial.ts'
import { useNotices } from '../live/notices.ts'
import { openPlace } from '../live/places.ts'
import { doCommand } from '../live/run-command.ts'
import { useSession } from '../live/session.ts'
import type { NoticeAct } from './notice-actions.ts'

/** Says at the relay that a person took note; the notice goes when the relay has it. */
export async function acknowledgeAlarm(alarmId: AlarmId): Promise<void> {
  const by = useSession.getState().preferences?.staffName ?? ''
  const outcome = await doCommand('alarm.acknowledge', { alarmId, by }, 'Acknowledge the emergency', 'Acknowledged.')
  // While it waits for the connection the ladder goes on, so the notice stays too.
  if (outcome?.kind === 'done') for (const one of useNotices.getState().notices) if (one.alarmId === alarmId) putAway(one)
}

/** Does what a notice's button says. What was dealt with is put away; an emergency stays until it is acknowledged. */
export async function doNoticeAct(act: NoticeAct, notice: Notice): Promise<void> {
  if (act.kind === 'acknowledge') return acknowledgeAlarm(act.alarmId as AlarmId)
  if (act.kind === 'call') return dial(act.phoneNumber)
  if (act.kind === 'undo') {
    const outcome = await doCommand('change.undo', { changeId: act.changeId as ChangeId }, `Undo: ${notice.title}`, 'Undone.')
    if (outcome) putAway(notice)
    return
  }
  if (act.kind === 'fill') openPlace('day', act.openingId)
  else openPlace(notice.target.place, notice.target.id)
  if (notice.level !== 'urgent') putAway(notice)
}

const putAway = (notice: Notice) => useNotices.getState().putAway(notice.key)
