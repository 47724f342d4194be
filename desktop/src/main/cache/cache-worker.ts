import { parentPort, workerData } from 'node:worker_threads'
import type { CacheJob } from './cache-job.ts'
import { doCacheJob } from './do-cache-job.ts'

// The thread for one job: started with it, it answers and ends.
parentPort?.postMessage(doCacheJob(workerData as CacheJob))
