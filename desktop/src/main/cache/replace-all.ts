import type { Changed, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { writePosition } from './apply-event.ts'
import { noteWhole } from './call-rows.ts'
import type { Db } from './database.ts'
import { putKind } from './put-changed.ts'
import { rebuildThreads } from './thread-rows.ts'

const WINDOW_MINUTES = 30 * 24 * 60

/** Makes the cache what the snapshot says, in one transaction. Older texts and older calls with their turns stay although a snapshot
 *  leaves them out: what was said does not change. Everything else that is not in it goes, older appointments too, since nothing would
 *  correct them; they are fetched again with their patient. The queue stays. */
export function replaceAll(db: Db, snapshot: DeskOutput<'snapshot.take'>): void {
  db.transaction(() => {
    forget(db, snapshot.entities, snapshot.at)
    for (const kind of Object.keys(snapshot.entities) as EntityKind[]) putKind(db, snapshot.entities, kind)
    for (const call of snapshot.entities.calls ?? []) if (call.status !== 'ended') noteWhole(db, call.id)
    rebuildThreads(db)
    writePosition(db, { seq: snapshot.seq, asOf: snapshot.at })
  })
}

function forget(db: Db, { practice = [], messages = [], calls = [] }: Changed, at: Instant): void {
  const isOther = db.get("select 1 from small_entities where kind = 'practice' and id != ?", practice[0]?.id ?? '') !== undefined
  for (const table of ['small_entities', 'patients', 'contact_points', 'patient_words', 'appointments', 'openings'])
    db.run(`delete from ${table}`)
  for (const table of ['leads', 'callbacks', 'alarms', 'changes']) db.run(`delete from ${table}`)
  db.run('delete from messages where created_at >= ?', isOther ? '' : oldest(messages, addMinutes(at, -WINDOW_MINUTES)))
  // Turns that were fetched are still right when the call has ended and has not changed since.
  const unchanged = JSON.stringify(Object.fromEntries(calls.filter((one) => one.status === 'ended').map((one) => [one.id, one.updatedAt])))
  db.run(
    `delete from calls where created_at >= ?
     and not exists (select 1 from json_each(?) same where same.key = calls.id and same.value = calls.updated_at and calls.is_live = 0)`,
    isOther ? '' : oldest(calls, at),
    isOther ? '{}' : unchanged,
  )
  db.run('delete from calls where is_live = 1')
  db.run('delete from call_turns where call_id not in (select id from calls)')
}

function oldest(rows: { createdAt: Instant }[], otherwise: Instant): Instant {
  return rows.reduce((least, row) => (row.createdAt < least ? row.createdAt : least), rows[0]?.createdAt ?? otherwise)
}
