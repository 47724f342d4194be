import type { RepairResult } from './audit-repair.ts'
import type { Finding } from './audit-vendors.ts'

const MEANINGS: Record<Finding['state'], string> = {
  orphan: 'there, belongs to nothing here',
  double: 'there twice, this one is not used',
  missing: 'here, and not there',
  foreign: 'not ours, left alone',
}

const dollars = (microdollars: number): string => (microdollars / 1_000_000).toFixed(2)

/** What was found, as a table with a last line that says it in short. */
export function auditTable(findings: Finding[]): string[] {
  const wrong = findings.filter(isWrong)
  const lines = [...findings].sort((one, other) => Number(isWrong(other)) - Number(isWrong(one))).map(lineOf)
  const cost = wrong.filter((one) => one.state !== 'missing').reduce((sum, one) => sum + one.rentMicrodollars, 0)
  const foreign = findings.length - wrong.length
  const beside = foreign > 0 ? ` ${foreign} in the account are not ours.` : ''
  if (wrong.length === 0) return [...lines, `Everything is as it should be.${beside}`]
  return [...lines, `${wrong.length} not as it should be; they cost $${dollars(cost)} a month.${beside}`]
}

function lineOf({ kind, state, id, rentMicrodollars }: Finding): string {
  const rent = rentMicrodollars > 0 ? `  $${dollars(rentMicrodollars)} a month` : ''
  return `${kind.padEnd(13)}  ${id.padEnd(36)}  ${MEANINGS[state]}${rent}`
}

const NOT_DONE: Record<string, string> = {
  left: 'left as it is',
  'too young': 'left: it may be less than an hour old, and being set up',
}

export const repairTable = (results: RepairResult[]): string[] =>
  results.map(({ finding, outcome }) => `${finding.kind.padEnd(13)}  ${finding.id.padEnd(36)}  ${NOT_DONE[outcome] ?? outcome}`)

/** Whether somebody should do something about it. */
export const isWrong = ({ state }: Finding): boolean => state !== 'foreign'
