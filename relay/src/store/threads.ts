import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Thread } from '@dentalanswer/shared/domain/thread.ts'
import type { Tx } from './transaction.ts'
import { all, first, run, statement, type Work } from './work.ts'

type ThreadRow = {
  phone_number: string
  taken_over_by: string | null
  taken_over_at: string | null
  snoozed_until: string | null
  updated_at: string
}

const byNumber = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db.selectFrom('threads').selectAll().where('practice_id', '=', p.practiceId).where('phone_number', '=', p.phoneNumber),
)
const inForce = statement((db, p: { practiceId: string; now: string }) =>
  db
    .selectFrom('threads')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where((eb) => eb.or([eb('taken_over_by', 'is not', null), eb('snoozed_until', '>', p.now)]))
    .orderBy('phone_number'),
)
const put = statement(
  (
    db,
    p: {
      practiceId: string
      phoneNumber: string
      takenOverBy: string | null
      takenOverAt: string | null
      snoozedUntil: string | null
      updatedAt: string
    },
  ) => {
    const state = { taken_over_by: p.takenOverBy, taken_over_at: p.takenOverAt, snoozed_until: p.snoozedUntil, updated_at: p.updatedAt }
    return db
      .insertInto('threads')
      .values({ practice_id: p.practiceId, phone_number: p.phoneNumber, ...state })
      .onConflict((conflict) => conflict.columns(['practice_id', 'phone_number']).doUpdateSet(state))
  },
)

// The casts are safe because only parsed values are ever written.
const readThread = (row: ThreadRow): Thread => ({
  phoneNumber: row.phone_number as PhoneNumber,
  takenOverBy: row.taken_over_by,
  takenOverAt: row.taken_over_at as Thread['takenOverAt'],
  snoozedUntil: row.snoozed_until as Thread['snoozedUntil'],
  updatedAt: row.updated_at as Thread['updatedAt'],
})

/** What staff decided about the texts of a number; null when nothing. */
export function* findThread(practiceId: string, phoneNumber: string): Work<Thread | null> {
  const row = yield* first(byNumber, { practiceId, phoneNumber })
  return row ? readThread(row) : null
}

/** Every number of the practice about which a decision of the staff is in force. */
export function* decidedThreads(practiceId: string, now: string): Work<Thread[]> {
  return (yield* all(inForce, { practiceId, now })).map(readThread)
}

export function* saveThread(tx: Tx, thread: Thread): Work<Thread> {
  const saved: Thread = { ...thread, updatedAt: tx.now }
  yield* run(put, { practiceId: tx.practiceId, ...saved })
  tx.record('threads', saved, (other) => other.phoneNumber === saved.phoneNumber)
  return saved
}
