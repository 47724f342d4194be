import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { ask, query, type Work } from '../store/work.ts'

/** Whether an id that is new here belongs to another practice. Ids are made by the desk that adds a provider, operatory or type; one
 *  that is somebody else's was not made here. */
export function* isKnownElsewhere(
  practiceId: PracticeId,
  table: 'providers' | 'operatories' | 'appointment_types',
  id: string,
): Work<boolean> {
  const rows = yield* ask(
    query((db) => db.selectFrom(table).select('id').where('id', '=', id).where('practice_id', '!=', practiceId).limit(1)),
  )
  return rows.length > 0
}
