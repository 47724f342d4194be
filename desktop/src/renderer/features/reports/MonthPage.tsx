import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Month } from '@dentalanswer/shared/domain/usage.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import { inSentence } from '../../ui/times.ts'
import { exportUsage } from './export-usage.ts'
import { HowCounted, MonthFigures } from './MonthFigures.tsx'
import { monthReport } from './month-report.ts'
import { monthWords } from './months.ts'
import { NumbersTable } from './NumbersTable.tsx'
import styles from './Reports.module.css'
import { useReports } from './reports-store.ts'

type MonthPageProps = { practice: PracticeNow; month: Month; isPresent: boolean; onAgain: () => void; onBack: () => void }

/** One month: its figures, each number's part of them, and how they are counted. */
export function MonthPage({ practice, month, isPresent, onAgain, onBack }: MonthPageProps) {
  const { report, readAt, problem, isReading } = useReports()
  const isLive = useIsLive()
  const one = report ? monthReport(report, month) : null
  return (
    <section className={styles.page} aria-label={monthWords(month)} aria-busy={isReading || undefined}>
      <header className={styles.header}>
        <Button className={styles.back} size="small" tone="quiet" keys="escape" onClick={onBack}>
          Months
        </Button>
        <div className={styles.title}>
          <h2>{monthWords(month)}</h2>
          <p className={styles.second}>{standing(practice, { readAt, isReading, isLive })}</p>
        </div>
        <Button keys="r" disabled={!isLive} isBusy={isReading} onClick={onAgain}>
          Read again
        </Button>
        <Button keys="e" disabled={!report} onClick={() => report && void exportUsage(report, month)}>
          Export CSV
        </Button>
      </header>
      <div className={styles.body}>
        {one && problem ? (
          <p className={styles.open} role="alert">
            Not read again: {problem} These are the figures from before.
          </p>
        ) : null}
        {one && report ? (
          one.rows.length === 0 ? (
            <Empty title={`Nothing was called, texted or rented in ${monthWords(month)}.`}>
              {practice.setup.phoneNumbers.length === 0 ? 'Numbers are added in Setup → Numbers.' : ''}
            </Empty>
          ) : (
            <>
              <Panel label="The month at a glance">
                <MonthFigures report={one} />
              </Panel>
              <Panel title="By number" isFlush>
                <NumbersTable report={one} practice={practice} />
              </Panel>
              <HowCounted report={one} rates={report.rates} isPresent={isPresent} />
            </>
          )
        ) : !isLive ? (
          <Empty title="Figures are read from the relay.">This desk is offline. They are read as soon as it is connected again.</Empty>
        ) : problem ? (
          <Problem text={problem} onAgain={onAgain} />
        ) : (
          <Loading rows={5} label="Reading the figures" />
        )}
      </div>
    </section>
  )
}

function standing({ times, today }: PracticeNow, now: { readAt: Instant | null; isReading: boolean; isLive: boolean }): string {
  const from = now.readAt ? `as of ${inSentence(times.dayAndTime(now.readAt, today))}` : ''
  if (!now.isLive) return from ? `Offline, ${from}` : 'Offline'
  return now.isReading ? 'Reading…' : from
}
