import { useLive } from '../../live/live-query.ts'
import { nextBookedDay, type PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Empty } from '../../ui/Standing.tsx'

/** An empty Now says how the next day stands, so that a quiet minute is not a blind one. */
export function NobodyWaits({ practice }: { practice: PracticeNow }) {
  const { value: work } = useLive('work.read', {})
  const { day, booked } = nextBookedDay(practice.setup, practice.today, work?.appointments ?? []) ?? { day: null, booked: [] }
  const confirmed = booked.filter((one) => one.confirmation === 'confirmed').length
  const dayWords = day ? practice.times.relativeDay(day, practice.today).toLowerCase() : ''
  const words =
    booked.length > 0
      ? `${confirmed} of ${booked.length} confirmed for ${dayWords}.`
      : `Nothing is booked for ${dayWords || 'the next days'}.`
  return (
    <Panel isFlush>
      <Empty title="No one is waiting.">{words} Calls and texts that need you appear here by themselves.</Empty>
    </Panel>
  )
}
