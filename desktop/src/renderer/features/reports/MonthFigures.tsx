import type { UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { countWords, minutesWords, moneyWords, priceWords } from './money-words.ts'
import { type MonthReport, openCosts } from './month-report.ts'
import styles from './Reports.module.css'

/** A month at a glance. */
export function MonthFigures({ report }: { report: MonthReport }) {
  const { sums, chargedMicrodollars, marginMicrodollars } = report
  const figures = [
    ...(chargedMicrodollars === null ? [] : [{ figure: moneyWords(chargedMicrodollars), words: 'charged to you' }]),
    { figure: moneyWords(sums.totalMicrodollars), words: 'cost' },
    ...(marginMicrodollars === null ? [] : [{ figure: moneyWords(marginMicrodollars), words: 'margin' }]),
    { figure: countWords(sums.calls), words: `calls, ${minutesWords(sums.seconds)}` },
    { figure: countWords(sums.callsBooked), words: 'calls that booked' },
    { figure: countWords(sums.textsIn + sums.textsOut), words: `texts, ${countWords(sums.segmentsIn + sums.segmentsOut)} segments` },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ figure, words }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the figures are made of, and what is still open about them. */
export function HowCounted({ report, rates, isPresent }: { report: MonthReport; rates: UsageReport['rates']; isPresent: boolean }) {
  const open = openCosts(report.sums)
  return (
    <div className={styles.notes}>
      {open ? <p className={styles.open}>{open}</p> : null}
      <p>
        Calls cost what the voice service reports for each. Texts are counted at {priceWords(rates.segmentOutMicrodollars)} for a segment
        sent and {priceWords(rates.segmentInMicrodollars)} for one received. Rent is a whole month’s for every number owned on any day of
        it.
        {isPresent ? ' The month is not over yet.' : ''}
      </p>
      {report.chargedMicrodollars === null ? null : <p>{chargedWords(report)}</p>}
    </div>
  )
}

const chargedWords = ({ marginMicrodollars }: MonthReport) =>
  `Charged is what the operator’s prices make of the month; cost is what the services take.${marginMicrodollars === null ? '' : ' Margin is charged less cost.'}`
