import type { Opening } from '@dentalanswer/shared/domain/appointment.ts'
import { addDays, type Instant, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadRow } from '../../../ipc/views.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { intentWords } from '../../ui/thread/intent-words.ts'
import { isOptedOut, isReachedOn } from '../../ui/thread/reach.ts'
import type { Times } from '../../ui/times.ts'

type RowTag = { tone: Tone; words: string }
const NOT_DELIVERED = new Set(['undelivered', 'failed', 'blocked'])

/** The newest text in one line: "You: …" when staff wrote it. */
export function previewOf({ newest }: Pick<ThreadRow, 'newest'>): string {
  const from = newest.direction === 'inbound' ? '' : newest.sentBy === 'desk' ? 'You: ' : 'Machine: '
  const body = newest.body.replace(/\s+/g, ' ').trim()
  return from + (body || (newest.mediaCount > 0 ? 'Picture' : 'No words'))
}

/** "10:28 AM" today, "Yesterday", "Mon, Mar 2" before. */
export function whenOf(at: Instant, times: Times, today: LocalDate): string {
  const day = times.dayOf(at)
  return day === today ? times.time(at) : times.relativeDay(day, today)
}

export type RowSay = { now: Instant; times: Times; today: LocalDate; openings: readonly Opening[] }

/** A time still to come, short: "2:30 PM" today, "Wed 8:00 AM", "Mon, Mar 16 8:00 AM". */
function soonOf(at: Instant, times: Times, today: LocalDate): string {
  const day = times.dayOf(at)
  if (day === today) return times.time(at)
  return `${day < addDays(today, 7) ? times.weekday(day) : times.shortDay(day)} ${times.time(at)}`
}

/** What a thread is about, in words: at most three, the most pressing first. `openings` are those still open. */
export function tagsOf(row: ThreadRow, say: RowSay): RowTag[] {
  const { times, today, now } = say
  const { thread } = row
  const isSnoozed = thread?.snoozedUntil && thread.snoozedUntil > now
  const tags: (RowTag | null)[] = [
    isOptedOut(row.optOut) ? { tone: 'amber', words: 'Opted out: phone only' } : null,
    newestTag(row, say),
    thread?.takenOverBy ? { tone: 'accent', words: `Taken over by ${thread.takenOverBy}` } : null,
    isSnoozed ? { tone: 'grey', words: `Snoozed until ${soonOf(thread.snoozedUntil!, times, today)}` } : null,
    row.patients.length > 1 ? { tone: 'accent', words: `${row.patients.length} people` } : null,
    row.patients.some((one) => one.language === 'es') ? { tone: 'grey', words: 'ES' } : null,
  ]
  return tags.filter((one) => one !== null).slice(0, 3)
}

function newestTag(row: ThreadRow, say: RowSay): RowTag | null {
  const { newest, openCount, patients, phoneNumber } = row
  if (newest.direction === 'outbound') return outboundTag(row) ?? changedTag(row, say)
  const intent = newest.reading?.intent
  if (intent === 'urgent') return { tone: openCount > 0 ? 'red' : 'grey', words: 'Emergency' }
  if (intent === 'wrong_number') {
    const isStopped = patients.length === 0 || !patients.some((one) => isReachedOn(one, phoneNumber))
    return { tone: 'grey', words: isStopped ? 'Wrong number: texting stopped' : 'Wrong number' }
  }
  if (newest.attention === 'open')
    return { tone: intent === 'unclear' || !intent ? 'amber' : 'grey', words: intentWords(intent ?? 'unclear') }
  if (openCount > 0) return { tone: 'amber', words: 'To read' }
  return changedTag(row, say) ?? (newest.attention === 'done' ? { tone: 'grey', words: 'Done' } : null)
}

function outboundTag({ newest, openCount, isAsked }: ThreadRow): RowTag | null {
  if (newest.status === 'unknown') return { tone: 'amber', words: 'May not have gone out' }
  if (NOT_DELIVERED.has(newest.status)) return { tone: 'amber', words: newest.status === 'blocked' ? 'Not sent' : 'Not delivered' }
  if (newest.status === 'waiting') return { tone: 'grey', words: 'Waits to be sent' }
  if (openCount > 0) return { tone: 'amber', words: 'To read' }
  return isAsked ? { tone: 'grey', words: 'Asked, no answer' } : null
}

function changedTag({ changes }: ThreadRow, { openings, times, today }: RowSay): RowTag | null {
  const newest = changes[0]
  if (!newest) return null
  if (newest.undoneAt) return { tone: 'grey', words: 'Undone' }
  const opening = openings.find((one) => one.fromAppointmentId === newest.appointmentId && one.status === 'open')
  return {
    'appointment.confirmed': { tone: 'green' as const, words: 'Confirmed' },
    'appointment.cancelled': {
      tone: 'amber' as const,
      words: opening ? `Cancelled, opening ${soonOf(opening.startsAt, times, today)}` : 'Cancelled',
    },
    'appointment.moved': { tone: 'violet' as const, words: 'Moved' },
    'appointment.booked': { tone: 'violet' as const, words: 'Booked' },
  }[newest.action]
}
