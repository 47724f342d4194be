import { areAddressesRight } from './number-differences.ts'
import { madeBy } from './onboarding-steps.ts'
import { done, harmless, type StepResult, type StepWork } from './step-result.ts'

/** Sets where texts and reports go. The address for calls belongs to the voice service since the import and is left alone. */
export async function setAddresses({ run, lines, ask, numberTag }: StepWork): Promise<StepResult> {
  const sid = madeBy(run, 'buy')
  const number = await ask(() => lines.supplier.readNumber(sid))
  if (number.kind !== 'done') return harmless(number)
  if (number.value && areAddressesRight(number.value, { tag: numberTag, addresses: lines.addresses })) return done()
  const set = await ask(() => lines.supplier.configureNumber(sid, { ...lines.addresses, tag: numberTag }))
  return set.kind === 'done' ? done() : harmless(set)
}
