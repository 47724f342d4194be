import { setTimeout as sleep } from 'node:timers/promises'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type DispatcherDeps, drainOnce } from '../src/outbox/dispatcher.ts'
import { nowOf } from '../src/ports/clock.ts'
import { listJobs } from '../src/store/outbox.ts'
import type { Ctx } from '../src/store/transaction.ts'
import type { DemoClock } from './demo-clock.ts'
import { DEMO_NUMBER } from './demo-practice.ts'
import type { Sandbox } from './sandbox.ts'

/** What a morning is played with: the running relay's own parts, and the stand-ins that talk to it over the wire. */
export type DemoStage = {
  base: Omit<Ctx, 'practiceId' | 'actor'>
  dispatcher: DispatcherDeps
  sandbox: Pick<Sandbox, 'twilio' | 'vapi'>
  practice: Practice
  clock: DemoClock
}

export const contextOf = ({ base, practice }: DemoStage): Ctx => ({
  ...base,
  practiceId: practice.id,
  actor: { kind: 'system', id: null },
})

/** Somebody texts the practice. Throws when the relay does not take it: a demo without its texts would look finished and be empty. */
export async function textPractice({ sandbox }: DemoStage, from: string, body: string): Promise<void> {
  const answer = await sandbox.twilio.receiveText({ from, to: DEMO_NUMBER, body })
  if (answer.status !== 200) throw new Error(`The relay answered ${answer.status} to a text.`)
}

const LONGEST_WAIT_MS = 10_000
const LOOK_AGAIN_MS = 5

/** Until every text that is due has gone and arrived: a clock that jumps while one is under way would make it look lost. */
export async function settle({ base, dispatcher, sandbox }: DemoStage): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    await drainOnce(dispatcher)
    await sandbox.twilio.flush()
    const now = nowOf(base.clock)
    const left = await base.store.read(() => listJobs(['pending', 'sending'], 100))
    if (!left.some((job) => job.state === 'sending' || job.runAfter <= now)) return
    if (performance.now() > end) throw new Error('The texts of the demo were not sent in time.')
    await sleep(LOOK_AGAIN_MS)
  }
}
