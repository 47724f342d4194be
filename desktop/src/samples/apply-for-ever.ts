import { KEY } from '../main/cache/cache-folder.ts'
import { openCache } from '../main/cache/open-cache.ts'
import { madeAppointment, madeEvent, madePatient, NOW } from './entities.ts'

// A process for the test that kills one: it applies event after event, and says each number when it is applied.
const { cache } = openCache({ file: process.argv[2]!, key: KEY })
for (let seq = cache.position()!.seq + 1; ; seq++) {
  const appointments = [madeAppointment('visit', { version: seq })]
  cache.queue.add({ name: 'appointment.cancel', input: {}, label: 'Cancel', key: `event ${seq}`, at: NOW })
  cache.applyEvent(madeEvent(seq, { appointments, patients: [madePatient('Ana Garcia', { version: seq })] }))
  process.stdout.write(`${seq}\n`)
}
