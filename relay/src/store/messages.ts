import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { sql } from 'kysely'
import type { PageStart } from './page-before.ts'
import { entityTables } from './registry.ts'
import { ask, first, query, statement, type Work } from './work.ts'

// What a patient cannot have seen. A text that waits for the morning was not read yet.
const NOT_SEEN = ['failed', 'blocked', 'undelivered', 'waiting']
/** A text may leave long after it was written; what counts for a reply is when it could be read. */
const whenSeen = sql<string>`coalesce(sent_at, created_at)`

const asks = statement((db, p: { practiceId: string; patientNumber: string; since: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('created_at', '>=', p.since)
    .where('asked', '!=', 'none')
    .where('status', 'not in', NOT_SEEN)
    .orderBy(whenSeen, 'desc')
    .orderBy('id', 'desc'),
)
const seenLast = statement((db, p: { practiceId: string; patientNumber: string; since: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('created_at', '>=', p.since)
    .where('direction', '=', 'outbound')
    .where('status', 'not in', NOT_SEEN)
    .orderBy(whenSeen, 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
const openFrom = statement((db, p: { practiceId: string; patientNumber: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('direction', '=', 'inbound')
    .where('attention', '=', sql.lit('open'))
    .orderBy('created_at'),
)
const openOfNumber = statement((db, p: { practiceId: string; patientNumber: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('attention', '=', sql.lit('open'))
    .orderBy('created_at')
    .orderBy('id'),
)
const thread = statement((db, p: { practiceId: string; patientNumber: string; at: string; id: string; limit: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('created_at', '<=', p.at)
    .where((eb) => eb.or([eb('created_at', '<', p.at), eb('id', '<', p.id)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const inboundSince = statement((db, p: { practiceId: string; patientNumber: string; since: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('created_at', '>=', p.since)
    .where('direction', '=', 'inbound')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc'),
)
const automaticSince = statement((db, p: { practiceId: string; patientNumber: string; since: string }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('practice_id', '=', p.practiceId)
    .where('patient_number', '=', p.patientNumber)
    .where('created_at', '>=', p.since)
    .where('purpose', '=', 'acknowledgement'),
)
const byProviderId = statement((db, p: { practiceId: string; providerMessageId: string }) =>
  db.selectFrom('messages').selectAll().where('practice_id', '=', p.practiceId).where('provider_message_id', '=', p.providerMessageId),
)
const ownerOfReference = statement((db, p: { id: string }) => db.selectFrom('outbox').select('practice_id').where('id', '=', p.id))
const ownerOfProviderId = statement((db, p: { providerMessageId: string }) =>
  db.selectFrom('messages').select('practice_id').where('provider_message_id', '=', p.providerMessageId),
)
const waitingAbout = statement((db, p: { practiceId: string; relatedId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('related_id', '=', p.relatedId)
    .where('status', '=', 'waiting')
    .orderBy('created_at'),
)
/** When somebody was asked, or will be. */
const whenAsked = sql<string>`coalesce(sent_at, send_after, created_at)`

const asksAbout = statement((db, p: { practiceId: string; relatedId: string; since: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('related_id', '=', p.relatedId)
    .where('direction', '=', 'outbound')
    .where('asked', '!=', 'none')
    .where((eb) => eb.or([eb('status', '=', 'waiting'), eb(whenAsked, '>', p.since)]))
    .where('status', 'not in', ['failed', 'blocked', 'undelivered'])
    .orderBy(whenAsked, 'desc')
    .orderBy('id', 'desc'),
)
/** What a reply on this number could answer: our texts since `since` that asked something and were sent, newest first. */
export function* asksSince(practiceId: string, patientNumber: PhoneNumber, since: string): Work<Message[]> {
  return yield* entityTables.messages.list(asks, { practiceId, patientNumber, since })
}

/** A thread, newest first. */
export function* threadBefore(practiceId: string, patientNumber: PhoneNumber, start: PageStart, limit: number): Work<Message[]> {
  return yield* entityTables.messages.list(thread, { practiceId, patientNumber, ...start, limit })
}

/** The newest of our texts since `since` that the patient can have read; null when there is none. */
export function* lastSeenText(practiceId: string, patientNumber: PhoneNumber, since: string): Work<Message | null> {
  return (yield* entityTables.messages.list(seenLast, { practiceId, patientNumber, since }))[0] ?? null
}

/** Texts from this number that wait for a person, oldest first. */
export function* openMessagesFrom(practiceId: string, patientNumber: PhoneNumber): Work<Message[]> {
  return yield* entityTables.messages.list(openFrom, { practiceId, patientNumber })
}

/** Texts to and from this number that wait for a person, oldest first. */
export function* openMessages(practiceId: string, patientNumber: PhoneNumber): Work<Message[]> {
  return yield* entityTables.messages.list(openOfNumber, { practiceId, patientNumber })
}

export function* inboundMessagesSince(practiceId: string, patientNumber: PhoneNumber, since: string): Work<Message[]> {
  return yield* entityTables.messages.list(inboundSince, { practiceId, patientNumber, since })
}

export function* acknowledgementsSince(practiceId: string, patientNumber: PhoneNumber, since: string): Work<number> {
  return Number((yield* first(automaticSince, { practiceId, patientNumber, since }))?.count ?? 0)
}

export function* messageOfProvider(practiceId: string, providerMessageId: string): Work<Message | null> {
  const row = yield* first(byProviderId, { practiceId, providerMessageId })
  return row ? entityTables.messages.read(row) : null
}

/** The newest `limit` messages since an instant, oldest first. */
export function* messagesSince(practiceId: string, since: string, limit: number): Work<Message[]> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('messages')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where('created_at', '>=', since)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
  return rows.map((row) => entityTables.messages.read(row)).reverse()
}

/** Which practice a status callback is about: by our own reference, else by the vendor's id. */
export function* practiceOfMessage(reference: string | null, providerMessageId: string): Work<PracticeId | null> {
  const byReference = reference ? yield* first(ownerOfReference, { id: reference }) : undefined
  const row = byReference ?? (providerMessageId ? yield* first(ownerOfProviderId, { providerMessageId }) : undefined)
  return (row?.practice_id as PracticeId | undefined) ?? null
}

/** Texts about something that have not left yet. */
export function* waitingMessagesAbout(practiceId: string, relatedId: string): Work<Message[]> {
  return yield* entityTables.messages.list(waitingAbout, { practiceId, relatedId })
}

/** Our texts about something that asked about it and went out since an instant, or still may go; newest first. */
export function* asksAboutSince(practiceId: string, relatedId: string, since: string): Work<Message[]> {
  return yield* entityTables.messages.list(asksAbout, { practiceId, relatedId, since })
}

export type ThreadFilter = 'actionable' | 'waiting' | 'all'

/** The newest message of each thread, from `start` on, newest thread first. `actionable`: something in it needs a person;
 *  `waiting`: our side wrote last. */
export function* listThreads(
  practiceId: string,
  filter: ThreadFilter,
  start: PageStart,
  limit: number,
): Work<{ newest: Message; open: number }[]> {
  const rows = yield* ask(
    query((db) => {
      let threads = db
        .selectFrom('messages as m')
        .selectAll('m')
        .select((eb) =>
          eb
            .selectFrom('messages as o')
            .select((count) => count.fn.countAll<number>().as('count'))
            .whereRef('o.practice_id', '=', 'm.practice_id')
            .whereRef('o.patient_number', '=', 'm.patient_number')
            .where('o.attention', '=', sql.lit('open'))
            .as('open_count'),
        )
        .where('m.practice_id', '=', practiceId)
        .where('m.created_at', '<=', start.at)
        .where((eb) => eb.or([eb('m.created_at', '<', start.at), eb('m.id', '<', start.id)]))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('messages as newer')
                .select('newer.id')
                .whereRef('newer.practice_id', '=', 'm.practice_id')
                .whereRef('newer.patient_number', '=', 'm.patient_number')
                .where((eb) =>
                  eb.or([
                    eb('newer.created_at', '>', eb.ref('m.created_at')),
                    eb.and([eb('newer.created_at', '=', eb.ref('m.created_at')), eb('newer.id', '>', eb.ref('m.id'))]),
                  ]),
                ),
            ),
          ),
        )
      if (filter === 'actionable')
        threads = threads.where('m.patient_number', 'in', (inner) =>
          inner
            .selectFrom('messages')
            .select('patient_number')
            .where('practice_id', '=', practiceId)
            .where('attention', '=', sql.lit('open')),
        )
      if (filter === 'waiting') threads = threads.where('m.direction', '=', 'outbound')
      return threads.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(limit)
    }),
  )
  return rows.map((row) => ({ newest: entityTables.messages.read(row), open: Number(row.open_count ?? 0) }))
}
