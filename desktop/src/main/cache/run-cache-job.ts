import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CacheJob, CacheJobDone } from './cache-job.ts'

// Run from its sources, as in tests, the worker is a source too; the build lays both into one folder.
const WORKER = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'cache-worker.ts' : 'cache-worker.js')

/** Does a job in a thread of its own. When `signal` aborts, the thread is ended first, then this rejects: nobody holds the file any more. */
export async function runCacheJob(job: CacheJob, signal: AbortSignal): Promise<CacheJobDone> {
  signal.throwIfAborted()
  const transferList = job.kind === 'replace' ? [job.snapshot.buffer as ArrayBuffer] : []
  const worker = new Worker(WORKER, { workerData: job, transferList, execArgv: [] })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await answerOf(worker, signal)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function answerOf(worker: Worker, signal: AbortSignal): Promise<CacheJobDone> {
  return new Promise((resolve, reject) => {
    let done: CacheJobDone | null = null
    worker.once('message', (answer: CacheJobDone) => {
      done = answer
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      if (done) resolve(done)
      else reject(signal.aborted ? signal.reason : new Error('the cache’s worker ended without an answer'))
    })
  })
}
