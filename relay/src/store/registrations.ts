import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { entityTables } from './registry.ts'
import { statement, type Work } from './work.ts'

const ofPractice = statement((db, p: { practiceId: string }) =>
  db.selectFrom('text_registrations').selectAll().where('practice_id', '=', p.practiceId).orderBy('id'),
)

export function* listRegistrations(practiceId: string): Work<TextRegistration[]> {
  return yield* entityTables.textRegistrations.list(ofPractice, { practiceId })
}
