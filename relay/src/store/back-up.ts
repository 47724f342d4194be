import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { StoreAddress } from './open-store.ts'
import { openSqlite } from './sqlite-store.ts'

/** Copies a SQLite database, as it stands at one moment, into a new file; a relay may go on writing meanwhile. Resolves after the copy has
 *  been read through and found whole. Throws `BAD_INPUT`, and leaves an existing file alone. */
export async function backUp(address: StoreAddress, file: string): Promise<void> {
  if (address.engine !== 'sqlite') throw new DeskError('BAD_INPUT', 'PostgreSQL is backed up with its own pg_dump.')
  if (!existsSync(address.file)) throw new DeskError('BAD_INPUT', `There is no database at ${address.file}.`)
  const target = resolve(file)
  if (existsSync(target)) throw new DeskError('BAD_INPUT', `${target} exists already. Choose a new name.`)
  const connection = openSqlite(resolve(address.file))
  try {
    await connection.backup(target)
  } finally {
    connection.close()
  }
  const copy = openSqlite(target)
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new DeskError('UNEXPECTED', `The copy at ${target} is not whole. Try again.`)
    copy.pragma('wal_checkpoint(truncate)')
  } finally {
    copy.close()
  }
}
