import { creating, done, harmless, type StepResult, type StepWork, tooEarly } from './step-result.ts'

/** Lets the voice service take the number's calls. */
export async function importNumber({ run, lines, ask, numberTag, isInDoubt, spec }: StepWork): Promise<StepResult> {
  const found = await ask(() => lines.host.findNumber(run.phoneNumber))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  if (found.value)
    return found.value.tag === numberTag ? done(found.value.id, true) : { kind: 'stopped', code: 'NUMBER_ELSEWHERE', vendorCode: null }
  if (isInDoubt) return tooEarly()
  const imported = await ask(() => lines.host.importNumber({ phoneNumber: run.phoneNumber, tag: numberTag, desk: spec.desk }))
  return imported.kind === 'done' ? done(imported.value.id, true) : creating(imported)
}
