import type { EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type OnFile = { file: string; key: Uint8Array }

/** Work on the cache's file that takes too long for the main thread: a whole snapshot, as the relay sent it, and reading all of the file. */
export type CacheJob = (OnFile & { kind: 'replace'; snapshot: Uint8Array }) | (OnFile & { kind: 'check' })

/** `unreadable`: the snapshot is not as this desk knows it. `failed`: the file's own trouble, by its code. */
export type CacheJobDone =
  | { kind: 'replaced'; seq: number; at: Instant; kinds: EntityKind[] }
  | { kind: 'otherVersion'; version: number }
  | { kind: 'unreadable' }
  | { kind: 'checked'; isWhole: boolean }
  | { kind: 'failed'; code: string; name: string }
