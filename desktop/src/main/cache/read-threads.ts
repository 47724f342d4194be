import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadRow } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { optOutOn, patientsOn, readOne, readRows, readSmall, readSmallOne } from './read-rows.ts'

type Filter = 'actionable' | 'waiting' | 'all'
type Counts = Record<Filter, number>
type Row = { number: string; newestId: string; newestAt: Instant; openCount: number; isOurs: number }

const AFTER_EVERYTHING = '9999-12-31T00:00:00.000Z'
// A thread put off until later is neither work nor waited for until then.
const AWAKE = 'phone_number not in (select value from json_each(?))'
const WHERE = {
  actionable: `open_count > 0 and ${AWAKE}`,
  waiting: `is_ours = 1 and open_count = 0 and ${AWAKE}`,
  all: `? is not null`,
} satisfies Record<Filter, string>
const COLUMNS = 'phone_number as number, newest_id as newestId, newest_at as newestAt, open_count as openCount, is_ours as isOurs'

/** Numbers with texts, newest first. `actionable`: a person must read something in it; `waiting`: our side wrote last and nothing is open.
 *  Threads put off until later are only among `all`. A page never ends between rows of one millisecond, so it can be a little longer. */
export function readThreads(
  db: Db,
  input: { filter: Filter; before: Instant | null; limit: number; now: Instant },
): { rows: ThreadRow[]; counts: Counts } {
  const asleep = JSON.stringify(
    readSmall(db, 'threads')
      .filter((thread) => thread.snoozedUntil !== null && thread.snoozedUntil > input.now)
      .map((thread) => thread.phoneNumber),
  )
  const page = (rest: string, ...params: (string | number)[]) =>
    db.all<Row>(`select ${COLUMNS} from thread_rows where ${WHERE[input.filter]} and ${rest}`, asleep, ...params)
  const before = input.before ?? AFTER_EVERYTHING
  const rows = page('newest_at < ? order by newest_at desc, phone_number limit ?', before, input.limit)
  const last = rows.at(-1)
  if (rows.length === input.limit && last)
    rows.push(...page('newest_at = ? and phone_number > ? order by phone_number', last.newestAt, last.number))
  return { rows: rows.map((row) => threadRow(db, row)), counts: countThreads(db, asleep) }
}

function countThreads(db: Db, asleep: string): Counts {
  const count = (filter: Filter) => db.get<{ n: number }>(`select count(*) as n from thread_rows where ${WHERE[filter]}`, asleep)!.n
  return { actionable: count('actionable'), waiting: count('waiting'), all: count('all') }
}

function threadRow(db: Db, row: Row): ThreadRow {
  const newest = readOne(db, 'messages', row.newestId)!
  const number = newest.patientNumber
  return {
    phoneNumber: number,
    newest,
    openCount: row.openCount,
    isAsked: row.isOurs === 1 && newest.asked !== 'none',
    patients: patientsOn(db, [number]),
    optOut: optOutOn(db, number),
    thread: readSmallOne(db, 'threads', number),
    changes: readRows(db, 'changes', `where message_id in (${NEWEST_TEXTS}) order by at desc, id desc limit 3`, number),
  }
}

const NEWEST_TEXTS = 'select id from messages where patient_number = ? order by created_at desc, id desc limit 10'
