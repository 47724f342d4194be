import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useMemo, useState } from 'react'
import type { IpcInput } from '../../../ipc/contract.ts'
import { callDesk } from '../../bridge.ts'
import { conflictsAt, type Ground, type WantedPlace } from './conflicts-at.ts'

const REST_MS = 200
const keyOf = (wanted: WantedPlace) => JSON.stringify(wanted)

/** What stands in the way of a place: at once from what this desk knows, then as the relay sees it when the choice rests a moment. */
export function useConflicts(ground: Ground, wanted: WantedPlace | null, isLive: boolean): SlotConflict[] {
  const key = wanted ? keyOf(wanted) : null
  const [checked, setChecked] = useState<{ key: string; conflicts: SlotConflict[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the place.
  const local = useMemo(() => (wanted ? conflictsAt(ground, wanted) : []), [ground, key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the place; a changed day is asked about again.
  useEffect(() => {
    if (!wanted?.patientId || !key || !isLive) return
    let isCurrent = true
    const ask = () =>
      callDesk('slots.check', checkInput(wanted, wanted.startsAt)).then(
        ({ conflicts }) => isCurrent && setChecked({ key, conflicts }),
        // What this desk knows stands; the relay checks again when the change is sent.
        () => isCurrent && setChecked(null),
      )
    const timer = setTimeout(() => void ask(), REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, isLive, ground.appointments, ground.setup])
  return isLive && checked && checked.key === key ? checked.conflicts : local
}

function checkInput(wanted: WantedPlace, startsAt: Instant): IpcInput<'slots.check'> {
  const { appointmentTypeId, patientId, providerId, operatoryId, movingId } = wanted
  return { appointmentTypeId, patientId, providerId, operatoryId, startsAt, movingId } as IpcInput<'slots.check'>
}
