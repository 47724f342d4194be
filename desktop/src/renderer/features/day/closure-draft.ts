import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant, LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantAt } from '@dentalanswer/shared/domain/practice-time.ts'
import { readTime } from './read-time.ts'

export type ClosureDraft = {
  kind: Closure['kind']
  /** `all`, or the id of a provider or an operatory. */
  scope: string
  fromDay: string
  fromTime: string
  toDay: string
  toTime: string
  releaseTime: string
  reason: string
  isSending: boolean
}

export const emptyClosure: ClosureDraft = {
  kind: 'block',
  scope: 'all',
  fromDay: '',
  fromTime: '',
  toDay: '',
  toTime: '',
  releaseTime: '',
  reason: '',
  isSending: false,
}

export type ClosureSpan = { startsAt: Instant; endsAt: Instant; releasedAt: Instant | null }
type ClosureRead = ({ kind: 'span' } & ClosureSpan) | { kind: 'problem'; text: string }

const problem = (text: string): ClosureRead => ({ kind: 'problem', text })

/** When the written closure is. Times left empty mean whole days; the last day is included. */
export function readClosure(
  draft: ClosureDraft,
  context: { day: LocalDate; today: LocalDate; zone: TimeZone; isMonthFirst: boolean },
): ClosureRead {
  const from = (draft.fromDay || context.day) as LocalDate
  const to = (draft.toDay || from) as LocalDate
  if (to < from) return problem('It ends before it begins.')
  const at = (text: string, day: LocalDate, wholeDayMinute: number): Instant | null => {
    if (!text.trim()) return instantAt(day, wholeDayMinute, context.zone)
    const read = readTime(text, { ...context, day })
    return read.kind === 'time' ? read.startsAt : null
  }
  const startsAt = at(draft.fromTime, from, 0)
  const endsAt = at(draft.toTime, to, 1440)
  if (!startsAt || !endsAt) return problem('Write times like 9:00 or 2:30 pm, or leave them empty for the whole day.')
  if (endsAt <= startsAt) return problem('It ends before it begins.')
  const releasedAt = draft.kind === 'emergency_block' && draft.releaseTime.trim() ? at(draft.releaseTime, from, 0) : null
  if (draft.kind === 'emergency_block' && draft.releaseTime.trim() && !releasedAt)
    return problem('Write the time it opens to all like 11:00.')
  return { kind: 'span', startsAt, endsAt, releasedAt }
}
