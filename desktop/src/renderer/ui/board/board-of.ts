import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../../ipc/views.ts'
import { type Times, timesIn } from '../times.ts'
import type { Board, BoardBlock, BoardColumn } from './board.ts'
import { closuresIn } from './board-closures.ts'
import { type Columns, columnShades, planColumns } from './board-columns.ts'
import { boardItems } from './board-items.ts'
import { boardOpenings } from './board-openings.ts'
import { boardSpan, shortestOf } from './board-span.ts'
import { dayAxis, hourTicks } from './day-axis.ts'
import { inLanes } from './lanes.ts'
import type { PendingChange } from './pending.ts'

export type BoardInput = {
  view: DaysView
  setup: Setup
  day: LocalDate
  columns: Columns
  now: Instant
  /** What this desk has changed and the relay has not accepted yet (`pendingOf`). */
  pending?: readonly PendingChange[]
  /** How times are written; by the practice's own zone and country when left out. */
  times?: Times
}

const localeFor = (country: string) => (country === 'US' || typeof navigator === 'undefined' ? 'en-US' : navigator.language)

/** One day laid out: columns, blocks with their lanes, openings, closures and shaded hours, in minutes since midnight. Pure; `now` decides
 *  what is over and how much time an opening has left. */
export function boardOf({ view, setup, day, columns, now, pending = [], times: given }: BoardInput): Board {
  const { timeZone, country, settings } = setup.practice
  const locale = localeFor(country)
  const times = given ?? timesIn(timeZone, locale)
  const axis = dayAxis(day, timeZone)
  const items = boardItems({ view, setup, axis, now, pending, times })
  const openings = boardOpenings({ view, axis, now, times })
  const span = boardSpan(setup, axis, [...items, ...openings])
  const plans = planColumns(setup, axis, columns, [...items, ...openings])
  const movingIds = new Set<string>(pending.flatMap((one) => (one.kind === 'move' ? [one.appointmentId] : [])))
  const keyOf = columns === 'operatories' ? 'operatoryId' : 'providerId'
  const itemsIn = Map.groupBy(items, (one) => one[keyOf])
  const openingsIn = Map.groupBy(openings, (one) => one[keyOf])
  return {
    axis,
    ...span,
    stepMinutes: settings.slotStepMinutes,
    shortest: shortestOf(items),
    ticks: hourTicks(axis, span.from, span.to, locale),
    title: times.longDay(day),
    booked: items.filter((one) => (one.state === 'plain' || one.state === 'leaves') && one.mark !== 'no_show').length,
    openings: openings.filter((one) => !one.isOver).length,
    columns: plans.map((plan): BoardColumn => {
      const here = itemsIn.get(plan.id) ?? []
      const isMoving = (one: { key: string; state: string }) => one.state === 'leaves' && movingIds.has(one.key)
      // What is on its way out stands behind and takes no room from what stays.
      const leaving = here.filter(isMoving).map((one) => ({ ...one, lane: 0, lanes: 1 }))
      const blocks = [...leaving, ...inLanes(here.filter((one) => !isMoving(one)))]
      return {
        id: plan.id,
        kind: plan.kind,
        title: plan.title,
        under: plan.under,
        blocks: blocks.map(({ providerId: _, operatoryId: __, ...block }) => (block.lanes > 1 ? overlapping(block) : block)),
        openings: (openingsIn.get(plan.id) ?? []).map(({ providerId: _, operatoryId: __, ...opening }) => opening),
        closures: closuresIn(setup, axis, plan, span, now, times),
        shades: columnShades(setup, axis, plan, span),
      }
    }),
  }
}

const overlapping = (block: BoardBlock): BoardBlock => ({
  ...block,
  isOverbooked: true,
  where: `${block.where}, at the same time as another`,
})
