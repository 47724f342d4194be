import type { Closure, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Times } from '../times.ts'
import type { BoardClosure } from './board.ts'
import type { ColumnPlan } from './board-columns.ts'
import { type DayAxis, minuteOn } from './day-axis.ts'
import type { Span } from './lanes.ts'

/** Closed and kept time of one column. A provider who is away closes the operatories that are theirs alone that day. */
export function closuresIn(setup: Setup, axis: DayAxis, column: ColumnPlan, whole: Span, now: Instant, times: Times): BoardClosure[] {
  return setup.closures
    .filter((one) => !one.removedAt && !isReleased(one, now) && concerns(one, column))
    .map((one) => ({
      closureId: one.id,
      kind: one.kind,
      from: Math.max(whole.from, minuteOn(axis, one.startsAt)),
      to: Math.min(whole.to, minuteOn(axis, one.endsAt)),
      label: closureWords(one, times),
    }))
    .filter((one) => one.from < one.to)
}

const isReleased = (one: Closure, now: Instant) => one.kind === 'emergency_block' && one.releasedAt !== null && one.releasedAt <= now

function concerns({ providerId, operatoryId }: Closure, column: ColumnPlan): boolean {
  if (!providerId && !operatoryId) return true
  if (column.kind === 'provider') return providerId === column.id
  if (operatoryId) return operatoryId === column.id
  return column.providerIds.length === 1 && column.providerIds[0] === providerId
}

const KINDS = { closed: 'Closed', block: 'Blocked', emergency_block: 'For emergencies' }

export function closureWords({ kind, reason, releasedAt }: Closure, times: Times): string {
  const until = kind === 'emergency_block' && releasedAt ? `for all from ${times.clock(releasedAt)}` : ''
  return [KINDS[kind], reason, until].filter(Boolean).join(' · ')
}
