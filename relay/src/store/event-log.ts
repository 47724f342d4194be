import { type Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import { sql } from 'kysely'
import { all, ask, type EngineName, first, query, statement, type Work } from './work.ts'

type NewEvent = { practiceId: string; seq: number; type: string; payload: string; at: string }

const insertQuiet = statement((db, p: NewEvent) =>
  db.insertInto('events').values({ practice_id: p.practiceId, seq: p.seq, type: p.type, payload: p.payload, at: p.at }),
)

/** PostgreSQL also tells the other relays, in the same statement; the note is sent when the transaction commits. */
const insertAndNotify = statement((db, p: NewEvent & { note: string }) =>
  db
    .with('added', (cte) =>
      cte
        .insertInto('events')
        .values({ practice_id: p.practiceId, seq: p.seq, type: p.type, payload: p.payload, at: p.at })
        .returning('seq'),
    )
    .selectFrom('added')
    .select(sql<string>`pg_notify('events', ${p.note})`.as('told')),
)

const after = statement((db, p: { practiceId: string; seq: number; limit: number }) =>
  db
    .selectFrom('events')
    .select(['seq', 'type', 'payload', 'at'])
    .where('practice_id', '=', p.practiceId)
    .where('seq', '>', p.seq)
    .orderBy('seq')
    .limit(p.limit),
)

const oldest = statement((db, p: { practiceId: string }) =>
  db.selectFrom('events').select('seq').where('practice_id', '=', p.practiceId).orderBy('seq').limit(1),
)

const newest = statement((db, p: { practiceId: string }) =>
  db.selectFrom('practices').select('event_seq as seq').where('id', '=', p.practiceId),
)

/** An event as it is stored and sent: `payload` holds `by` and `changed` as one JSON line. */
export type StoredEvent = { seq: number; type: string; at: string; payload: string }

export function* appendEvent(event: DeskEvent, practiceId: string, engine: EngineName): Work<StoredEvent> {
  const payload = JSON.stringify({ by: event.by, changed: event.changed })
  const row = { practiceId, seq: event.seq, type: event.type, payload, at: event.at }
  if (engine === 'postgres') yield insertAndNotify.bind({ ...row, note: `${practiceId}:${event.seq}` })
  else yield insertQuiet.bind(row)
  return { seq: event.seq, type: event.type, at: event.at, payload }
}

/** Events numbered above `seq`, oldest first. */
export function* eventsAfter(practiceId: string, seq: number, limit: number): Work<StoredEvent[]> {
  return yield* all(after, { practiceId, seq, limit })
}

/** The first and last numbers kept; `first` is null when none is. */
export function* eventRange(practiceId: string): Work<{ first: number | null; last: number }> {
  const oldestRow = yield* first(oldest, { practiceId })
  const newestRow = yield* first(newest, { practiceId })
  return { first: oldestRow ? Number(oldestRow.seq) : null, last: Number(newestRow?.seq ?? 0) }
}

export function readStoredEvent(stored: StoredEvent): DeskEvent {
  const { by, changed } = JSON.parse(stored.payload) as { by: unknown; changed: Changed }
  return DeskEvent.parse({ seq: stored.seq, type: stored.type, at: stored.at, by, changed })
}

/** Deletes events older than `before`, keeping each practice's newest `keep`. At most 10,000 at a time; returns how many went. */
export function* pruneEvents(before: string, keep: number): Work<number> {
  const old = sql`select e.practice_id, e.seq from events e where e.at < ${before} limit 5000`
  const surplus = sql`select e.practice_id, e.seq from practices p join events e on e.practice_id = p.id and e.seq <= p.event_seq - ${sql.lit(keep)} limit 5000`
  let count = 0
  for (const doomed of [old, surplus]) {
    const rows = yield* ask(query((db) => db.deleteFrom('events').where(sql<boolean>`(practice_id, seq) in (${doomed})`).returning('seq')))
    count += rows.length
  }
  return count
}
