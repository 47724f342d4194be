import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { QueuedCommand } from '../../../ipc/queue-state.ts'
import type { WorkView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../practice.ts'
import { alarmNeeds } from './alarm-needs.ts'
import { bookingNeeds } from './booking-needs.ts'
import { callNeeds } from './call-needs.ts'
import { callbackNeeds } from './callback-needs.ts'
import { leadNeeds } from './lead-needs.ts'
import type { Need } from './need.ts'
import { queueNeeds } from './queue-needs.ts'
import { textNeeds } from './text-needs.ts'
import { indexWork } from './work-index.ts'

/** Everything that waits for a person, in the one order that says what to do first. */
export function needsOf(view: WorkView, practice: PracticeNow, now: Instant, queue: QueuedCommand[]): Need[] {
  const work = indexWork(view, practice, now, queue)
  const all = [
    ...alarmNeeds(work),
    ...callNeeds(work),
    ...queueNeeds(work),
    ...leadNeeds(work),
    ...callbackNeeds(work),
    ...textNeeds(work),
    ...bookingNeeds(work),
  ]
  return withoutRepeats(all).sort((a, b) => a.rank - b.rank || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1))
}

/** A texted CANCEL makes both a visit to rebook and a person to phone: one row, the one that says texting is blocked. */
function withoutRepeats(needs: Need[]): Need[] {
  const blocked = new Set(
    needs.filter((one) => one.key.startsWith('callback') && one.said !== null).map((one) => `${one.title}|${one.said}`),
  )
  return needs.filter((one) => !(one.key.startsWith('lead') && one.said !== null && blocked.has(`${one.title}|${one.said}`)))
}
