import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { RANK } from '../../live/needs/need.ts'
import { useNeeds } from '../../live/needs/use-needs.ts'
import { usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { spanWords } from '../../ui/times.ts'
import { AiLine } from './AiLine.tsx'
import { NeedsList } from './NeedsList.tsx'
import { NobodyWaits } from './NobodyWaits.tsx'
import styles from './NowPlace.module.css'
import { TodayBoard } from './TodayBoard.tsx'

/** Who needs a person, today's chairs, and the AI line. */
export function NowPlace() {
  const practice = usePractice()
  const needs = useNeeds()
  const { error, again } = useLive('work.read', {})
  // Read beside the work: the board is not shown before the work is there, and would only then ask for its day.
  useLive('days.read', practice ? { from: practice.today, to: practice.today } : null)
  const now = useNow()
  useSubtitle(practice ? `${practice.times.longDay(practice.today)} · ${practice.setup.practice.name}` : '')
  if (!practice || !needs) return error ? <Problem text={error.message} onAgain={again} /> : <Loading rows={6} label="Reading what waits" />
  const waiting = needs.needs.filter((one) => one.rank < RANK.later)
  const oldest = waiting.reduce((least, one) => (one.at < least ? one.at : least), now)
  const age = Math.max(0, Math.round((epochMs(now) - epochMs(oldest)) / 60_000))
  return (
    <div className={styles.now}>
      <section className={styles.needs} aria-label="Needs you">
        <header className={styles.head}>
          <h2>Needs you</h2>
          <span>{waiting.length > 0 ? `${waiting.length} · oldest ${age < 1 ? 'just now' : spanWords(age)}` : ''}</span>
        </header>
        {waiting.length === 0 ? <NobodyWaits practice={practice} /> : null}
        <NeedsList needs={needs.needs} />
      </section>
      <TodayBoard practice={practice} />
      <AiLine practice={practice} />
    </div>
  )
}
