import type { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { noteWholeCalls } from './call-rows.ts'
import type { Db } from './database.ts'
import { putChanged } from './put-changed.ts'

export type Position = { seq: number; asOf: Instant }

/** The last event applied, and the last moment at which everything kept was true. Null before the first snapshot. */
export function readPosition(db: Db): Position | null {
  return db.get<Position>('select seq, as_of as asOf from position') ?? null
}

export function writePosition(db: Db, { seq, asOf }: Position): void {
  db.run('insert or replace into position (one, seq, as_of) values (1, ?, ?)', seq, asOf)
}

/** Applies the event after the last one, with the position, in one transaction. `known`: it was applied before. `gap`: one before it is
 *  missing (or no snapshot was taken yet), and nothing was applied. */
export function applyEvent(db: Db, event: DeskEvent): 'applied' | 'known' | 'gap' {
  return db.transaction(() => {
    const position = readPosition(db)
    if (!position || event.seq > position.seq + 1) return 'gap'
    if (event.seq <= position.seq) return 'known'
    putChanged(db, event.changed)
    noteWholeCalls(db, event.changed, event.at)
    writePosition(db, { seq: event.seq, asOf: later(position.asOf, event.at) })
    return 'applied'
  })
}

/** Everything kept was still true at that moment. It moves back only when what was kept is known to be wrong. */
export function touch(db: Db, asOf: Instant, isCorrection = false): void {
  if (isCorrection) db.run('update position set as_of = ?', asOf)
  else db.run('update position set as_of = max(as_of, ?)', asOf)
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
