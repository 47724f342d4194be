import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { text } from './columns.ts'
import { entityTable } from './entity-table.ts'
import { assistantVersionColumns } from './number-tables.ts'
import type { Tx } from './transaction.ts'
import { first, statement, type Work } from './work.ts'

/** A version with what it was told, as the text it was kept as. */
export type KeptVersion = { version: AssistantVersion; plan: string }

type Row = AssistantVersion & { plan: string }
const table = entityTable<AssistantVersion>('assistant_versions', assistantVersionColumns)
const whole = entityTable<Row>('assistant_versions', { ...assistantVersionColumns, plan: text() })
const MOST = 50

// Without what they were told, which is long.
const ofPractice = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('assistant_versions')
    .select(['id', 'version', 'state', 'changes', 'revert_of', 'by', 'problem', 'created_at', 'published_at'])
    .where('practice_id', '=', p.practiceId)
    .orderBy('version', 'desc')
    .limit(MOST),
)
const byNumber = statement((db, p: { practiceId: string; version: number }) =>
  db.selectFrom('assistant_versions').selectAll().where('practice_id', '=', p.practiceId).where('version', '=', p.version),
)
const standing = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('assistant_versions')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('state', '!=', 'replaced')
    .orderBy('version', 'desc')
    .limit(MOST),
)
const lastNumber = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('assistant_versions')
    .select((eb) => eb.fn.max<number | null>('version').as('last'))
    .where('practice_id', '=', p.practiceId),
)

function kept({ plan, ...version }: Row): KeptVersion {
  return { version, plan }
}

/** The newest versions of a practice's assistant, newest first. */
export function* listVersions(practiceId: string): Work<AssistantVersion[]> {
  return yield* table.list(ofPractice, { practiceId })
}

export function* findVersion(practiceId: string, version: number): Work<KeptVersion | null> {
  const row = yield* first(byNumber, { practiceId, version })
  return row ? kept(whole.read(row)) : null
}

/** Versions that none has replaced, newest first: at most one waits, and at most one is published. */
export function* standingVersions(practiceId: string): Work<KeptVersion[]> {
  return (yield* whole.list(standing, { practiceId })).map(kept)
}

export function* nextVersionNumber(practiceId: string): Work<number> {
  return Number((yield* first(lastNumber, { practiceId }))?.last ?? 0) + 1
}

export function* insertVersion(tx: Tx, { version, plan }: KeptVersion): Work<AssistantVersion> {
  yield* whole.insert(tx.practiceId, { ...version, plan })
  return record(tx, version)
}

export function* updateVersion(tx: Tx, { version, plan }: KeptVersion): Work<AssistantVersion> {
  yield* whole.update(tx.practiceId, { ...version, plan })
  return record(tx, version)
}

function record(tx: Tx, version: AssistantVersion): AssistantVersion {
  tx.record('assistantVersions', version, (other) => other.id === version.id)
  tx.emit('assistant.changed')
  return version
}
