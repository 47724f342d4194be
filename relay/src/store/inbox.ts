import { first, run, statement, type Work } from './work.ts'

export type InboxKey = {
  source: 'vapi.tool' | 'vapi.event' | 'twilio.sms' | 'twilio.status' | 'twilio.voice' | 'desk'
  key: string
  requestHash: string
}

const insert = statement(
  (db, p: { source: string; key: string; practiceId: string; requestHash: string; answer: string; receivedAt: string }) =>
    db
      .insertInto('inbox')
      .values({
        source: p.source,
        key: p.key,
        practice_id: p.practiceId,
        request_hash: p.requestHash,
        answer: p.answer,
        received_at: p.receivedAt,
      })
      .onConflict((conflict) => conflict.columns(['source', 'key']).doNothing())
      .returning('key'),
)
const answer = statement((db, p: { source: string; key: string; answer: string }) =>
  db.updateTable('inbox').set({ answer: p.answer }).where('source', '=', p.source).where('key', '=', p.key),
)
const find = statement((db, p: { source: string; key: string }) =>
  db.selectFrom('inbox').select(['answer', 'request_hash', 'practice_id']).where('source', '=', p.source).where('key', '=', p.key),
)
const prune = statement((db, p: { before: string }) => db.deleteFrom('inbox').where('received_at', '<', p.before).returning('key'))

/** False when this request was seen before. On PostgreSQL a repeat waits here until the first one has committed. */
export function* enter(inbox: InboxKey, practiceId: string, receivedAt: string, given = ''): Work<boolean> {
  const row = yield* first(insert, { ...inbox, practiceId, answer: given, receivedAt })
  return row !== undefined
}

export function* storeAnswer(inbox: InboxKey, given: string): Work<void> {
  yield* run(answer, { source: inbox.source, key: inbox.key, answer: given })
}

export function* storedAnswer(inbox: InboxKey): Work<{ answer: string; requestHash: string; practiceId: string } | null> {
  const row = yield* first(find, { source: inbox.source, key: inbox.key })
  return row ? { answer: row.answer, requestHash: row.request_hash, practiceId: row.practice_id } : null
}

export function* pruneInbox(before: string): Work<number> {
  const { length } = (yield prune.bind({ before })) as unknown[]
  return length
}
