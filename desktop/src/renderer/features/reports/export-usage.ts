import type { Month, UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { usageCsv } from '@dentalanswer/shared/domain/usage-csv.ts'
import { callDesk } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { onlyMonth } from './month-report.ts'

/** Writes one month, or all that was read, to a file the person chooses. */
export async function exportUsage(report: UsageReport, month: Month | null): Promise<void> {
  const name = month ? `usage-${month}.csv` : `usage-${report.months.toSorted()[0]}-to-${report.months.toSorted().at(-1)}.csv`
  try {
    const { isSaved } = await callDesk('file.save', { name, text: usageCsv(month ? onlyMonth(report, month) : report) })
    if (isSaved) tell({ tone: 'done', text: `${name} is written.` })
  } catch (error) {
    tell({ tone: 'problem', text: `Not exported: ${wordsOf(error)}` })
  }
}
