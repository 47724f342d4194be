import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { fullName } from '../../ui/names.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { deliveryOf } from '../../ui/thread/delivery-words.ts'
import { inSentence } from '../../ui/times.ts'
import { lastCallIn } from './call-notes.ts'
import type { Household, Visit } from './households-of.ts'

type Names = Pick<PracticeNow, 'times' | 'today' | 'typeName' | 'operatoryName'>

/** "Ana Garcia, Tomorrow 9:00 AM" */
export function visitLabel({ patient, appointment }: Visit, { times, today }: Pick<Names, 'times' | 'today'>): string {
  return `${patient ? fullName(patient) : 'Removed'}, ${times.dayAndTime(appointment.startsAt, today)}`
}

/** What was asked, when, by which way, and what came back. */
export function askedWords({ asks, appointment }: Visit, now: Instant, { times, today }: Pick<Names, 'times' | 'today'>): string {
  const call = lastCallIn(appointment.note)
  if (!asks.last) return call ?? (appointment.confirmation === 'confirmed' ? '' : 'Not asked yet')
  const when = inSentence(times.dayAndTime(asks.lastAt!, today))
  const isBooking = asks.last.purpose !== 'confirmation_request'
  const asked = isBooking
    ? `Told by text when booked, ${when}`
    : asks.count > 1
      ? `Asked ${asks.count} times, last ${when}`
      : `Asked by text ${when}`
  const { words, tone } = deliveryOf(asks.last, { now, time: times.time })
  return [asked, tone === 'plain' ? '' : words, call].filter(Boolean).join(' · ')
}

/** What came back, in the words of staff. */
export function answeredWords({ asks, appointment }: Visit, { times, today }: Pick<Names, 'times' | 'today'>): string {
  if (appointment.confirmation === 'confirmed')
    return appointment.confirmedAt ? `Confirmed ${inSentence(times.dayAndTime(appointment.confirmedAt, today))}` : 'Confirmed'
  if (asks.openReply) return `“${asks.openReply.body.slice(0, 120)}”`
  return asks.last ? 'No answer' : ''
}

/** How the whole household stands. */
export function stateTag({ open, visits, step }: Household): { tone: Tone; words: string } {
  if (open.length === 0) return { tone: 'green', words: 'Confirmed' }
  if (open.length < visits.length) return { tone: 'amber', words: `${visits.length - open.length} of ${visits.length} confirmed` }
  return { tone: step.kind === 'wait' ? 'grey' : 'amber', words: step.kind === 'wait' ? 'Asked' : 'Unconfirmed' }
}
