import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { epochMs, type Instant, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../../ipc/views.ts'
import { boardName } from '../names.ts'
import type { Times } from '../times.ts'
import type { BlockState, BoardBlock } from './board.ts'
import type { Seated } from './board-columns.ts'
import { type DayAxis, minuteOn } from './day-axis.ts'
import { askedIds, machineActs } from './machine-acts.ts'
import type { PendingChange } from './pending.ts'
import { type PendingBlock, pendingBlocks } from './pending-blocks.ts'

type BoardItem = Omit<BoardBlock, 'lane' | 'lanes'> & Seated
type Input = { view: DaysView; setup: Setup; axis: DayAxis; now: Instant; pending: readonly PendingChange[]; times: Times }

/** Every visit of one day as a block, with what waits at this desk drawn over it. Cancelled ones are left out. */
export function boardItems({ view, setup, axis, now, pending, times }: Input): BoardItem[] {
  const names = new Map(view.patients.map((one) => [one.id as string, boardName(one)]))
  const types = new Map(setup.appointmentTypes.map((one) => [one.id as string, one.name]))
  const people = new Map(setup.providers.map((one) => [one.id as string, one.name]))
  const rooms = new Map(setup.operatories.map((one) => [one.id as string, one.name]))
  const acts = machineActs(view)
  const asked = askedIds(view)
  const leaving = new Map(pending.flatMap((one) => (one.kind === 'book' ? [] : [[one.appointmentId as string, one] as const])))
  const minutes = (from: Instant, to: Instant) => (epochMs(to) - epochMs(from)) / MS_PER_MINUTE

  const item = (one: Appointment | PendingBlock, state: BlockState, extra: string[]): BoardItem => {
    const from = minuteOn(axis, one.startsAt)
    const isStored = 'status' in one
    const act = isStored && one.status === 'booked' ? (acts.get(one.id) ?? null) : null
    const name = names.get(one.patientId ?? '') ?? (isStored ? 'Name not here yet' : one.label)
    const isUnconfirmed = isStored && one.status === 'booked' && one.confirmation === 'unconfirmed'
    const isOverbooked = isStored && one.overbookReason !== null
    const words = [
      types.get(one.appointmentTypeId ?? '') ?? '',
      ...(isStored ? statusWords(one, asked.has(one.id)) : []),
      act ? `AI ${act}` : '',
      isOverbooked ? 'overbooked' : '',
      ...extra,
    ].filter(Boolean)
    return {
      key: 'key' in one ? one.key : one.id,
      appointmentId: isStored ? one.id : one.appointmentId,
      providerId: one.providerId,
      operatoryId: one.operatoryId,
      from,
      to: from + minutes(one.startsAt, one.endsAt),
      releasedTo: from + minutes(one.startsAt, one.releasedAt),
      name,
      words: words.join(' · '),
      when: `${times.clock(one.startsAt)}–${times.time(one.endsAt)}`,
      where: [people.get(one.providerId), rooms.get(one.operatoryId)].filter(Boolean).join(', '),
      state,
      isMachine: act !== null,
      isUnconfirmed,
      isOverbooked,
      isOver: one.endsAt <= now,
      mark: isStored && (one.status === 'completed' || one.status === 'no_show') ? one.status : null,
    }
  }

  const stored = view.appointments
    .filter((one) => one.status !== 'cancelled' && times.dayOf(one.startsAt) === axis.day)
    .map((one) => {
      const leaves = leaving.get(one.id)
      return leaves ? item(one, 'leaves', [leavingWords(leaves)]) : item(one, 'plain', [])
    })
  const drawn = pendingBlocks(pending, view, setup)
    .filter((one) => times.dayOf(one.startsAt) === axis.day)
    .map((one) => item(one, one.state === 'sending' ? 'sending' : 'pencil', [pencilWords(one)]))
  return [...stored, ...drawn]
}

function statusWords(one: Appointment, isAsked: boolean): string[] {
  if (one.status === 'completed') return ['completed']
  if (one.status === 'no_show') return ['no-show']
  if (one.confirmation === 'confirmed') return []
  return [isAsked ? 'asked' : 'unconfirmed']
}

function leavingWords(change: PendingChange): string {
  if (change.kind === 'cancel') return change.state === 'sending' ? 'cancelling' : 'cancellation waits'
  return change.state === 'sending' ? 'moving' : 'move waits'
}

function pencilWords(one: PendingBlock): string {
  if (one.state === 'sending') return one.appointmentId ? 'moving' : 'booking'
  return 'in pencil, waits'
}
