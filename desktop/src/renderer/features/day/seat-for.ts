import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { conflictsAt, type Ground } from './conflicts-at.ts'

export type Seat = { providerId: string; operatoryId: string }
export type SeatWanted = {
  appointmentTypeId: string
  patientId: string | null
  startsAt: Instant
  /** Null leaves the choice open. */
  providerId: string | null
  operatoryId: string | null
  /** Who and where it is now, or who works there that day: tried before the practice's own order. */
  preferred?: readonly Partial<Seat>[]
  movingId?: string
}
export type SeatFound = Seat & { conflicts: SlotConflict[] }

/** The provider and operatory with the fewest reasons against them, in order of preference; null when the practice has none at all. */
export function seatFor(ground: Ground, wanted: SeatWanted): SeatFound | null {
  let best: SeatFound | null = null
  for (const seat of seatsInOrder(ground, wanted)) {
    const conflicts = conflictsAt(ground, { ...wanted, ...seat })
    if (!best || conflicts.length < best.conflicts.length) best = { ...seat, conflicts }
    if (best.conflicts.length === 0) return best
  }
  return best
}

function seatsInOrder({ setup }: Ground, wanted: SeatWanted): Seat[] {
  const type = setup.appointmentTypes.find((one) => one.id === wanted.appointmentTypeId)
  const active = (list: readonly { id: string; active: boolean }[], id: string) => list.some((one) => one.id === id && one.active)
  const preferred = wanted.preferred ?? []
  const own = <K extends keyof Seat>(key: K) => preferred.flatMap((one) => one[key] ?? [])
  const doers = (type?.providers ?? []).map((one) => one.providerId as string).filter((id) => active(setup.providers, id))
  const rooms = (type?.operatoryIds ?? []).map((id) => id as string).filter((id) => active(setup.operatories, id))
  const choose = (fixed: string | null, first: string[], all: string[]) =>
    fixed ? [fixed] : [...new Set([...first.filter((id) => all.length === 0 || all.includes(id)), ...all, ...first])]
  const operatoryIds = choose(wanted.operatoryId, own('operatoryId'), rooms)
  return choose(wanted.providerId, own('providerId'), doers).flatMap((providerId) =>
    operatoryIds.map((operatoryId) => ({ providerId, operatoryId })),
  )
}
