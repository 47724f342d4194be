import { first, statement, type Work } from './work.ts'

const lastCall = statement((db, p: { practiceId: string; phoneNumberId: string }) =>
  db
    .selectFrom('calls')
    .select('created_at')
    .where('practice_id', '=', p.practiceId)
    .where('phone_number_id', '=', p.phoneNumberId)
    .orderBy('created_at', 'desc')
    .limit(1),
)
const lastTextTo = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db
    .selectFrom('messages')
    .select('created_at')
    .where('practice_id', '=', p.practiceId)
    .where('to_number', '=', p.phoneNumber)
    .orderBy('created_at', 'desc')
    .limit(1),
)
const lastTextFrom = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db
    .selectFrom('messages')
    .select('created_at')
    .where('practice_id', '=', p.practiceId)
    .where('from_number', '=', p.phoneNumber)
    .orderBy('created_at', 'desc')
    .limit(1),
)

/** When a number last had a call and a text, in either direction; null when never. */
export function* lastActivity(
  practiceId: string,
  phone: { id: string; phoneNumber: string },
): Work<{ callAt: string | null; textAt: string | null }> {
  const call = yield* first(lastCall, { practiceId, phoneNumberId: phone.id })
  const to = yield* first(lastTextTo, { practiceId, phoneNumber: phone.phoneNumber })
  const from = yield* first(lastTextFrom, { practiceId, phoneNumber: phone.phoneNumber })
  const texts = [to?.created_at, from?.created_at].filter((at) => at !== undefined)
  return { callAt: call?.created_at ?? null, textAt: texts.sort().at(-1) ?? null }
}
