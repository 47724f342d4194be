import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect, useMemo, useState } from 'react'
import type { AppointmentView, DaysView } from '../../../ipc/views.ts'
import { callDesk } from '../../bridge.ts'
import type { PendingChange } from '../../ui/board/pending.ts'
import { movesFromElsewhere, withMovingIn } from './moving-in.ts'

const none: AppointmentView[] = []

/** The day with the appointments that move to it from another day and wait at this desk, so that they are drawn with name and length. */
export function useMovingIn(view: DaysView | undefined, pending: readonly PendingChange[]): DaysView | undefined {
  const [found, setFound] = useState(none)
  const wanted = view ? movesFromElsewhere(view, pending).join(' ') : ''
  useEffect(() => {
    if (wanted === '') return setFound(none)
    let isCurrent = true
    const reads = wanted.split(' ').map((id) => callDesk('appointment.read', { appointmentId: id as AppointmentId }))
    Promise.allSettled(reads).then((all) => {
      // One that cannot be read is drawn with what the change itself says.
      if (isCurrent) setFound(all.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : [])))
    })
    return () => {
      isCurrent = false
    }
  }, [wanted])
  return useMemo(() => (view ? withMovingIn(view, found) : undefined), [view, found])
}
