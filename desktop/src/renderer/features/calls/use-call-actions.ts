import { useEffect } from 'react'
import type { CallView } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import { dial } from '../../live/dial.ts'
import { offerUndo } from '../../live/last-undo.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { acknowledge, takeOver, undoChange } from './call-commands.ts'
import { isLiveCall } from './call-outcome.ts'
import type { CallWho } from './call-who.ts'
import { changeWords } from './change-words.ts'

/** The keys of the call that is shown; `z` takes back the newest change it made. */
export function useCallActions(view: CallView, who: CallWho, practice: PracticeNow): void {
  const { call } = view
  const isLive = isLiveCall(call)
  const number = call.callerNumber
  const alarm = view.alarms.find((one) => one.acknowledgedAt === null)
  const group = 'Calls'
  useActions([
    ...(isLive && !call.takenOverBy
      ? [
          {
            id: 'call-take-over',
            title: 'Take over the call',
            keys: ['p'],
            group,
            isInFooter: true,
            run: () => void takeOver(call, who.name),
          },
        ]
      : []),
    ...(number && !isLive
      ? [{ id: 'call-back', title: 'Call back', keys: ['b'], group, isInFooter: true, run: () => void dial(number) }]
      : []),
    ...(number ? [{ id: 'call-text', title: 'Text this number', keys: ['r'], group, run: () => openPlace('messages', number) }] : []),
    ...(alarm
      ? [
          {
            id: 'call-acknowledge',
            title: 'Acknowledge the emergency',
            keys: ['shift+space'],
            group,
            run: () => void acknowledge(alarm, who.name),
          },
        ]
      : []),
  ])
  const newest = view.changes.findLast((one) => one.undoneAt === null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the offer stands for one change; the words around it do not renew it.
  useEffect(() => {
    if (!newest) return
    const appointment = view.appointments.find((one) => one.id === newest.appointmentId)
    const words = changeWords(newest, appointment, practice)
    return offerUndo({ words: `“${words}” of this call`, run: () => void undoChange(newest, words) })
  }, [newest?.id])
}
