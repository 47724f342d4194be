import type { Changed, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { readPosition, writePosition } from './apply-event.ts'
import { noteWhole } from './call-rows.ts'
import type { Db } from './database.ts'
import { markCallsFrom, markSnapshotDays, SNAPSHOT_DAYS } from './marks.ts'
import { putKind } from './put-changed.ts'
import { rebuildThreads } from './thread-rows.ts'

const WINDOW_MINUTES = SNAPSHOT_DAYS.back * 24 * 60
/** A snapshot brings no more texts than this, the newest. */
const MOST_TEXTS = 10_000

type Snapshot = DeskOutput<'snapshot.take'>

/** Makes the cache what the snapshot says, in one transaction. Older texts and older calls with their turns stay although a snapshot
 *  leaves them out: what was said does not change. (Unless the desk was away so long that something is missing in between.) Everything else that is not in it goes, older appointments too, since nothing would
 *  correct them; they are fetched again with their patient. The queue stays. */
export function replaceAll(db: Db, snapshot: Snapshot): void {
  db.transaction(() => {
    const gapFrom = gapSince(db, snapshot)
    forget(db, snapshot.entities, snapshot.at, gapFrom)
    markKept(db, snapshot, gapFrom)
    for (const kind of Object.keys(snapshot.entities) as EntityKind[]) putKind(db, snapshot.entities, kind)
    for (const call of snapshot.entities.calls ?? []) if (call.status !== 'ended') noteWhole(db, call.id)
    rebuildThreads(db)
    writePosition(db, { seq: snapshot.seq, asOf: snapshot.at })
  })
}

/** What is missing between what was kept and what the snapshot brings: older texts or calls must not stand there as if nothing had been
 *  said in between. */
type Gap = { texts: boolean; calls: boolean }

function gapSince(db: Db, { entities, at }: Snapshot): Gap {
  const practiceId = entities.practice?.[0]?.id ?? ''
  const isOther = db.get("select 1 from small_entities where kind = 'practice' and id != ?", practiceId) !== undefined
  const until = readPosition(db)?.asOf
  if (isOther || until === undefined) return { texts: true, calls: true }
  const textsFrom = addMinutes(at, -WINDOW_MINUTES)
  const isCut = (entities.messages?.length ?? 0) >= MOST_TEXTS
  const firstText = isCut ? oldest(entities.messages ?? [], textsFrom) : textsFrom
  return { texts: until < firstText, calls: until < oldest(entities.calls ?? [], at) }
}

function markKept(db: Db, { entities, at }: Snapshot, gap: Gap): void {
  const [practice] = entities.practice ?? []
  if (practice) markSnapshotDays(db, at, practice.timeZone)
  if (gap.texts) db.run('delete from whole_threads')
  if (!gap.calls) return
  const last = (entities.calls ?? []).reduce<Call | null>((least, one) => (!least || isOlder(one, least) ? one : least), null)
  markCallsFrom(db, last ? { at: last.createdAt, id: last.id } : { at, id: null })
}

const isOlder = (one: Call, other: Call) => one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id)

function forget(db: Db, { messages = [], calls = [] }: Changed, at: Instant, gap: Gap): void {
  for (const table of ['small_entities', 'patients', 'contact_points', 'patient_words', 'appointments', 'openings'])
    db.run(`delete from ${table}`)
  for (const table of ['leads', 'callbacks', 'alarms', 'changes']) db.run(`delete from ${table}`)
  db.run('delete from messages where created_at >= ?', gap.texts ? '' : oldest(messages, addMinutes(at, -WINDOW_MINUTES)))
  // Turns that were fetched are still right when the call has ended and has not changed since.
  const unchanged = JSON.stringify(Object.fromEntries(calls.filter((one) => one.status === 'ended').map((one) => [one.id, one.updatedAt])))
  db.run(
    `delete from calls where created_at >= ?
     and not exists (select 1 from json_each(?) same where same.key = calls.id and same.value = calls.updated_at and calls.is_live = 0)`,
    gap.calls ? '' : oldest(calls, at),
    unchanged,
  )
  db.run('delete from calls where is_live = 1')
  db.run('delete from call_turns where call_id not in (select id from calls)')
}

function oldest(rows: { createdAt: Instant }[], otherwise: Instant): Instant {
  return rows.reduce((least, row) => (row.createdAt < least ? row.createdAt : least), rows[0]?.createdAt ?? otherwise)
}
