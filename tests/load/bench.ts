import { setTimeout as sleep } from 'node:timers/promises'
import { type BenchWorld, openBenchWorld } from './bench-world.ts'
import { type Measurement, tableOf, waitedMs, writeRun } from './measurement.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { endProcesses } from './processes.ts'
import { measureBookings } from './row-bookings.ts'
import { measureDesk } from './row-desk.ts'
import { measureFeed } from './row-feed.ts'
import { measureOnboarding } from './row-onboarding.ts'
import { measureReplies } from './row-replies.ts'
import { measureSlots } from './row-slots.ts'
import { measureTools } from './row-tools.ts'
import { measureWebhooks } from './row-webhooks.ts'

const LONGEST_MS = 15 * 60_000
const say = (text: string) => process.stderr.write(`${text}\n`)

type PerWorld = { name: Options['rows'][number]; measure(world: BenchWorld): Promise<Measurement[]> }

/** In this order: the calmest database first, the fullest last. */
const perWorldRows: PerWorld[] = [
  { name: 'tools', measure: measureTools },
  { name: 'webhooks', measure: measureWebhooks },
  { name: 'feed', measure: measureFeed },
  { name: 'bookings', measure: measureBookings },
]

const options = readOptions(process.argv.slice(2))
if (options) await runBench(options)
else {
  say(USAGE)
  process.exitCode = 2
}

/** Measures and prints; a missed target is a finding, not a failure. */
async function runBench(options: Options): Promise<void> {
  const startedAt = new Date()
  const waitedBefore = waitedMs()
  process.once('exit', endProcesses)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  setTimeout(() => {
    say('The bench took too long and was ended.')
    process.exit(1)
  }, LONGEST_MS).unref()

  const rows: Measurement[] = []
  try {
    await measureAll(options, rows)
  } finally {
    const tookMs = Date.now() - startedAt.getTime()
    const waited = Math.round((100 * (waitedMs() - waitedBefore)) / tookMs)
    writeRun(options.out, startedAt.toISOString(), { ...options, waitedForProcessorPercent: waited }, rows)
    process.stdout.write(`${tableOf(rows)}\n\n${Math.round(tookMs / 1_000)} s, details in ${options.out}\n`)
    process.stdout.write(`Something waited for a processor during ${waited} % of it; above 50 % compare ratios and processor time only.\n`)
  }
}

/** Adds to `rows` as it goes, so that what was measured is kept when something fails later. */
async function measureAll(options: Options, rows: Measurement[]): Promise<void> {
  const { rows: wanted, isQuick } = options
  if (wanted.includes('slots')) rows.push(...measureSlots(isQuick))
  if (wanted.includes('replies')) rows.push(...measureReplies(isQuick))
  if (wanted.includes('desk')) await measureDesk(rows, isQuick, say)
  for (const engine of options.engines) {
    if (wanted.includes('onboarding')) {
      say(`${engine}: onboarding`)
      rows.push(...(await measureOnboarding(engine, isQuick)))
    }
    const perWorld = perWorldRows.filter(({ name }) => wanted.includes(name))
    if (perWorld.length === 0) continue
    say(`${engine}: filling a database`)
    const world = await openBenchWorld(engine, options)
    try {
      for (const { name, measure } of perWorld) {
        say(`${engine}: ${name}`)
        rows.push(...(await measure(world)))
      }
    } finally {
      await world.close()
    }
    // Both engines begin on a machine that has written what it had to write.
    await sleep(1_000)
  }
}
