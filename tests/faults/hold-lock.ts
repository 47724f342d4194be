import Database from 'better-sqlite3'
import pg from 'pg'
import type { Lab, LabPractice } from './fault-lab.ts'

/** Another program keeps the practice from being written to until the returned function is called. */
export async function holdLock(lab: Lab, practice: LabPractice): Promise<() => Promise<void>> {
  const { address } = lab.testStore
  if (address.engine === 'sqlite') {
    const other = new Database(address.file)
    other.exec('begin immediate')
    return async () => {
      other.exec('rollback')
      other.close()
    }
  }
  const other = new pg.Client({ connectionString: address.url })
  await other.connect()
  await other.query('begin')
  await other.query('select id from practices where id = $1 for update', [practice.id])
  return async () => {
    await other.query('rollback')
    await other.end()
  }
}
