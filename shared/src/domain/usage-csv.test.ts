import { expect, test } from 'vitest'
import type { NumberUsage, UsageReport } from './usage.ts'
import { csvCell, decimalDollars, usageCsv } from './usage-csv.ts'

const row = {
  month: '2026-11',
  phoneNumberId: '0198c0de-0000-7000-8000-000000000001',
  phoneNumber: '+15125550142',
  label: 'Front, "main"',
  calls: 2,
  callsBooked: 1,
  seconds: 181,
  callsWithoutCost: 0,
  textsIn: 3,
  textsOut: 4,
  segmentsIn: 3,
  segmentsOut: 5,
  voiceMicrodollars: 412_345,
  textMicrodollars: 87_400,
  rentMicrodollars: 1_150_000,
  totalMicrodollars: 1_649_745,
} as unknown as NumberUsage
const report = (...rows: NumberUsage[]): UsageReport => ({
  months: ['2026-11'],
  rows,
  totals: [],
  rates: { segmentOutMicrodollars: 12_500, segmentInMicrodollars: 8_300 },
})

test('a file has a head line and a line per row, each ended by CRLF, and quotes what needs it', () => {
  const lines = usageCsv(report(row)).split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^Month,Number,Name,Calls,.*,"Total, dollars"$/)
  expect(lines[1]).toBe('2026-11,15125550142,"Front, ""main""",2,1,181,0,3,4,3,5,0.412345,0.087400,1.150000,1.649745')
  expect(lines[2]).toBe('')
})

test.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', ' =1', '\tx'])('a name that begins like a formula (%j) is not run', (label) => {
  expect(csvCell(label).replace(/^"/, '')).toMatch(/^'/)
})

test('calls without a known number have a line of their own', () => {
  expect(usageCsv(report({ ...row, phoneNumberId: null, phoneNumber: null, label: '' }))).toContain('2026-11,,No number known,2')
})

test('money is exact', () => {
  expect([0, 5, 1_000_000, 12_345_678, -2_500_000].map(decimalDollars)).toEqual([
    '0.000000',
    '0.000005',
    '1.000000',
    '12.345678',
    '-2.500000',
  ])
})
