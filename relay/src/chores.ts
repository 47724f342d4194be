import { setTimeout as sleep } from 'node:timers/promises'
import { MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { climbLadder } from './calls/climb-ladder.ts'
import { fetchLostReports } from './calls/fetch-lost-reports.ts'
import type { RelayDeps } from './deps.ts'
import { fetchMissedTexts } from './messaging/fetch-missed-texts.ts'
import { checkDueNumbers } from './onboarding/check-numbers.ts'
import { renewAssistants } from './onboarding/renew-assistants.ts'
import { nowOf } from './ports/clock.ts'
import { pruneClaims } from './store/claims.ts'
import { pruneEvents } from './store/event-log.ts'
import { pruneHolds } from './store/holds.ts'
import { pruneInbox } from './store/inbox.ts'
import { pruneJobs } from './store/outbox.ts'

const KEEP_DAYS = 30
const KEEP_EVENTS = 100_000
const STOP_MS = 3_000
const MISSED_BACK_MINUTES = 60
const MISSED_AT_START_MINUTES = 3 * 1440

/** What a relay does by the clock: the emergency ladder every few seconds, lost call reports and a tenth of the numbers every
 *  minute, texts whose webhook was missed every five, tidying up every ten. */
export function startChores(deps: RelayDeps): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>()
  const every = (ms: number, name: string, work: () => Promise<unknown>) => {
    let isBusy = false
    const timer = setInterval(() => {
      if (isBusy) return
      isBusy = true
      const run = work()
        .then(
          () => undefined,
          (error: unknown) => deps.report(name, error),
        )
        .finally(() => {
          isBusy = false
          running.delete(run)
        })
      running.add(run)
    }, ms)
    return timer
  }
  const missed = { ...deps.base, telephony: deps.telephony, report: deps.report }
  const atOnce = (name: string, work: () => Promise<unknown>) =>
    void running.add(
      work().then(
        () => undefined,
        (error: unknown) => deps.report(name, error),
      ),
    )
  // For what came while no relay ran, and for assistants that an older one made.
  atOnce('missed-texts', () => fetchMissedTexts(missed, MISSED_AT_START_MINUTES))
  atOnce('renew-assistants', () => renewAssistants(deps.base, deps.lines))
  const timers = [
    every(5_000, 'ladder', () => climbLadder(deps.base)),
    every(60_000, 'lost-reports', () => (deps.voiceAgent ? fetchLostReports(deps.base, deps.voiceAgent) : Promise.resolve())),
    every(60_000, 'check-numbers', () => checkDueNumbers(deps.base, deps.lines)),
    every(5 * 60_000, 'missed-texts', () => fetchMissedTexts(missed, MISSED_BACK_MINUTES)),
    every(10 * 60_000, 'tidy', () => tidy(deps)),
  ]
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      // Whatever waits for a vendor is done again at the next start.
      await Promise.race([Promise.all(running), sleep(STOP_MS, undefined, { ref: false })])
    },
  }
}

/** Drops what nobody needs any more, in small steps so that nothing waits long. */
export async function tidy(deps: Pick<RelayDeps, 'store' | 'clock'>): Promise<void> {
  const before = toInstant(deps.clock.nowMs() - KEEP_DAYS * MS_PER_DAY)
  const yesterday = toInstant(deps.clock.nowMs() - MS_PER_DAY)
  while ((await deps.store.write('tidy', () => pruneEvents(before, KEEP_EVENTS))) > 0);
  while ((await deps.store.write('tidy', () => pruneClaims(yesterday))) > 0);
  await deps.store.write('tidy', () => pruneInbox(before))
  await deps.store.write('tidy', () => pruneJobs(before))
  await deps.store.write('tidy', () => pruneHolds(nowOf(deps.clock)))
}
