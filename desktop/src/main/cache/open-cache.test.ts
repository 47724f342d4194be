import { execFile } from 'node:child_process'
import { existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { describe, expect, test } from 'vitest'
import { id, madeAppointment, madeEvent, madePatient, madeSnapshot, NOW } from '../../samples/entities.ts'
import type { Cache } from './cache.ts'
import { cacheFolder, KEY } from './cache-folder.ts'
import { isDamage, openDatabase } from './database.ts'
import { doCacheJob } from './do-cache-job.ts'
import { openCache, wipeCache } from './open-cache.ts'

const cancel = (key: string) => ({ name: 'appointment.cancel' as const, input: { reason: 'x' }, label: 'Cancel', key, at: NOW })

describe('opening the copy', () => {
  test.skipIf(process.platform === 'win32')('its files are for this user alone, and nothing is spilt beside them', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot())
    for (const end of ['', '-wal', '-shm']) expect(statSync(folder.file + end).mode & 0o777).toBe(0o600)
    const db = openDatabase(folder.file, KEY)
    // 2: in memory.
    expect(db.pragma('temp_store')).toBe(2)
    db.close()
  })

  test('what was written is there after closing and opening', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Garcia')] }, 12))
    const { cache, rebuilt } = folder.open()
    expect(rebuilt).toBeNull()
    expect(cache.position()).toEqual({ seq: 12, asOf: NOW })
    expect(cache.practiceId()).toBe(id('practice'))
    expect(cache.readPerson({ patientId: id('Ana Garcia') })?.patient.lastName).toBe('Garcia')
  })

  test('nothing readable lies on the disk', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Whitfield', { numbers: [77] })] }))
    const bytes = [folder.file, `${folder.file}-wal`].filter(existsSync).map((file) => readFileSync(file).toString('latin1'))
    expect(bytes.join('').length).toBeGreaterThan(4096)
    for (const text of ['Whitfield', '5550077', 'SQLite format']) expect(bytes.join('')).not.toContain(text)
  })

  test('another key makes it anew and says so', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({}, 3))
    const { cache, rebuilt } = folder.open(new Uint8Array(32).fill(8))
    expect(rebuilt).toMatch(/could not be read, so it was made anew/)
    expect(cache.position()).toBeNull()
    expect(folder.open(new Uint8Array(32).fill(8)).rebuilt).toBeNull()
  })

  test('a key of another length is refused and deletes nothing', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({}, 3))
    folder.close()
    expect(() => openCache({ file: folder.file, key: new Uint8Array(16) })).toThrow(/32 bytes/)
    expect(folder.open().cache.position()?.seq).toBe(3)
  })

  test.each([
    ['is not a database', (file: string) => writeFileSync(file, 'not a database at all'.repeat(500))],
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['lost its end', (file: string) => truncateSync(file, 5_000)],
  ])('a file that %s is made anew', (_, damage) => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Garcia')] }, 3))
    folder.close()
    damage(folder.file)
    const { cache, rebuilt } = folder.open()
    expect(rebuilt).toMatch(/made anew/)
    expect(cache.position()).toBeNull()
    cache.replaceAll(madeSnapshot({}, 4))
    expect(cache.position()?.seq).toBe(4)
  })

  test('a damaged page deep in the file is found when it is read', () => {
    using folder = cacheFolder()
    const patients = Array.from({ length: 500 }, (_, at) => madePatient('Ana Garcia', { id: id(`p${at}`) }))
    folder.open().cache.replaceAll(madeSnapshot({ patients }, 3))
    folder.close()
    const size = readFileSync(folder.file).length
    const handle = openSync(folder.file, 'r+')
    // Every table begins before the middle.
    for (let at = 0.6; at < 0.95; at += 0.01) writeSync(handle, 'x'.repeat(64), Math.floor(size * at))
    const { cache } = folder.open()
    expect(doCacheJob({ kind: 'check', file: folder.file, key: KEY })).toMatchObject({ isWhole: false })
    expect(readAll(cache, patients)).toBe('damaged')
    folder.close()
    const suspect = openCache({ file: folder.file, key: KEY, isSuspect: true })
    expect(suspect.rebuilt).toMatch(/made anew/)
    suspect.cache.close()
  })

  test('a file of another version is made anew and its unsent commands are kept in order', () => {
    using folder = cacheFolder()
    const { queue } = folder.open().cache
    for (const key of ['one', 'two']) queue.add(cancel(key))
    queue.refuse(1, { code: 'SLOT_TAKEN', message: 'That time was just booked.' })
    folder.close()
    const db = openDatabase(folder.file, KEY)
    db.pragma('user_version = 999')
    db.close()
    const { cache, rebuilt } = folder.open()
    expect(rebuilt).toMatch(/another version.* 2 changes that wait were kept/)
    expect(cache.queue.stored().map((one) => [one.key, one.state])).toEqual([
      ['one', 'refused'],
      ['two', 'waiting'],
    ])
    expect(cache.queue.list()[0]?.error?.code).toBe('SLOT_TAKEN')
  })

  test('a table that cannot be read costs the copy but not the commands', () => {
    using folder = cacheFolder()
    const patients = Array.from({ length: 200 }, (_, at) => madePatient('Ana Garcia', { id: id(`p${at}`), note: 'n'.repeat(500) }))
    const { cache: first } = folder.open()
    first.replaceAll(madeSnapshot({ patients }, 3))
    first.queue.add(cancel('one'))
    folder.close()
    const db = openDatabase(folder.file, KEY)
    const root = db.get<{ page: number }>("select rootpage as page from sqlite_master where name = 'patients'")!.page
    db.close()
    const page = 4096
    writeSync(openSync(folder.file, 'r+'), Buffer.alloc(page, 1), 0, page, (root - 1) * page)
    const { cache, rebuilt } = folder.open()
    expect(rebuilt).toMatch(/One change that waits was kept/)
    expect(cache.queue.stored().map((one) => one.key)).toEqual(['one'])
  })

  test('wiping leaves no file behind', () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot())
    folder.close()
    wipeCache(folder.file)
    for (const end of ['', '-wal', '-shm']) expect(existsSync(folder.file + end)).toBe(false)
  })
})

