import type { Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import { addDays, epochMs, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { inSentence, spanWords } from '../../ui/times.ts'
import { type FollowUp, isCallback } from './follow-up.ts'

export type Tab = 'callbacks' | 'leads' | 'done'
export type FollowUpItem = { key: string; heading: string; count: number } | { key: string; one: FollowUp }

const LEAD_WORDS: Record<Lead['kind'], string> = {
  urgent: 'Urgent, no visit yet',
  rebook: 'Cancelled, to rebook',
  closed_day: 'Booked on a closed day',
  said_not_done: 'Said and done differ',
  new_patient: 'New patients by AI',
  possible_duplicate: 'Perhaps one person twice',
}
const LEAD_ORDER = Object.keys(LEAD_WORDS)
const PUT_OFF = 'Put off until later'

export function tabOf(one: FollowUp): Tab {
  if (one.status === 'done') return 'done'
  return isCallback(one) ? 'callbacks' : 'leads'
}

export function countTabs(all: FollowUp[]): Record<Tab, number> {
  const count = (tab: Tab) => all.filter((one) => tabOf(one) === tab).length
  return { callbacks: count('callbacks'), leads: count('leads'), done: count('done') }
}

/** The rows of one list under their headings. Callbacks by when they are due, leads by kind, what is done with the newest first. */
export function groupsOf(all: FollowUp[], tab: Tab, now: Instant, practice: PracticeNow): FollowUpItem[] {
  const mine = all.filter((one) => tabOf(one) === tab).sort(inOrder(tab))
  const headingOf = (one: FollowUp) =>
    tab === 'done' ? doneHeading(one, practice) : tab === 'leads' ? leadHeading(one, now) : dueHeading(one, now, practice)
  const order = tab === 'leads' ? [...LEAD_ORDER.map((kind) => LEAD_WORDS[kind as Lead['kind']]), PUT_OFF] : []
  const groups = [...Map.groupBy(mine, headingOf)]
  if (tab === 'leads') groups.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return groups.flatMap(([heading, list]) => [
    { key: `heading ${heading}`, heading, count: list.length },
    ...urgentFirst(list).map((one) => ({ key: one.id, one })),
  ])
}

function inOrder(tab: Tab): (a: FollowUp, b: FollowUp) => number {
  if (tab === 'done') return (a, b) => compare(b.doneAt ?? '', a.doneAt ?? '') || compare(a.id, b.id)
  if (tab === 'leads') return (a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id)
  return (a, b) => compare(a.dueAt ?? '', b.dueAt ?? '') || compare(a.id, b.id)
}

/** The sort keeps the order of those alike. */
const urgentFirst = (list: FollowUp[]) => list.toSorted((a, b) => Number(isPressing(b)) - Number(isPressing(a)))
const isPressing = (one: FollowUp) => one.isUrgent && one.status === 'open'
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function dueHeading(one: FollowUp, now: Instant, { times, today }: PracticeNow): string {
  if (one.dueAt === null || one.dueAt <= now) return 'Overdue'
  return times.dayOf(one.dueAt) <= today ? 'Due today' : 'Later'
}

function leadHeading(one: FollowUp, now: Instant): string {
  if (one.dueAt !== null && one.dueAt > now) return PUT_OFF
  return one.kind === 'callback' ? '' : LEAD_WORDS[one.kind]
}

function doneHeading({ doneAt }: FollowUp, { times, today }: PracticeNow): string {
  return doneAt ? times.relativeDay(times.dayOf(doneAt), today) : 'Done'
}

/** When it is due, in words and with the tone that fits. */
export function dueWords(one: FollowUp, now: Instant, practice: PracticeNow): { words: string; tone: Tone } {
  const { times, today } = practice
  if (one.status === 'done')
    return { words: one.doneAt ? `Done ${inSentence(times.dayAndTime(one.doneAt, today))}` : 'Done', tone: 'green' }
  if (one.kind !== 'callback') return leadTag(one, one.kind, now, practice)
  if (one.dueAt === null) return { words: 'Callback', tone: 'grey' }
  const late = Math.floor((epochMs(now) - epochMs(one.dueAt)) / 60_000)
  if (late >= 1) return { words: `Overdue ${spanWords(late)}`, tone: 'amber' }
  if (late >= 0) return { words: 'Due now', tone: 'amber' }
  return { words: `Due ${inSentence(times.dayAndTime(one.dueAt, today)).replace(/^today /, '')}`, tone: 'grey' }
}

/** A lead says what it is; one about a visit says which, and is amber while its time can still be filled soon. */
function leadTag(one: FollowUp, kind: Lead['kind'], now: Instant, { times, today }: PracticeNow): { words: string; tone: Tone } {
  if (one.dueAt !== null && one.dueAt > now)
    return { words: `Put off until ${inSentence(times.dayAndTime(one.dueAt, today))}`, tone: 'grey' }
  const visit = one.appointment
  if (!visit || (kind !== 'rebook' && kind !== 'closed_day')) return { words: LEAD_WORDS[kind], tone: one.isUrgent ? 'amber' : 'grey' }
  const isNear = visit.startsAt >= now && times.dayOf(visit.startsAt) <= addDays(today, 1)
  const at = inSentence(times.dayAndTime(visit.startsAt, today))
  return { words: kind === 'rebook' ? `Cancelled ${at}` : `Closed day: ${at}`, tone: isNear ? 'amber' : 'grey' }
}
