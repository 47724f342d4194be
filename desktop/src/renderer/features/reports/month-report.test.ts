import type { NumberUsage, UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { expect, test } from 'vitest'
import { monthBars, monthReport, onlyMonth, openCosts } from './month-report.ts'

const row = (month: string, label: string, cost: number, part: Partial<NumberUsage> = {}): NumberUsage => ({
  ...{ month, phoneNumberId: null, phoneNumber: null, label, calls: 2, callsBooked: 1, seconds: 90, callsWithoutCost: 0 },
  ...{ textsIn: 1, textsOut: 3, segmentsIn: 1, segmentsOut: 4, voiceMicrodollars: cost, textMicrodollars: 0, rentMicrodollars: 0 },
  totalMicrodollars: cost,
  ...part,
})
const report: UsageReport = {
  months: ['2026-10', '2026-11'],
  rows: [row('2026-10', 'Main', 500), row('2026-11', 'Main', 1_000), row('2026-11', 'Campaign', 3_000, { callsWithoutCost: 1 })],
  totals: [
    { month: '2026-10', totalMicrodollars: 500, chargedMicrodollars: null, marginMicrodollars: null },
    { month: '2026-11', totalMicrodollars: 4_000, chargedMicrodollars: 9_000, marginMicrodollars: 5_000 },
  ],
  rates: { segmentOutMicrodollars: 1, segmentInMicrodollars: 1 },
}

test('a month adds its numbers up and lists the dearest first', () => {
  const { rows, sums, marginMicrodollars } = monthReport(report, '2026-11')
  expect(rows.map((one) => one.label)).toEqual(['Campaign', 'Main'])
  expect(sums).toMatchObject({ calls: 4, callsBooked: 2, segmentsOut: 8, totalMicrodollars: 4_000, callsWithoutCost: 1 })
  expect(marginMicrodollars).toBe(5_000)
})

test('a month without anything is all noughts and shows no prices', () => {
  expect(monthReport(report, '2026-01')).toMatchObject({ rows: [], sums: { calls: 0, totalMicrodollars: 0 }, chargedMicrodollars: null })
})

test('exporting one month leaves the others out', () => {
  expect(onlyMonth(report, '2026-10')).toMatchObject({
    months: ['2026-10'],
    rows: [{ label: 'Main' }],
    totals: [{ totalMicrodollars: 500 }],
  })
})

test('bars stand in proportion to the dearest month, and a month that was not read has none', () => {
  expect(monthBars(report, ['2026-11', '2026-10', '2026-09'])).toEqual([
    { month: '2026-11', totalMicrodollars: 4_000, share: 1 },
    { month: '2026-10', totalMicrodollars: 500, share: 0.125 },
    { month: '2026-09', totalMicrodollars: null, share: 0 },
  ])
  expect(monthBars(null, ['2026-11'])).toEqual([{ month: '2026-11', totalMicrodollars: null, share: 0 }])
})

test('calls whose cost is open are said, and how many', () => {
  expect(openCosts(monthReport(report, '2026-11').sums)).toMatch(/what 1 call cost/)
  expect(openCosts(monthReport(report, '2026-10').sums)).toBeNull()
})
