import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'

export type NoticeAct =
  | { kind: 'call'; phoneNumber: PhoneNumber }
  | { kind: 'acknowledge'; alarmId: string }
  | { kind: 'fill'; openingId: string }
  | { kind: 'undo'; changeId: string }
  | { kind: 'open' }
type NoticeAction = { title: string; tone: 'main' | 'danger' | 'plain'; act: NoticeAct }

const open = (tone: NoticeAction['tone']): NoticeAction => ({ title: 'Open', tone, act: { kind: 'open' } })

/** What to do about a notice, the one thing that matters first. What the work list no longer knows is not offered. */
export function noticeActions(notice: Notice, work: WorkView | undefined): NoticeAction[] {
  if (notice.alarmId) return alarmActions(notice.alarmId, work)
  const change = work?.changes.find((one) => one.id === notice.changeId && one.undoneAt === null)
  if (!change) return [open('main')]
  const opening = work?.openings.find((one) => one.fromAppointmentId === change.appointmentId && one.status === 'open')
  return [
    ...(opening ? [{ title: 'Fill this opening', tone: 'main', act: { kind: 'fill', openingId: opening.id } } satisfies NoticeAction] : []),
    { title: 'Undo', tone: 'plain', act: { kind: 'undo', changeId: change.id } },
    open(opening ? 'plain' : 'main'),
  ]
}

function alarmActions(alarmId: string, work: WorkView | undefined): NoticeAction[] {
  const number = work?.alarms.find((one) => one.id === alarmId)?.phoneNumber
  const acknowledge: NoticeAction = { title: 'Acknowledge', tone: 'plain', act: { kind: 'acknowledge', alarmId } }
  return number ? [{ title: 'Call', tone: 'danger', act: { kind: 'call', phoneNumber: number } }, acknowledge] : [acknowledge]
}
