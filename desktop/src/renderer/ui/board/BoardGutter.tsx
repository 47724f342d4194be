import type { Instant, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CSSProperties } from 'react'
import { timesIn } from '../times.ts'
import styles from './DayBoard.module.css'
import type { Tick } from './day-axis.ts'

type BoardGutterProps = { ticks: Tick[]; from: number; now: { at: Instant; minute: number; zone: TimeZone } | null }

const locale = typeof navigator === 'undefined' ? 'en-US' : navigator.language
const TOO_NEAR_MINUTES = 12

/** The hours at the side of the board; the present time covers an hour it stands on. */
export function BoardGutter({ ticks, from, now }: BoardGutterProps) {
  return (
    <div className={styles.gutter}>
      <div className={styles.corner} />
      <div className={styles.hours}>
        {ticks.map((tick) =>
          now && Math.abs(tick.minute - now.minute) < TOO_NEAR_MINUTES ? null : (
            <span key={tick.minute} className={styles.hour} style={{ '--from': tick.minute - from } as CSSProperties}>
              {tick.label}
            </span>
          ),
        )}
        {now ? (
          <span className={styles.nowTime} style={{ '--from': now.minute - from } as CSSProperties}>
            {timesIn(now.zone, locale).clock(now.at)}
          </span>
        ) : null}
      </div>
    </div>
  )
}
