import type { Month } from '@dentalanswer/shared/domain/usage.ts'
import { csvCell, decimalDollars } from '@dentalanswer/shared/domain/usage-csv.ts'
import { nowOf } from '../ports/clock.ts'
import { listPractices } from '../store/practices.ts'
import { loadSetup } from '../store/setup.ts'
import type { Ctx } from '../store/transaction.ts'
import { type Prices, readUsage } from './read-usage.ts'

export type PracticeUsage = {
  practiceId: string
  name: string
  calls: number
  seconds: number
  callsWithoutCost: number
  segmentsIn: number
  segmentsOut: number
  cost: number
  charged: number | null
  margin: number | null
}

/** What each practice did, cost and is charged in one month of its own calendar, in millionths of a dollar. For the operator, so the
 *  margin is always in it. */
export async function usageOfPractices(
  base: Pick<Ctx, 'store' | 'clock'>,
  asked: { month: Month; practiceId: string | null; prices: Prices },
): Promise<PracticeUsage[]> {
  const practices = await base.store.read(() => listPractices())
  const usages: PracticeUsage[] = []
  for (const practice of practices.filter((one) => asked.practiceId === null || one.id === asked.practiceId)) {
    // One read for each, so that a running relay is never kept waiting for all of them.
    const report = await base.store.read(function* () {
      const prices = { ...asked.prices, showsMargin: true }
      return yield* readUsage(yield* loadSetup(practice.id), { from: asked.month, to: asked.month, now: nowOf(base.clock), prices })
    })
    const sum = (amount: (row: (typeof report.rows)[number]) => number) => report.rows.reduce((total, row) => total + amount(row), 0)
    const total = report.totals[0]!
    usages.push({
      practiceId: practice.id,
      name: practice.name,
      calls: sum((row) => row.calls),
      seconds: sum((row) => row.seconds),
      callsWithoutCost: sum((row) => row.callsWithoutCost),
      segmentsIn: sum((row) => row.segmentsIn),
      segmentsOut: sum((row) => row.segmentsOut),
      cost: total.totalMicrodollars,
      charged: total.chargedMicrodollars,
      margin: total.marginMicrodollars,
    })
  }
  return usages
}

const HEAD = ['Practice', 'Calls', 'Minutes', 'No cost yet', 'Segments in', 'Segments out', 'Cost $', 'Charge $', 'Margin $']

const cellsOf = (one: PracticeUsage): (string | number)[] => [
  one.name,
  one.calls,
  Math.round(one.seconds / 60),
  one.callsWithoutCost,
  one.segmentsIn,
  one.segmentsOut,
  ...[one.cost, one.charged, one.margin].map((amount) => (amount === null ? '' : decimalDollars(amount))),
]

function totalOf(usages: PracticeUsage[]): PracticeUsage {
  const sum = (amount: (one: PracticeUsage) => number | null) => usages.reduce((total, one) => total + (amount(one) ?? 0), 0)
  const hasCharges = usages.some((one) => one.charged !== null)
  return {
    practiceId: '',
    name: 'Total',
    calls: sum((one) => one.calls),
    seconds: sum((one) => one.seconds),
    callsWithoutCost: sum((one) => one.callsWithoutCost),
    segmentsIn: sum((one) => one.segmentsIn),
    segmentsOut: sum((one) => one.segmentsOut),
    cost: sum((one) => one.cost),
    charged: hasCharges ? sum((one) => one.charged) : null,
    margin: hasCharges ? sum((one) => one.margin) : null,
  }
}

/** The same as text: a table with a line for all of them, or a file for a spreadsheet. */
export function usageText(usages: PracticeUsage[], format: 'table' | 'csv'): string {
  const lines = [...usages, totalOf(usages)]
  if (format === 'csv') {
    const rows = [['Practice id', ...HEAD], ...lines.map((one) => [one.practiceId, ...cellsOf(one)])]
    return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
  }
  const rows = [HEAD, ...lines.map((one) => cellsOf(one).map(String))]
  const widths = HEAD.map((_, at) => Math.max(...rows.map((cells) => cells[at]!.length)))
  return rows
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[at]!))).join('  '))
    .join('\n')
}
