import type { NumberUsage, UsageReport } from './usage.ts'

const COLUMNS: [string, (row: NumberUsage) => string | number][] = [
  ['Month', (row) => row.month],
  ['Number', (row) => row.phoneNumber?.slice(1) ?? ''],
  ['Name', (row) => (row.phoneNumberId ? row.label : 'No number known')],
  ['Calls', (row) => row.calls],
  ['Calls with a booking', (row) => row.callsBooked],
  ['Seconds', (row) => row.seconds],
  ['Calls without a cost yet', (row) => row.callsWithoutCost],
  ['Texts in', (row) => row.textsIn],
  ['Texts out', (row) => row.textsOut],
  ['Segments in', (row) => row.segmentsIn],
  ['Segments out', (row) => row.segmentsOut],
  ['Calls, dollars', (row) => decimalDollars(row.voiceMicrodollars)],
  ['Texts, dollars', (row) => decimalDollars(row.textMicrodollars)],
  ['Rent, dollars', (row) => decimalDollars(row.rentMicrodollars)],
  ['Total, dollars', (row) => decimalDollars(row.totalMicrodollars)],
]

/** One line per number and month with a head line, as RFC 4180 has it. Spreadsheets run what begins like a formula, so such a name
 *  gets a quote before it; numbers are written without their plus for the same reason. */
export function usageCsv(report: UsageReport): string {
  const lines = [COLUMNS.map(([name]) => name), ...report.rows.map((row) => COLUMNS.map(([, value]) => value(row)))]
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** One cell of such a file. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(value) && !/^-?\d+\.\d+$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Millionths of a dollar as "12.345600", exact. */
export function decimalDollars(microdollars: number): string {
  const sign = microdollars < 0 ? '-' : ''
  const digits = String(Math.abs(microdollars)).padStart(7, '0')
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`
}
