import { madeBy } from './onboarding-steps.ts'
import { creating, done, harmless, type StepResult, type StepWork, tooEarly } from './step-result.ts'

/** Makes the assistant that answers this number, from the practice's own set-up. */
export async function makeAssistant({ run, lines, ask, numberTag, practiceId, isInDoubt, isLate, spec }: StepWork): Promise<StepResult> {
  const found = await ask(() => lines.host.findAssistant(numberTag))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  if (found.value) return done(found.value.id, true)
  if (isInDoubt || isLate()) return tooEarly()
  const of = { tag: numberTag, practiceId, phoneNumberId: run.phoneNumberId }
  const made = await ask(() => lines.host.createAssistant(spec, of))
  return made.kind === 'done' ? done(made.value.id, true) : creating(made)
}

export async function linkAssistant({ run, lines, ask }: StepWork): Promise<StepResult> {
  const [number, assistant] = [madeBy(run, 'import'), madeBy(run, 'assistant')]
  const hosted = await ask(() => lines.host.readNumber(number))
  if (hosted.kind !== 'done') return harmless(hosted)
  if (hosted.value?.assistantId === assistant) return done()
  const linked = await ask(() => lines.host.linkNumber(number, assistant))
  return linked.kind === 'done' ? done() : harmless(linked)
}
