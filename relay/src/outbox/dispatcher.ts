import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { LineDeps } from '../onboarding/line-deps.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { VoiceAgent } from '../ports/voice-agent.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { expiredLeases, leaseJobs, leaseLookUps } from '../store/outbox-leases.ts'
import type { Ctx } from '../store/transaction.ts'
import { handlers } from './handlers.ts'
import type { JobHandler } from './job-handler.ts'
import { LEASE_MS, SOON_MS } from './timing.ts'
import { resolveUnknown } from './unknown-texts.ts'

export type DispatcherDeps = Omit<Ctx, 'practiceId' | 'actor'> & {
  telephony: Telephony
  voiceAgent: VoiceAgent | null
  lines: LineDeps
  /** Names this process as the holder of leases. */
  owner: string
  onError(error: unknown): void
}

const BATCH = 20
const MOST_AT_ONCE = 40
/** Look-ups have their own room, so that a vendor that answers none of them never keeps new texts from going. */
const MOST_LOOK_UPS_AT_ONCE = 10

export const contextOf = (deps: DispatcherDeps, row: OutboxRow): Ctx => ({
  ...deps,
  practiceId: row.practiceId as PracticeId,
  actor: { kind: 'system', id: null },
})

type Room = { sends: number; lookUps: number }
type Started = { touched: number; sends: Promise<void>[]; lookUps: Promise<void>[] }

/** Starts everything that is due, as far as there is room. What was started goes on when it returns. */
async function startDue(deps: DispatcherDeps, room: Room): Promise<Started> {
  const nowMs = deps.clock.nowMs()
  const now = toInstant(nowMs)
  const lost = await deps.store.read(() => expiredLeases(now, BATCH))
  for (const row of lost) await guarded(deps, () => lose(deps, row))
  const look = { now, next: toInstant(nowMs + LEASE_MS), limit: room.lookUps }
  const unknown = room.lookUps > 0 ? await deps.store.write('look-ups', () => leaseLookUps(look)) : []
  const lookUps = unknown.map((row) => guarded(deps, () => resolveUnknown(contextOf(deps, row), row, deps.telephony)))
  const lease = { now, soon: toInstant(nowMs + SOON_MS), leaseUntil: toInstant(nowMs + LEASE_MS), owner: deps.owner, limit: room.sends }
  const leased = room.sends > 0 ? await deps.store.write('lease', () => leaseJobs(lease)) : []
  const sends = leased.map((row) => guarded(deps, () => send(deps, row)))
  return { touched: lost.length + unknown.length + leased.length, sends, lookUps }
}

/** Sends everything that is due once and waits for it. Returns how many jobs it touched. Safe to run in several processes. */
export async function drainOnce(deps: DispatcherDeps): Promise<number> {
  const { touched, sends, lookUps } = await startDue(deps, { sends: BATCH, lookUps: BATCH })
  await Promise.all([...sends, ...lookUps])
  return touched
}

async function guarded(deps: DispatcherDeps, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // One row that cannot be worked on must not stop the others. It keeps its lease and is found again when that runs out.
    deps.onError(error)
  }
}

/** The worker of this row vanished. */
const lose = (deps: DispatcherDeps, row: OutboxRow): Promise<void> => handlerOf(row).lost(contextOf(deps, row), row)

const send = (deps: DispatcherDeps, row: OutboxRow): Promise<void> => handlerOf(row).run(contextOf(deps, row), row, deps)

function handlerOf(row: OutboxRow): JobHandler {
  const handler = handlers[row.kind]
  if (!handler) throw new Error(`there is no handler for jobs of the kind ${row.kind}`)
  return handler
}

export type DispatcherLoop = { wake(): void; lastRunAt(): Instant | null; stop(): Promise<void> }

/** Looks for work after every wake, after every send and at least every second. One slow send never holds up the others: at most
 *  `MOST_AT_ONCE` run, and the next are taken as soon as one ends. `stop` waits for those under way. */
export function startDispatcher(deps: DispatcherDeps, everyMs = 1_000): DispatcherLoop {
  const sending = new Set<Promise<void>>()
  const looking = new Set<Promise<void>>()
  let stopped = false
  let again = false
  let lastRunAt: Instant | null = null
  let running: Promise<void> | null = null
  const follow = (underWay: Set<Promise<void>>, work: Promise<void>) => {
    underWay.add(work)
    // The next text of the same conversation may go now.
    void work.finally(() => {
      underWay.delete(work)
      wake()
    })
  }
  const loop = async () => {
    do {
      again = false
      try {
        const room = { sends: Math.min(BATCH, MOST_AT_ONCE - sending.size), lookUps: MOST_LOOK_UPS_AT_ONCE - looking.size }
        const started = await startDue(deps, room)
        for (const work of started.sends) follow(sending, work)
        for (const work of started.lookUps) follow(looking, work)
        // A full batch: there is likely more, and still room for it.
        if (started.sends.length === BATCH) again = true
        lastRunAt = toInstant(deps.clock.nowMs())
      } catch (error) {
        deps.onError(error)
        again = false
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
      await Promise.all([...sending, ...looking])
    },
  }
}
