import type { WorkView } from '../../../ipc/views.ts'
import { nextBookedDay, type PracticeNow } from '../../live/practice.ts'

/** The day in four figures. */
export function figuresOf(work: WorkView, { setup, times, today }: PracticeNow): { figure: string; words: string }[] {
  const ofToday = work.calls.filter((one) => times.dayOf(one.startedAt ?? one.createdAt) === today)
  const byMachine = work.changes.filter((one) => one.action === 'appointment.booked' && !one.undoneAt && times.dayOf(one.at) === today)
  const { day, booked: next } = nextBookedDay(setup, today, work.appointments) ?? { day: null, booked: [] }
  const confirmed = next.filter((one) => one.confirmation === 'confirmed').length
  const cancelled = work.changes.filter((one) => one.action === 'appointment.cancelled' && !one.undoneAt && times.dayOf(one.at) === today)
  const share = next.length === 0 ? '–' : `${Math.round((100 * confirmed) / next.length)} %`
  const dayWords = day ? times.relativeDay(day, today).toLowerCase() : 'next'
  return [
    { figure: String(ofToday.length), words: ofToday.length === 1 ? 'call' : 'calls' },
    { figure: String(byMachine.length), words: 'booked by AI' },
    { figure: share, words: `confirmed ${dayWords}` },
    { figure: String(cancelled.length), words: 'cancelled by patients' },
  ]
}
