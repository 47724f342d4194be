import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { faultPoints } from '../fault-points.ts'
import type { Telephony } from '../ports/telephony.ts'
import { expiredLeases, leaseJobs, type OutboxRow, unknownJobs } from '../store/outbox.ts'
import type { Ctx } from '../store/transaction.ts'
import { type Attempt, recordOutcome, resolveUnknown, startSending, textLost } from './send-text-job.ts'

export type DispatcherDeps = Omit<Ctx, 'practiceId' | 'actor'> & {
  telephony: Telephony
  /** Names this process as the holder of leases. */
  owner: string
  onError(error: unknown): void
}

const BATCH = 20
const MOST_AT_ONCE = 40
/** Longer than the vendor's own timeout, so that a lease never ends while its request still runs. */
const LEASE_MS = 60_000

export const contextOf = (deps: DispatcherDeps, row: OutboxRow): Ctx => ({
  ...deps,
  practiceId: row.practiceId as PracticeId,
  actor: { kind: 'system', id: null },
})

/** Starts everything that is due, at most `limit` sends, and looks up what is unknown. The sends go on when it returns. */
async function startDue(deps: DispatcherDeps, limit: number): Promise<{ touched: number; sends: Promise<void>[] }> {
  const now = () => toInstant(deps.clock.nowMs())
  const lost = await deps.store.read(() => expiredLeases(now(), BATCH))
  for (const row of lost) await textLost(contextOf(deps, row), row)
  const unknown = await deps.store.read(() => unknownJobs(now(), BATCH))
  const lookUps = unknown.map((row) => guarded(deps, () => resolveUnknown(contextOf(deps, row), row, deps.telephony)))
  const lease = { now: now(), leaseUntil: toInstant(deps.clock.nowMs() + LEASE_MS), owner: deps.owner, limit }
  const leased = limit > 0 ? await deps.store.write('lease', () => leaseJobs(lease)) : []
  const sends = leased.map((row) => guarded(deps, () => send(deps, row)))
  return { touched: lost.length + unknown.length + leased.length, sends: [...lookUps, ...sends] }
}

/** Sends everything that is due once and waits for it. Returns how many jobs it touched. Safe to run in several processes. */
export async function drainOnce(deps: DispatcherDeps): Promise<number> {
  const { touched, sends } = await startDue(deps, BATCH)
  await Promise.all(sends)
  return touched
}

async function guarded(deps: DispatcherDeps, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // The row keeps its lease and is found again when that runs out.
    deps.onError(error)
  }
}

async function send(deps: DispatcherDeps, row: OutboxRow): Promise<void> {
  const ctx = contextOf(deps, row)
  const attempt: Attempt | null = await startSending(ctx, row, deps.owner)
  if (!attempt) return
  faultPoints.reach('send:before-vendor')
  const outcome = await deps.telephony.sendText(attempt.text)
  faultPoints.reach('send:after-vendor')
  await recordOutcome(ctx, row, deps.owner, outcome)
}

export type DispatcherLoop = { wake(): void; lastRunAt(): Instant | null; stop(): Promise<void> }

/** Looks for work after every wake and at least every second. One slow send never holds up the others: at most `MOST_AT_ONCE` run, and
 *  the next are taken as soon as one ends. `stop` waits for those under way. */
export function startDispatcher(deps: DispatcherDeps, everyMs = 1_000): DispatcherLoop {
  const underWay = new Set<Promise<void>>()
  let stopped = false
  let again = false
  let lastRunAt: Instant | null = null
  let running: Promise<void> | null = null
  const follow = (work: Promise<void>) => {
    underWay.add(work)
    void work.finally(() => {
      underWay.delete(work)
      if (underWay.size === MOST_AT_ONCE - 1) wake()
    })
  }
  const loop = async () => {
    do {
      again = false
      try {
        const free = Math.min(BATCH, MOST_AT_ONCE - underWay.size)
        const { touched, sends } = await startDue(deps, free)
        for (const work of sends) follow(work)
        if (touched >= BATCH) again = true
        lastRunAt = toInstant(deps.clock.nowMs())
      } catch (error) {
        deps.onError(error)
      }
    } while (again && !stopped)
    running = null
  }
  const wake = () => {
    if (stopped) return
    if (running) again = true
    else running = loop()
  }
  const timer = setInterval(wake, everyMs)
  wake()
  return {
    wake,
    lastRunAt: () => lastRunAt,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
      await Promise.all(underWay)
    },
  }
}
