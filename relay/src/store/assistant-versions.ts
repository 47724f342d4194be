import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { entityTable } from './entity-table.ts'
import { assistantVersionColumns } from './tables.ts'
import { statement, type Work } from './work.ts'

const table = entityTable('assistant_versions', assistantVersionColumns)
const MOST = 50

const ofPractice = statement((db, p: { practiceId: string }) =>
  db.selectFrom('assistant_versions').selectAll().where('practice_id', '=', p.practiceId).orderBy('version', 'desc').limit(MOST),
)

/** The newest versions of a practice's assistant, newest first. */
export function* listVersions(practiceId: string): Work<AssistantVersion[]> {
  return yield* table.list(ofPractice, { practiceId })
}
