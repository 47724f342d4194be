import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type Instant, instantAt, isLocalDate, type LocalTime, minuteOfTime, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'

/** A callback being written down; kept while staff are elsewhere. */
export type Draft = {
  patientId: PatientId | null
  name: string
  number: string
  reason: string
  isUrgent: boolean
  /** Practice wall clock, `YYYY-MM-DDTHH:mm`; empty means in an hour. */
  due: string
}
export const emptyDraft: Draft = { patientId: null, name: '', number: '', reason: '', isUrgent: false, due: '' }

export type DraftTrouble = Partial<Record<'number' | 'reason' | 'due', string>>

/** What to write down, or what is missing, in words under each field. */
export function readDraft(
  draft: Draft,
  dueByDefault: Instant,
  now: Instant,
  { setup, times }: PracticeNow,
): { input: DeskInput<'callback.create'> } | { trouble: DraftTrouble } {
  const number = draft.number.trim() ? readPhoneNumber(draft.number.trim(), setup.practice.country) : null
  const dueAt = draft.due === '' ? dueByDefault : instantOfWall(draft.due, times.zone)
  const trouble: DraftTrouble = {
    ...(number === null && { number: draft.number.trim() ? 'This is not a phone number.' : 'A number to call is needed.' }),
    ...(draft.reason.trim() === '' && { reason: 'Write what it is about, in a few words.' }),
    ...((dueAt === null || dueAt < now) && { due: 'Choose a time that is still to come.' }),
  }
  if (number === null || dueAt === null || Object.keys(trouble).length > 0) return { trouble }
  return {
    input: {
      patientId: draft.patientId,
      callerName: draft.patientId ? null : draft.name.trim() || null,
      phoneNumber: number,
      reason: draft.reason.trim(),
      urgency: draft.isUrgent ? 'urgent' : 'routine',
      owner: null,
      dueAt,
    },
  }
}

/** The instant of what a date-and-time field holds, on the practice's clock; null when it holds none. */
export function instantOfWall(text: string, zone: PracticeNow['times']['zone']): Instant | null {
  const [date = '', time = ''] = text.split('T')
  if (!isLocalDate(date) || !/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return null
  return instantAt(date, minuteOfTime(time.slice(0, 5) as LocalTime), zone)
}

/** An instant as a date-and-time field holds it. */
export function wallOfInstant(at: Instant, zone: PracticeNow['times']['zone']): string {
  const { date, minuteOfDay } = wallClock(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}
