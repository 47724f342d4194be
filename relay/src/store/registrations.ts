import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { entityTables } from './registry.ts'
import { first, statement, type Work } from './work.ts'

const ofPractice = statement((db, p: { practiceId: string }) =>
  db.selectFrom('text_registrations').selectAll().where('practice_id', '=', p.practiceId).orderBy('id'),
)

const ofProfile = statement((db, p: { practiceId: string; customerProfileSid: string }) =>
  db
    .selectFrom('text_registrations')
    .select('id')
    .where('customer_profile_sid', '=', p.customerProfileSid)
    .where('practice_id', '!=', p.practiceId)
    .limit(1),
)

export function* listRegistrations(practiceId: string): Work<TextRegistration[]> {
  return yield* entityTables.textRegistrations.list(ofPractice, { practiceId })
}

/** Whether another practice is registered under this business profile. */
export function* isProfileOfAnother(practiceId: string, customerProfileSid: string): Work<boolean> {
  return (yield* first(ofProfile, { practiceId, customerProfileSid })) !== undefined
}
