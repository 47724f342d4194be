import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useMemo } from 'react'
import type { QueuedCommand } from '../../../ipc/queue-state.ts'
import type { WorkView } from '../../../ipc/views.ts'
import { useNow } from '../clock.ts'
import { useLive } from '../live-query.ts'
import type { Place } from '../places.ts'
import { type PracticeNow, usePractice } from '../practice.ts'
import { useSession } from '../session.ts'
import type { Need } from './need.ts'
import { RANK } from './need.ts'
import { needsOf } from './needs-of.ts'

export type Needs = {
  needs: Need[]
  /** Matters that wait for a person, over all places. */
  total: number
  isUrgent: boolean
  counts: Partial<Record<Place, { count: number; isUrgent: boolean; words: string }>>
}

const NO_QUEUE: never[] = []

/** As many as Messages lists under Actionable: numbers with a text that waits, unless somebody put them off. */
function actionableNumbers({ messages, threads }: WorkView, now: Instant): number {
  const putOff = new Set(threads.filter((one) => one.snoozedUntil !== null && one.snoozedUntil > now).map((one) => one.phoneNumber))
  return new Set(messages.filter((one) => one.attention === 'open' && !putOff.has(one.patientNumber)).map((one) => one.patientNumber)).size
}

/** What waits for a person, for Now, the rail and the app's badge; null until it is known. */
export function useNeeds(): Needs | null {
  const { value: view } = useLive('work.read', {})
  const practice = usePractice()
  const queue = useSession((state) => state.queue) ?? NO_QUEUE
  const minute = `${useNow().slice(0, 16)}:00.000Z` as Instant
  return useMemo(() => (view && practice ? sharedNeeds(view, practice, minute, queue) : null), [view, practice, minute, queue])
}

type Given = Parameters<typeof countedNeeds>
let last: { given: Given; needs: Needs } | null = null

/** The frame and Now ask for the same; it is worked out once. */
function sharedNeeds(...given: Given): Needs {
  if (!last?.given.every((one, at) => one === given[at])) last = { given, needs: countedNeeds(...given) }
  return last.needs
}

function countedNeeds(view: WorkView, practice: PracticeNow, minute: Instant, queue: QueuedCommand[]): Needs {
  const needs = needsOf(view, practice, minute, queue)
  const waiting = needs.filter((one) => one.rank < RANK.later)
  const isUrgent = waiting.some((one) => one.stripe === 'red')
  const texts = actionableNumbers(view, minute)
  const promises = [...view.callbacks, ...view.leads].filter((one) => one.status === 'open').length
  const overdue = view.callbacks.filter((one) => one.status === 'open' && one.dueAt <= minute).length
  const live = view.calls.filter((one) => one.status !== 'ended').length
  return {
    needs,
    total: waiting.length,
    isUrgent,
    counts: {
      now: { count: waiting.length, isUrgent: waiting.length > 0, words: `${waiting.length} need you` },
      calls: { count: live, isUrgent: false, words: `${live} in progress` },
      messages: { count: texts, isUrgent: texts > 0, words: `${texts} to answer` },
      callbacks: { count: promises, isUrgent: overdue > 0, words: `${promises} open, ${overdue} overdue` },
    },
  }
}
