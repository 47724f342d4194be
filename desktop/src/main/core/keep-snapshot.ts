import type { EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CacheJob, CacheJobDone } from '../cache/cache-job.ts'
import { doCacheJob } from '../cache/do-cache-job.ts'
import { runCacheJob } from '../cache/run-cache-job.ts'
import { OtherVersion, UnreadableSnapshot } from '../relay/line-trouble.ts'
import type { RelayClient } from '../relay/relay-client.ts'

/** More than this takes longer than the window may stand still. */
const LARGE_BYTES = 500_000

export type KeptSnapshot = { seq: number; at: Instant; kinds: EntityKind[] }
type Report = (where: string, error: unknown) => void
type OnFile = { file: string; key: Uint8Array }

/** Takes snapshots from the relay into the cache's file, large ones in a thread of their own, and knows when that thread is writing. */
export class SnapshotKeeper {
  private readonly client: RelayClient
  private readonly cache: OnFile
  private readonly report: Report
  private busy: Promise<unknown> = Promise.resolve()
  private count = 0
  private hasThreads = true

  constructor(client: RelayClient, cache: OnFile, report: Report) {
    this.report = report
    this.client = client
    this.cache = cache
  }

  /** Throws as the client does, `OtherVersion`, `UnreadableSnapshot`, and the engine's own error. */
  async take(signal: AbortSignal): Promise<KeptSnapshot> {
    const snapshot = await this.client.fetchSnapshot(signal)
    this.count++
    const done = await this.work({ ...this.cache, kind: 'replace', snapshot }, snapshot.byteLength > LARGE_BYTES, signal)
    this.count++
    if (done.kind !== 'replaced') throw troubleOf(done)
    return done
  }

  /** Whether the file is whole; reads all of it, in a thread. */
  async isWhole(signal: AbortSignal): Promise<boolean> {
    const done = await this.work({ ...this.cache, kind: 'check' }, true, signal)
    if (done.kind !== 'checked') throw troubleOf(done)
    return done.isWhole
  }

  /** Resolves when no thread writes to the file. */
  writable = async (): Promise<void> => {
    await this.busy
  }

  /** How often the whole cache was replaced, its beginning and its end counted. */
  replacements = (): number => this.count

  private work(job: CacheJob, isLong: boolean, signal: AbortSignal): Promise<CacheJobDone> {
    const done = isLong && this.hasThreads ? runCacheJob(job, signal) : Promise.resolve(doCacheJob(job))
    this.busy = done.catch((error: unknown) => {
      if (signal.aborted) return
      // Where no thread can be started, a window that stands still for a moment is better than none that shows anything.
      this.hasThreads = false
      this.report('cache thread', error)
    })
    return done
  }
}

function troubleOf(done: CacheJobDone): Error {
  if (done.kind === 'otherVersion') return new OtherVersion(done.version)
  if (done.kind === 'failed') return Object.assign(new Error('the cache’s file could not be written'), { code: done.code, name: done.name })
  return new UnreadableSnapshot()
}
