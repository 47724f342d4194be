import type { Month, UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { ListHeading, ListPane } from '../../ui/ListDetail.tsx'
import { moneyWords } from './money-words.ts'
import { monthBars } from './month-report.ts'
import { monthWords } from './months.ts'
import styles from './Reports.module.css'

type MonthListProps = { months: Month[]; chosen: Month; report: UsageReport | null; onChoose: (month: Month) => void }

/** The last months, each with what it cost and a bar beside the dearest of them. */
export function MonthList({ months, chosen, report, onChoose }: MonthListProps) {
  return (
    <ListPane label="Months">
      <ListHeading words="Cost by month" />
      <ul className={styles.months}>
        {monthBars(report, months).map(({ month, totalMicrodollars, share }) => (
          <li key={month}>
            <button type="button" aria-current={month === chosen || undefined} onClick={() => onChoose(month)}>
              <span className={styles.monthLine}>
                <span className={styles.month}>
                  {monthWords(month)}
                  {month === months[0] ? <span className={styles.soFar}> so far</span> : null}
                </span>
                <span className={styles.cost}>{totalMicrodollars === null ? '' : moneyWords(totalMicrodollars)}</span>
              </span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ inlineSize: `${share * 100}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </ListPane>
  )
}
