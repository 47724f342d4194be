import { join } from 'node:path'
import type { Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { openCache } from '../cache/open-cache.ts'
import type { ClockOffset } from '../relay/clock-offset.ts'
import { relayClient } from '../relay/relay-client.ts'
import { RelayLine } from '../relay/relay-line.ts'
import { machineTimers, type Timers } from '../relay/timers.ts'
import { ChangePushes } from './change-pushes.ts'
import { CommandRunner } from './command-runner.ts'
import type { DeskCoreOptions } from './core-options.ts'
import { OwnWrites } from './own-writes.ts'
import type { Secrets } from './secrets.ts'

const STOP_MS = 1_000

export const cacheFile = (folder: string) => join(folder, 'desk.sqlite')

export type PairedDesk = ReturnType<typeof openPairedDesk>

/** A desk of one practice: its cache, its line to the relay and its changes on the way. Reads answer as soon as this returns; `begin`
 *  reaches for the relay. */
export function openPairedDesk(
  secrets: Secrets,
  clock: ClockOffset,
  options: DeskCoreOptions & { report: (where: string, error: unknown) => void; isSuspect: boolean },
) {
  const { push, fetch: send = fetch, timers = machineTimers, random = Math.random, report } = options
  const key = Buffer.from(secrets.cacheKey, 'hex')
  const { cache, rebuilt } = openCache({ file: cacheFile(options.folder), key, isSuspect: options.isSuspect })
  const client = relayClient(secrets, send, clock)
  const pushes = new ChangePushes(push, timers)
  const ownWrites = new OwnWrites(cache, timers)
  const practice = (): Practice => cache.readSetup()?.practice ?? secrets.practice

  const line = new RelayLine({
    relay: secrets.relay,
    token: secrets.token,
    client,
    cache,
    fetch: send,
    clock,
    timers,
    random,
    report,
    onLine: (state) => push({ kind: 'line', line: state }),
    onLive: () => runner.wake(),
    onApplied(event: DeskEvent, before: Changed, isCatchUp: boolean) {
      const isOwn = event.by.kind === 'desk' && event.by.id === secrets.device.id
      pushes.applied(event, isOwn)
      ownWrites.applied()
      try {
        options.onNoticeSource({ event, before, isOwn, isCatchUp, practice: practice() })
      } catch (error) {
        // A notice that cannot be shown must not keep the event from the cache.
        report('notice', error)
      }
    },
    onReplaced(seq, kinds) {
      pushes.replaced(seq, kinds)
      ownWrites.applied()
    },
  })
  const runner = new CommandRunner({
    client,
    cache,
    ownWrites,
    clock,
    timers,
    random,
    report,
    lineState: () => line.line().state,
    onUnpaired: () => line.refuse(),
    onQueue: (queue) => push({ kind: 'queue', queue }),
  })

  return {
    secrets,
    cache,
    rebuilt,
    client,
    line,
    runner,
    timers: timers as Timers,
    practice,
    isLive: () => line.line().state === 'live',
    begin: () => line.start(),
    async close(): Promise<void> {
      pushes.stop()
      const ended = Promise.all([line.stop(), runner.stop()])
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())])
      cache.close()
    },
  }
}
