import type { OptOut } from '@dentalanswer/shared/domain/patient.ts'
import type { Tx } from './transaction.ts'
import { ask, first, query, run, statement, type Work } from './work.ts'

const optOut = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db.selectFrom('opt_outs').selectAll().where('practice_id', '=', p.practiceId).where('phone_number', '=', p.phoneNumber),
)
const putOptOut = statement(
  (
    db,
    p: { practiceId: string; phoneNumber: string; source: string; messageId: string | null; optedOutAt: string; optedInAt: string | null },
  ) =>
    db
      .insertInto('opt_outs')
      .values({
        practice_id: p.practiceId,
        phone_number: p.phoneNumber,
        source: p.source,
        message_id: p.messageId,
        opted_out_at: p.optedOutAt,
        opted_in_at: p.optedInAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['practice_id', 'phone_number'])
          .doUpdateSet({ source: p.source, message_id: p.messageId, opted_out_at: p.optedOutAt, opted_in_at: p.optedInAt }),
      ),
)

function readOptOut(row: {
  phone_number: string
  source: string
  message_id: string | null
  opted_out_at: string
  opted_in_at: string | null
}): OptOut {
  return {
    phoneNumber: row.phone_number as OptOut['phoneNumber'],
    source: row.source as OptOut['source'],
    messageId: row.message_id as OptOut['messageId'],
    optedOutAt: row.opted_out_at as OptOut['optedOutAt'],
    optedInAt: row.opted_in_at as OptOut['optedInAt'],
  }
}

/** The opt-out in force for a number, or null. */
export function* activeOptOut(practiceId: string, phoneNumber: string): Work<OptOut | null> {
  const row = yield* first(optOut, { practiceId, phoneNumber })
  return row && row.opted_in_at === null ? readOptOut(row) : null
}

export function* saveOptOut(tx: Tx, one: OptOut): Work<OptOut> {
  yield* run(putOptOut, { practiceId: tx.practiceId, ...one })
  tx.record('optOuts', one, (other) => other.phoneNumber === one.phoneNumber)
  return one
}

export function* listOptOuts(practiceId: string): Work<OptOut[]> {
  return (yield* ask(
    query((db) => db.selectFrom('opt_outs').selectAll().where('practice_id', '=', practiceId).orderBy('phone_number')),
  )).map(readOptOut)
}
