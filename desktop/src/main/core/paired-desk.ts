import { join } from 'node:path'
import type { Changed, DeskEvent, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { openCache } from '../cache/open-cache.ts'
import type { ClockOffset } from '../relay/clock-offset.ts'
import { relayClient } from '../relay/relay-client.ts'
import { RelayLine } from '../relay/relay-line.ts'
import { machineTimers, type Timers } from '../relay/timers.ts'
import { askWithLimit } from './ask-with-limit.ts'
import { ChangePushes } from './change-pushes.ts'
import { CommandRunner } from './command-runner.ts'
import type { DeskCoreOptions } from './core-options.ts'
import { SnapshotKeeper } from './keep-snapshot.ts'
import { OwnWrites } from './own-writes.ts'
import { PersonHistories } from './person-histories.ts'
import { OlderReads } from './read-older.ts'
import type { Secrets } from './secrets.ts'

const UNPAIR_MS = 3_000
const STOP_MS = 1_000
/** What reads that go back further than this desk keeps are made of. */
const OLDER_KINDS: EntityKind[] = ['appointments', 'messages', 'calls']

export const cacheFile = (folder: string) => join(folder, 'desk.sqlite')

export type PairedDesk = ReturnType<typeof openPairedDesk>

/** A desk of one practice: its cache, its line to the relay and its changes on the way. Reads answer as soon as this returns; `begin`
 *  reaches for the relay. */
export function openPairedDesk(
  secrets: Secrets,
  clock: ClockOffset,
  options: DeskCoreOptions & { report: (where: string, error: unknown) => void; isSuspect: boolean },
) {
  const { fetch: send = fetch, timers = machineTimers, random = Math.random, report } = options
  const push: DeskCoreOptions['push'] = (one) => {
    try {
      options.push(one)
    } catch (error) {
      // A window that cannot be told must not end the line.
      report('push', error)
    }
  }
  const key = new Uint8Array(Buffer.from(secrets.cacheKey, 'hex'))
  const { cache, rebuilt } = openCache({ file: cacheFile(options.folder), key, isSuspect: options.isSuspect })
  const client = relayClient(secrets, send, clock)
  const snapshots = new SnapshotKeeper(client, { file: cacheFile(options.folder), key }, report)
  const { writable, replacements } = snapshots
  const life = new AbortController()
  const pushes = new ChangePushes(push, timers)
  const ownWrites = new OwnWrites(cache, timers)
  const practice = (): Practice => cache.readSetup()?.practice ?? secrets.practice

  const line = new RelayLine({
    relay: secrets.relay,
    token: secrets.token,
    cache,
    takeSnapshot: (signal) => snapshots.take(signal),
    fetch: send,
    clock,
    timers,
    random,
    report,
    onLine: (state) => push({ kind: 'line', line: state }),
    onLive() {
      runner.wake()
      if (older.live()) pushes.replaced(cache.position()?.seq ?? 0, OLDER_KINDS)
    },
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
  const isLive = () => line.line().state === 'live'
  const reads = { client, cache, timers, nowMs: () => clock.nowMs(), isLive, writable, replacements }
  const older = new OlderReads(reads)
  const persons = new PersonHistories(reads)
  const runner = new CommandRunner({
    client,
    cache,
    ownWrites,
    clock,
    timers,
    random,
    report,
    writable,
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
    isLive,
    writable,
    older,
    persons,
    /** Reads all of the file, in a thread. */
    isWhole: () => snapshots.isWhole(life.signal),
    begin: () => line.start(),
    /** Takes this desk off the practice's list, as far as the relay can be reached; its key is gone here either way. */
    unpairAtRelay: () =>
      isLive()
        ? askWithLimit(client.ask('device.revoke', { deviceId: secrets.device.id }), { timers, ms: UNPAIR_MS, isFinal: () => false })
        : null,
    async close(): Promise<void> {
      pushes.stop()
      life.abort()
      const isLate = new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())
      await Promise.race([line.stop(), isLate])
      await runner.stop(isLate)
      cache.close()
    },
  }
}
