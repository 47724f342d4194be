import type { Month } from '@dentalanswer/shared/domain/usage.ts'
import { useEffect } from 'react'
import { useActions } from '../../live/actions.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { ListDetail } from '../../ui/ListDetail.tsx'
import { Loading } from '../../ui/Standing.tsx'
import { exportUsage } from './export-usage.ts'
import { MonthList } from './MonthList.tsx'
import { MonthPage } from './MonthPage.tsx'
import { lastMonths, monthOf, monthWords } from './months.ts'
import { MONTHS, useReports } from './reports-store.ts'

/** What the practice's numbers did and cost, month by month. */
export function ReportsPlace() {
  const practice = usePractice()
  return practice ? <ReportsScreen practice={practice} /> : <Loading rows={8} label="Reading the reports" />
}

function ReportsScreen({ practice }: { practice: PracticeNow }) {
  const { month, report, isOpen, choose, close, read } = useReports()
  const isLive = useIsLive()
  const present = monthOf(practice.today)
  const months = lastMonths(present, MONTHS)
  const chosen = month && months.includes(month) ? month : present
  // Back on the line is a reason to ask again; a month that is chosen shows what has come in since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen month is no part of the question, only a reason to ask.
  useEffect(() => {
    if (isLive) void read(present)
  }, [isLive, present, chosen, read])
  useSubtitle(monthWords(chosen))
  const show = (one: Month, opens: boolean) => choose(one === present ? null : one, opens)
  const step = (by: 1 | -1) => {
    const next = months[months.indexOf(chosen) + by]
    if (next) show(next, isOpen)
  }
  useActions([
    { id: 'reports-next', title: 'Earlier month', keys: ['j', 'down'], group: 'Reports', isInFooter: true, run: () => step(1) },
    { id: 'reports-previous', title: 'Later month', keys: ['k', 'up'], group: 'Reports', isInFooter: true, run: () => step(-1) },
    { id: 'reports-open', title: 'Open the month', keys: ['enter'], group: 'Reports', run: () => show(chosen, true) },
    { id: 'reports-close', title: 'Back to the months', keys: ['escape'], group: 'Reports', isHidden: !isOpen, run: close },
    ...(report
      ? [
          {
            ...{ id: 'reports-export', title: 'Export this month as CSV', keys: ['e'], group: 'Reports', isInFooter: true },
            run: () => void exportUsage(report, chosen),
          },
          { id: 'reports-export-all', title: 'Export all months as CSV', group: 'Reports', run: () => void exportUsage(report, null) },
        ]
      : []),
    { id: 'reports-again', title: 'Read the figures again', keys: ['r'], group: 'Reports', run: () => isLive && void read(present) },
  ])
  return (
    <ListDetail isOpen={isOpen} list={<MonthList months={months} chosen={chosen} report={report} onChoose={(one) => show(one, true)} />}>
      <MonthPage practice={practice} month={chosen} isPresent={chosen === present} onAgain={() => void read(present)} onBack={close} />
    </ListDetail>
  )
}
