import type { VendorAnswer } from '../ports/vendor-answer.ts'
import type { Finding, FindingKind } from './audit-vendors.ts'
import type { LineDeps } from './line-deps.ts'

const YOUNG_MS = 3_600_000

/** `outcome`: removed · too young · left · what the vendor answered. */
export type RepairResult = { finding: Finding; outcome: string }

/** Removes what belongs to nothing here: assistants, hosted numbers and empty services, and with `alsoNumbers` the numbers. Nothing that
 *  is untagged, in use, or may be less than an hour old: another relay may be in the middle of setting it up. */
export async function removeOrphans(
  findings: Finding[],
  lines: LineDeps,
  options: { alsoNumbers: boolean; nowMs: number },
): Promise<RepairResult[]> {
  const results: RepairResult[] = []
  // Numbers last, so that the voice service never has one that is no longer ours.
  for (const kind of ['hosted number', 'assistant', 'number', 'service'] satisfies FindingKind[])
    for (const finding of findings.filter((one) => one.kind === kind && (one.state === 'orphan' || one.state === 'double')))
      results.push({ finding, outcome: await removeOne(finding, lines, options) })
  return results
}

async function removeOne(
  finding: Finding,
  lines: LineDeps,
  { alsoNumbers, nowMs }: { alsoNumbers: boolean; nowMs: number },
): Promise<string> {
  const isDouble = finding.state === 'double'
  if (finding.kind === 'number' && (!alsoNumbers || isDouble)) return 'left'
  if (finding.kind === 'service' && !finding.isEmpty) return 'left'
  if (finding.madeAt === null || nowMs - finding.madeAt < YOUNG_MS) return 'too young'
  const answer = await remove(finding, lines)
  return answer.kind === 'done' ? 'removed' : `${answer.kind} ${answer.vendorCode}`
}

function remove({ kind, id }: Finding, { supplier, host }: LineDeps): Promise<VendorAnswer<null>> {
  const none: VendorAnswer<null> = { kind: 'refused', code: 'REFUSED', vendorCode: 'no key of the voice service' }
  if (kind === 'number') return supplier.releaseNumber(id)
  if (kind === 'service') return supplier.deleteService(id)
  if (!host) return Promise.resolve(none)
  return kind === 'assistant' ? host.deleteAssistant(id) : host.deleteNumber(id)
}
