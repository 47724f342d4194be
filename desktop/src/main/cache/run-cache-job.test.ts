import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { id, madeAppointment, madePatient, madeSnapshot, minutesLater, NOW } from '../../samples/entities.ts'
import { cacheFolder, KEY } from './cache-folder.ts'
import { runCacheJob } from './run-cache-job.ts'

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const never = new AbortController().signal
const many = Array.from({ length: 20_000 }, (_, at) => madeAppointment(`visit ${at}`, { startsAt: minutesLater(at) }))
const large = () => bytesOf(madeSnapshot({ patients: [madePatient('Ana Garcia')], appointments: many }, 7))

// A thread must start and many rows be written; a busy machine takes longer than a test’s usual time.
const WITHIN = { timeout: 60_000 }

test(
  'a large snapshot is kept while the main thread goes on, and its readers see the old copy until all of it is there',
  WITHIN,
  async () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ patients: [madePatient('Leo Tran')] }, 3))
    const job = runCacheJob({ kind: 'replace', file: folder.file, key: KEY, snapshot: large() }, never)
    let isDone = false
    void job.then(() => {
      isDone = true
    })
    let longestMs = 0
    const seen = new Set<number>()
    for (let at = performance.now(); !isDone; at = performance.now()) {
      seen.add(cache.position()!.seq)
      expect(cache.readPerson({ patientId: id('Ana Garcia') })?.appointments.length ?? 'not there yet').not.toBe(0)
      await turn()
      longestMs = Math.max(longestMs, performance.now() - at)
    }
    expect(await job).toMatchObject({ kind: 'replaced', seq: 7, at: NOW })
    expect(seen).toContain(3)
    expect(cache.position()).toEqual({ seq: 7, asOf: NOW })
    expect(longestMs).toBeLessThan(250)
  },
)

test('a thread that is ended in the middle leaves the old copy, and the file free', WITHIN, async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  cache.replaceAll(madeSnapshot({ patients: [madePatient('Leo Tran')] }, 3))
  for (const afterMs of [150, 300, 450, 600]) {
    const stop = new AbortController()
    const job = runCacheJob({ kind: 'replace', file: folder.file, key: KEY, snapshot: large() }, stop.signal)
    setTimeout(() => stop.abort(), afterMs)
    const ended = await job.then(
      () => 'done',
      () => 'ended',
    )
    // Ended after its last page, it is all there.
    if (ended === 'done' || cache.position()?.seq === 7) break
    expect(cache.position()?.seq).toBe(3)
    expect(cache.readPerson({ patientId: id('Leo Tran') })).not.toBeNull()
    cache.touch(minutesLater(afterMs))
  }
  const { cache: again, rebuilt } = folder.open()
  expect(rebuilt).toBeNull()
  expect([3, 7]).toContain(again.position()?.seq)
})

test('a snapshot of another version, or none at all, changes nothing', async () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  cache.replaceAll(madeSnapshot({}, 3))
  const replace = (snapshot: Uint8Array) => runCacheJob({ kind: 'replace', file: folder.file, key: KEY, snapshot }, never)
  expect(await replace(bytesOf({ contractVersion: 9 }))).toEqual({ kind: 'otherVersion', version: 9 })
  expect(await replace(bytesOf({ ...madeSnapshot(), seq: 'seven' }))).toEqual({ kind: 'unreadable' })
  expect(await replace(new TextEncoder().encode('{"seq": 1, "ent'))).toEqual({ kind: 'unreadable' })
  expect(await runCacheJob({ kind: 'check', file: folder.file, key: KEY }, never)).toEqual({ kind: 'checked', isWhole: true })
  const wrong = new Uint8Array(32).fill(9)
  expect(await runCacheJob({ kind: 'check', file: folder.file, key: wrong }, never)).toMatchObject({
    kind: 'failed',
    code: 'SQLITE_NOTADB',
  })
  expect(cache.position()?.seq).toBe(3)
})
