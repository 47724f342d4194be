import type { NumberUsage } from '@dentalanswer/shared/domain/usage.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { countWords, minutesWords, moneyWords } from './money-words.ts'
import type { MonthReport, Sums } from './month-report.ts'
import styles from './Reports.module.css'

const COLUMNS = ['Calls', 'Booked', 'Time', 'Texts in', 'Texts out', 'Segments', 'Calls cost', 'Texts cost', 'Rent', 'Total']

/** What each number did and cost in one month, and all together. */
export function NumbersTable({ report, practice }: { report: MonthReport; practice: PracticeNow }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its place is scrolled with the keys.
    <section className={styles.scroll} aria-label="What each number did" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.phoneNumberId ?? row.phoneNumber ?? 'gone'}>
              <th scope="row">
                <NumberName row={row} practice={practice} />
              </th>
              <Figures of={row} />
            </tr>
          ))}
        </tbody>
        {report.rows.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row">All numbers</th>
              <Figures of={report.sums} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  )
}

function NumberName({ row, practice }: { row: NumberUsage; practice: PracticeNow }) {
  const words = row.phoneNumber ? practice.phone(row.phoneNumber) : 'Numbers that are gone'
  const label = row.label && row.label !== words ? row.label : ''
  return (
    <>
      {words}
      {label ? (
        <span className={styles.label} title={label}>
          {label}
        </span>
      ) : null}
    </>
  )
}

function Figures({ of }: { of: Sums }) {
  return (
    <>
      <td>{countWords(of.calls)}</td>
      <td>{countWords(of.callsBooked)}</td>
      <td>{minutesWords(of.seconds)}</td>
      <td>{countWords(of.textsIn)}</td>
      <td>{countWords(of.textsOut)}</td>
      <td>{countWords(of.segmentsIn + of.segmentsOut)}</td>
      <td>{moneyWords(of.voiceMicrodollars)}</td>
      <td>{moneyWords(of.textMicrodollars)}</td>
      <td>{moneyWords(of.rentMicrodollars)}</td>
      <td>
        <strong>{moneyWords(of.totalMicrodollars)}</strong>
      </td>
    </>
  )
}
