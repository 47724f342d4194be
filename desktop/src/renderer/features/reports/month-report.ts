import type { Month, NumberUsage, UsageReport } from '@dentalanswer/shared/domain/usage.ts'

const COUNTED = [
  ...(['calls', 'callsBooked', 'seconds', 'callsWithoutCost', 'textsIn', 'textsOut', 'segmentsIn', 'segmentsOut'] as const),
  ...(['voiceMicrodollars', 'textMicrodollars', 'rentMicrodollars', 'totalMicrodollars'] as const),
]
export type Sums = Pick<NumberUsage, (typeof COUNTED)[number]>

export type MonthReport = {
  month: Month
  /** One for each number that did or cost something, the dearest first. */
  rows: NumberUsage[]
  sums: Sums
  /** Null where the operator sets no prices, or does not show them. */
  chargedMicrodollars: number | null
  marginMicrodollars: number | null
}

/** One month of a report, with all its numbers together. */
export function monthReport(report: UsageReport, month: Month): MonthReport {
  const rows = report.rows.filter((one) => one.month === month).toSorted((a, b) => b.totalMicrodollars - a.totalMicrodollars)
  const sums = Object.fromEntries(COUNTED.map((name) => [name, rows.reduce((sum, one) => sum + one[name], 0)])) as Sums
  const total = report.totals.find((one) => one.month === month)
  return {
    month,
    rows,
    sums,
    chargedMicrodollars: total?.chargedMicrodollars ?? null,
    marginMicrodollars: total?.marginMicrodollars ?? null,
  }
}

/** The report with nothing but one month, for exporting it. */
export const onlyMonth = (report: UsageReport, month: Month): UsageReport => ({
  ...report,
  months: [month],
  rows: report.rows.filter((one) => one.month === month),
  totals: report.totals.filter((one) => one.month === month),
})

/** What each month cost, and how long its bar is beside the dearest, from 0 to 1. */
export function monthBars(
  report: UsageReport | null,
  months: Month[],
): { month: Month; totalMicrodollars: number | null; share: number }[] {
  const costs = new Map(report?.totals.map((one) => [one.month, one.totalMicrodollars]))
  const most = Math.max(0, ...costs.values())
  return months.map((month) => {
    const cost = costs.get(month) ?? null
    return { month, totalMicrodollars: cost, share: cost && most > 0 ? Math.max(0, cost) / most : 0 }
  })
}

/** What is not known yet about a month's cost; null when all is. */
export function openCosts({ callsWithoutCost }: Sums): string | null {
  if (callsWithoutCost === 0) return null
  const calls = callsWithoutCost === 1 ? '1 call' : `${callsWithoutCost.toLocaleString('en-US')} calls`
  return `The voice service has not told yet what ${calls} cost, so the month will cost a little more than this.`
}
