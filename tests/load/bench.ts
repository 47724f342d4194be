import { openBenchWorld } from './bench-world.ts'
import { type Measurement, tableOf, writeRun } from './measurement.ts'
import { readOptions, USAGE } from './options.ts'
import { endProcesses } from './processes.ts'
import { measureBookings } from './row-bookings.ts'
import { measureReplies } from './row-replies.ts'
import { measureSlots } from './row-slots.ts'
import { measureTools } from './row-tools.ts'
import { measureWebhooks } from './row-webhooks.ts'

const options = readOptions(process.argv.slice(2))
if (!options) { process.stderr.write(`${USAGE}\n`); process.exit(2) }
const rows: Measurement[] = []
process.once('exit', endProcesses)
if (options.rows.includes('slots')) rows.push(...measureSlots(options.isQuick))
if (options.rows.includes('replies')) rows.push(...measureReplies(options.isQuick))
for (const engine of options.engines) {
  const world = await openBenchWorld(engine, options)
  try {
    if (options.rows.includes('bookings')) rows.push(...await measureBookings(world))
    if (options.rows.includes('tools')) rows.push(...await measureTools(world))
    if (options.rows.includes('webhooks')) rows.push(...await measureWebhooks(world))
  } finally { await world.close() }
}
writeRun(options.out, new Date().toISOString(), options, rows)
console.log(tableOf(rows))
