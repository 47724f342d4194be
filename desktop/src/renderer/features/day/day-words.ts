import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import type { Board } from '../../ui/board/board.ts'

const openings = (count: number) => (count === 1 ? '1 opening' : `${count} openings`)

/** "31 booked · 1 opening", with the day in front when it is not today. */
export function subtitleOf(
  practice: Pick<PracticeNow, 'times' | 'today'>,
  day: LocalDate,
  board: Pick<Board, 'booked' | 'openings'>,
): string {
  const counts = board.openings > 0 ? `${board.booked} booked · ${openings(board.openings)}` : `${board.booked} booked`
  return `${practice.times.relativeDay(day, practice.today)} · ${counts}`
}

/** What the list beside the board holds: "1 opening · 2 cancelled". */
export function listWords(view: Pick<DaysView, 'openings' | 'appointments'>): string {
  const open = view.openings.filter((one) => one.status === 'open').length
  const cancelled = view.appointments.filter((one) => one.status === 'cancelled').length
  return `${openings(open)} · ${cancelled} cancelled`
}
