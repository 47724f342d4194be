import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import {
  addDays,
  instantAt,
  isLocalDate,
  type LocalDate,
  type TimeZone,
  wallTimeExists,
} from '@dentalanswer/shared/domain/practice-time.ts'
import type { Problems } from '../../ui/plain-problems.ts'

/** A closure as typed. `whom`: `practice`, `provider:<id>` or `operatory:<id>`. Days as the date field gives them, times as `HH:mm`. */
export type ClosureForm = {
  kind: Closure['kind']
  whom: string
  fromDay: string
  toDay: string
  isWholeDay: boolean
  fromTime: string
  toTime: string
  releaseTime: string
  reason: string
}

export const emptyClosure: ClosureForm = {
  kind: 'closed',
  whom: 'practice',
  fromDay: '',
  toDay: '',
  isWholeDay: true,
  fromTime: '08:00',
  toTime: '12:00',
  releaseTime: '',
  reason: '',
}

type Ground = { zone: TimeZone; today: LocalDate }
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/
const minuteOf = (time: string) => (TIME.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null)
const MOST_REASON = 120

/** The closure as the relay takes it, in the practice's own time, or what is wrong by field. */
export function readClosure(form: ClosureForm, { zone, today }: Ground): { input: DeskInput<'closure.add'> } | { problems: Problems } {
  const problems: Problems = {}
  const { fromDay, kind, whom, reason } = form
  const toDay = form.toDay === '' ? fromDay : form.toDay
  if (!isLocalDate(fromDay)) problems.fromDay = 'Needed'
  if (!isLocalDate(toDay)) problems.toDay = 'Not a day'
  const from = form.isWholeDay ? 0 : minuteOf(form.fromTime)
  const to = form.isWholeDay ? 0 : minuteOf(form.toTime)
  const release = kind === 'emergency_block' && form.releaseTime !== '' ? minuteOf(form.releaseTime) : null
  if (from === null) problems.fromTime = 'Not a time'
  if (to === null) problems.toTime = 'Not a time'
  if (reason.trim().length > MOST_REASON) problems.reason = `At most ${MOST_REASON} characters`
  if (!isLocalDate(fromDay) || !isLocalDate(toDay) || from === null || to === null || Object.keys(problems).length > 0) return { problems }
  if (!wallTimeExists(fromDay, from, zone)) return { problems: { fromTime: 'The clocks skip that time on this day' } }
  const startsAt = instantAt(fromDay, from, zone)
  const endsAt = form.isWholeDay ? instantAt(addDays(toDay, 1), 0, zone) : instantAt(toDay, to, zone)
  if (endsAt <= startsAt) return { problems: { [toDay < fromDay ? 'toDay' : 'toTime']: 'Before it begins' } }
  if (toDay < today) return { problems: { toDay: 'This is over already' } }
  const [scope, id] = whom.split(':') as [string, string | undefined]
  const input = {
    kind,
    providerId: scope === 'provider' ? id! : null,
    operatoryId: scope === 'operatory' ? id! : null,
    startsAt,
    endsAt,
    releasedAt: release === null ? null : instantAt(fromDay, release, zone),
    reason: reason.trim(),
  }
  return { input: input as DeskInput<'closure.add'> }
}
