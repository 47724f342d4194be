import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import { useMemo } from 'react'
import type { Ghost } from '../../ui/board/ghost.ts'
import { boardName } from '../../ui/names.ts'
import type { BookDraft } from './book-draft.ts'
import type { WantedPlace } from './conflicts-at.ts'
import { useDay } from './day-store.ts'
import { type Seat, type SeatFound, seatFor } from './seat-for.ts'
import { useConflicts } from './use-conflicts.ts'
import { useDraftGround } from './use-draft-ground.ts'
import { ghostOf } from './use-move.ts'
import type { Scene } from './use-scene.ts'

/** Where a draft would stand if it were booked now; what is left open is chosen as the relay would. */
function seatOfDraft(scene: Pick<Scene, 'ground'>, draft: BookDraft): SeatFound | null {
  if (!draft.appointmentTypeId || !draft.startsAt) return null
  const { appointmentTypeId, startsAt, providerId, operatoryId } = draft
  return seatFor(scene.ground, { appointmentTypeId, startsAt, providerId, operatoryId, patientId: draft.patient?.id ?? null })
}

/** The draft as a place to check, once type and time are known. */
function wantedIn(draft: BookDraft, { providerId, operatoryId }: Seat): WantedPlace | null {
  const { appointmentTypeId, startsAt, patient } = draft
  return appointmentTypeId && startsAt ? { appointmentTypeId, startsAt, providerId, operatoryId, patientId: patient?.id ?? null } : null
}

export type DraftCheck = { seat: SeatFound | null; conflicts: SlotConflict[] }

/** Where the booking that is being written would stand, and what is in its way: at once by what is known here, then by the relay. */
export function useDraftCheck(scene: Scene): DraftCheck {
  const draft = useDay((state) => state.draft)
  const isWriting = useDay((state) => state.side === 'book')
  const ground = useDraftGround(scene, isWriting ? draft.startsAt : null)
  const seat = useMemo(() => (isWriting ? seatOfDraft({ ground }, draft) : null), [ground, draft, isWriting])
  const wanted = useMemo(() => (seat ? wantedIn(draft, seat) : null), [seat, draft])
  const conflicts = useConflicts(ground, wanted, scene.isLive)
  return useMemo(() => ({ seat, conflicts }), [seat, conflicts])
}

/** The booking that is being written, drawn where it would stand. */
export function useDraftGhost(scene: Scene, { seat, conflicts }: DraftCheck): Ghost | null {
  const draft = useDay((state) => (state.side === 'book' ? state.draft : null))
  return useMemo(() => {
    if (!draft?.startsAt) return null
    const title = draft.patient ? boardName(draft.patient) : 'New appointment'
    const wanted = seat ? wantedIn(draft, seat) : null
    if (wanted) return ghostOf(scene, wanted, title, conflicts)
    const { providerId, operatoryId, startsAt } = draft
    const isDrawn = scene.columns === 'operatories' ? operatoryId !== null : providerId !== null
    const place = { appointmentTypeId: '', patientId: null, providerId: providerId ?? '', operatoryId: operatoryId ?? '', startsAt }
    return isDrawn ? ghostOf(scene, place, title, []) : null
  }, [draft, scene, seat, conflicts])
}
