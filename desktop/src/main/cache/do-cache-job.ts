import type { EntityKind } from '@dentalanswer/shared/contract/events.ts'
import { CONTRACT_VERSION, deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { z } from 'zod'
import type { CacheJob, CacheJobDone } from './cache-job.ts'
import { isWhole, openDatabase } from './database.ts'
import { replaceAll } from './replace-all.ts'

/** Does a job on a connection of its own. Readers of the file see the old state until all of it is there; a death on the way leaves it. */
export function doCacheJob(job: CacheJob): CacheJobDone {
  try {
    return job.kind === 'check' ? check(job) : replace(job)
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: unknown }
    return { kind: 'failed', code: typeof code === 'string' ? code : 'UNEXPECTED', name: typeof name === 'string' ? name : 'Error' }
  }
}

function replace({ file, key, snapshot }: Extract<CacheJob, { kind: 'replace' }>): CacheJobDone {
  const answer = jsonOf(snapshot)
  const version = z.object({ contractVersion: z.int() }).safeParse(answer)
  if (version.success && version.data.contractVersion !== CONTRACT_VERSION)
    return { kind: 'otherVersion', version: version.data.contractVersion }
  const parsed = deskRoutes['snapshot.take'].output.safeParse(answer)
  if (!parsed.success) return { kind: 'unreadable' }
  const db = openDatabase(file, key, { waitMs: 5_000 })
  try {
    replaceAll(db, parsed.data)
    // Moved into the file here, or the next small write of the main thread would have to.
    db.pragma('wal_checkpoint(passive)')
  } finally {
    db.close()
  }
  return { kind: 'replaced', seq: parsed.data.seq, at: parsed.data.at, kinds: Object.keys(parsed.data.entities) as EntityKind[] }
}

function check({ file, key }: CacheJob): CacheJobDone {
  const db = openDatabase(file, key, { waitMs: 5_000 })
  try {
    return { kind: 'checked', isWhole: isWhole(db) }
  } finally {
    db.close()
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // Cut off on its way: no schema accepts it.
    return undefined
  }
}
