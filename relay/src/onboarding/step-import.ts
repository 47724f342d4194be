import { creating, done, harmless, type StepResult, type StepWork, tooEarly } from './step-result.ts'

/** Lets the voice service take the number's calls. */
export async function importNumber(work: StepWork): Promise<StepResult> {
  const { run, lines, ask, numberTag, spec } = work
  const found = await takeOurs(work)
  if (found) return found
  if (work.isInDoubt || work.isLate()) return tooEarly()
  // A line that forwards here, or this very number, would bring a call that finds no assistant back here.
  const desk = spec.desk === run.forwardedFrom || spec.desk === run.phoneNumber ? null : spec.desk
  const imported = await ask(() => lines.host.importNumber({ phoneNumber: run.phoneNumber, tag: numberTag, desk }))
  if (imported.kind === 'done') return done(imported.value.id, true)
  // It may be there because an earlier try of ours has brought it there.
  if (imported.kind === 'refused' && imported.code === 'NUMBER_ELSEWHERE') return (await takeOurs(work)) ?? creating(imported)
  return creating(imported)
}

/** Null when the voice service does not have it. */
async function takeOurs({ run, lines, ask, numberTag, isInDoubt }: StepWork): Promise<StepResult | null> {
  const found = await ask(() => lines.host.findNumber(run.phoneNumber))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  if (!found.value) return null
  return found.value.tag === numberTag ? done(found.value.id, true) : { kind: 'stopped', code: 'NUMBER_ELSEWHERE', vendorCode: null }
}
