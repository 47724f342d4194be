import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import styles from './ConfirmPlace.module.css'
import type { DayCount } from './day-counts.ts'
import type { Scene } from './use-scene.ts'

type DayProgressProps = { count: DayCount; isNext: boolean; scene: Scene; now: Instant }

/** How far one day is: "31 of 34 confirmed", and what is still to do by phone. */
export function DayProgress({ count, isNext, scene, now }: DayProgressProps) {
  const { times, today } = scene.practice
  const name = count.day === today ? 'Rest of today' : times.relativeDay(count.day, today)
  const words = count.total === 0 ? 'Nothing booked' : `${count.confirmed} of ${count.total} confirmed`
  return (
    <section className={styles.progress} aria-label={name}>
      <h2>{name}</h2>
      <p className={styles.figure}>{words}</p>
      {count.total > 0 ? (
        <progress className={styles.bar} max={count.total} value={count.confirmed} aria-label={`${name}: ${words}`} />
      ) : null}
      <p className={styles.todo}>{todoWords(count, isNext && now < scene.callsFrom ? times.time(scene.callsFrom) : null)}</p>
    </section>
  )
}

function todoWords({ toCall, dueLater, confirmed, total }: DayCount, callsFrom: string | null): string {
  if (total === 0) return ''
  if (confirmed === total) return 'Everyone is confirmed'
  const parts = [
    toCall > 0 ? `${toCall} to call now` : '',
    dueLater > 0 ? (callsFrom ? `${dueLater} due for a call at ${callsFrom}` : `${dueLater} asked, no answer yet`) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
