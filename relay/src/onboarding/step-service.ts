import { madeBy } from './onboarding-steps.ts'
import { creating, done, harmless, type StepResult, type StepWork, tooEarly } from './step-result.ts'

/** Puts the number into the practice's texting service, which is made with its first number. Whether the service is ours to delete is
 *  decided when it is undone: other numbers may have come to it by then. */
export async function joinService({ run, lines, ask, practiceTag, isInDoubt, isLate }: StepWork): Promise<StepResult> {
  const { supplier, addresses } = lines
  const wanted = { inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }
  const found = await ask(() => supplier.findService(practiceTag))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  if (!found.value && (isInDoubt || isLate())) return tooEarly()
  const made = found.value ? found : await ask(() => supplier.createService({ tag: practiceTag, ...wanted }))
  if (made.kind !== 'done') return creating(made)
  const service = made.value!
  if (service.inboundUrl !== wanted.inboundUrl || service.statusUrl !== wanted.statusUrl) {
    const set = await ask(() => supplier.configureService(service.sid, wanted))
    if (set.kind !== 'done') return harmless(set)
  }
  const added = await ask(() => supplier.addToService(service.sid, madeBy(run, 'buy')))
  return added.kind === 'done' ? done(service.sid, true) : harmless(added)
}
