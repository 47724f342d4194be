import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mark } from '../marks.ts'
import '../watch-app.ts'

// The built desk, unchanged, with a watch around it.

await import(pathToFileURL(join(process.env.BENCH_DESK!, 'dist/main/main.js')).href)
mark('main')
