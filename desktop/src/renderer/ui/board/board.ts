import type { AppointmentId, OpeningId } from '@dentalanswer/shared/domain/ids.ts'
import type { DayAxis, Tick } from './day-axis.ts'
import type { Laned, Span } from './lanes.ts'
import type { Shade } from './work-spans.ts'

/** `pencil`: kept at this desk, not yet accepted by the relay. `leaves`: a change that waits takes it away from here. */
export type BlockState = 'plain' | 'pencil' | 'sending' | 'leaves'

/** One visit in one column. `from`–`to` are minutes of the board; the operatory is free again at `releasedTo`. */
export type BoardBlock = Laned<
  Span & {
    key: string
    appointmentId: AppointmentId | null
    releasedTo: number
    /** "M. Lee", for a board that others can see. */
    name: string
    /** What stands under the name: "Filling · unconfirmed". */
    words: string
    /** "2:30–3:20 PM" */
    when: string
    /** "Dr. Anika Patel, Op 1" */
    where: string
    state: BlockState
    isMachine: boolean
    isUnconfirmed: boolean
    isOverbooked: boolean
    isOver: boolean
    mark: 'completed' | 'no_show' | null
  }
>

export type BoardOpening = Span & { openingId: OpeningId; title: string; words: string; isOver: boolean }
export type BoardClosure = Span & { closureId: string; kind: 'closed' | 'block' | 'emergency_block'; label: string }

export type BoardColumn = {
  id: string
  kind: 'operatory' | 'provider'
  /** "Op 1" */
  title: string
  /** Who works there that day, or where: "Patel". */
  under: string
  blocks: BoardBlock[]
  openings: BoardOpening[]
  closures: BoardClosure[]
  shades: Shade[]
}

/** One day as it is drawn: columns side by side, minutes since midnight from top to bottom. */
export type Board = {
  axis: DayAxis
  from: number
  to: number
  stepMinutes: number
  /** Minutes of the shortest visit. */
  shortest: number
  ticks: Tick[]
  columns: BoardColumn[]
  /** "Tuesday, March 3" */
  title: string
  booked: number
  openings: number
}
