import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { type JobOutcome, repeatable } from '../outbox/repeatable-job.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import { managedNumbers, specOfVersion } from './assistant-versions.ts'
import { isGoing } from './keep-number.ts'
import type { RenewJob } from './renew-assistants.ts'
import { tagOfNumber } from './tags.ts'
import { waitMs } from './wait-for-vendor.ts'

type Wanted = { id: string; phone: PracticePhone; spec: AssistantSpec }

/** Sends an assistant again what its version says; twice does no harm. What is refused, the next look at the number finds. */
export const renewAssistantJob = repeatable(async ({ ctx, row, deps, change }): Promise<JobOutcome> => {
  const { phoneNumberId } = JSON.parse(row.payload) as RenewJob
  const wanted = await change<Wanted | null>('renew-assistant', function* (tx) {
    const phone = yield* tx.require('phoneNumbers', phoneNumberId)
    if (managedNumbers([phone]).length === 0 || isGoing(phone, tx.now) || phone.assistantVersion === null) return null
    const spec = yield* specOfVersion(tx.practiceId, phone.assistantVersion)
    return spec && { id: phone.vapiAssistantId!, phone, spec }
  })
  const { host } = deps.lines
  if (!wanted || !host) return { kind: 'done' }
  const of = { tag: tagOfNumber(wanted.phone.id), practiceId: ctx.practiceId, phoneNumberId: wanted.phone.id }
  const answer = await host.updateAssistant(wanted.id, wanted.spec, of)
  if (answer.kind === 'refused') return { kind: 'failed', code: answer.vendorCode }
  return answer.kind === 'done' ? { kind: 'done' } : { kind: 'again', afterMs: waitMs(answer, row.attempts) }
})
