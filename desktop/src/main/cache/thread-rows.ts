import type { Db } from './database.ts'

const SUMMARY = `
select m.patient_number, m.id, m.created_at,
  (select count(*) from messages o where o.patient_number = m.patient_number and o.is_open = 1), m.is_ours
from messages m`

/** Brings the thread list up to date for numbers whose texts changed. */
export function refreshThreads(db: Db, phoneNumbers: Iterable<string>): void {
  for (const number of new Set(phoneNumbers))
    db.run(
      `insert or replace into thread_rows (phone_number, newest_id, newest_at, open_count, is_ours) ${SUMMARY}
       where m.patient_number = ? order by m.created_at desc, m.id desc limit 1`,
      number,
    )
}

export function rebuildThreads(db: Db): void {
  db.run('delete from thread_rows')
  refreshThreads(
    db,
    db.all<{ number: string }>('select distinct patient_number as number from messages').map((row) => row.number),
  )
}