describe('killed half-way', () => {
  test('the position is what was applied, and nothing of the next event is there', { timeout: 30_000 }, async () => {
    using folder = cacheFolder()
    folder.open().cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Garcia')] }))
    folder.close()
    for (let round = 0; round < 3; round++) {
      const told = await applyUntilKilled(folder.file)
      const { cache, rebuilt } = folder.open()
      expect(rebuilt).toBeNull()
      const { seq } = cache.position()!
      // A commit may be on the disk before the process could say so.
      expect([told, told + 1]).toContain(seq)
      const kept = cache.readPerson({ patientId: id('Ana Garcia') })
      expect(kept?.patient.version).toBe(seq)
      expect(kept?.appointments[0]?.version).toBe(seq)
      expect(cache.queue.count()).toBeGreaterThanOrEqual(told)
      expect(
        cache.applyEvent(
          madeEvent(seq + 1, {
            appointments: [madeAppointment('visit', { version: seq + 1 })],
            patients: [madePatient('Ana Garcia', { version: seq + 1 })],
          }),
        ),
      ).toBe('applied')
      cache.queue.add(cancel(`event ${seq + 1}`))
      folder.close()
    }
  })
})

function readAll(cache: Cache, patients: Patient[]): string {
  try {
    for (const one of patients) cache.readPerson({ patientId: one.id })
    return 'read'
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw error
  }
}

/** Applies events in another process until it is killed; the last one it said it had applied. */
function applyUntilKilled(file: string): Promise<number> {
  const child = execFile(process.execPath, [new URL('../../samples/apply-for-ever.ts', import.meta.url).pathname, file])
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (text: string) => {
      said += text
      if (said.split('\n').length > 40) child.kill('SIGKILL')
    })
    child.stderr!.on('data', (text: string) => reject(new Error(text)))
    child.on('exit', () => resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))))
  })
}
