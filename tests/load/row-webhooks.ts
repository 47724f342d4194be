import { randomUUID } from 'node:crypto'
import type { BenchWorld } from './bench-world.ts'
import type { Load, LoadRequest } from './generator.ts'
import { type Measurement, measurement } from './measurement.ts'
import { replyTexts } from './reply-texts.ts'
import { bareInserts } from './row-bookings.ts'
import { spreadOf } from './statistics.ts'
import { inboundText, statusUpdate } from './vendor-requests.ts'

const PER_SECOND = 100
const OUTCOMES: Load['outcomes'] = [['acknowledged', '^(<\\?xml.*<Response/>|{})$']]

/** How long a vendor waits for its acknowledgement: signed texts from patients, and what the voice service tells about its calls. */
export async function measureWebhooks(world: BenchWorld): Promise<Measurement[]> {
  const seconds = world.isQuick ? 2 : 6
  const warmUp = PER_SECOND
  const count = warmUp + PER_SECOND * seconds
  const load = { kind: 'open', perSecond: PER_SECOND, seconds, warmUp, outcomes: OUTCOMES } as const
  const bare = await world.generator.ask({ ...load, url: world.bare.url, requests: bareInserts(count) })
  const baseline = spreadOf(bare.tags.insert!.latenciesMs)
  const kinds = [
    { name: 'text from a patient', requests: texts(world, count) },
    { name: 'status of a call', requests: statuses(world, count) },
  ]
  const rows: Measurement[] = []
  for (const { name, requests } of kinds) {
    const result = await world.generator.ask({ ...load, url: world.relay.url, requests })
    const [tag] = Object.values(result.tags)
    const spread = spreadOf(tag!.latenciesMs)
    const row = { engine: world.engine, unit: 'ms' } as const
    const detail = { spread, outcomes: tag!.outcomes, lateness: spreadOf(result.latenessMs) }
    rows.push(
      measurement({ ...row, name: `webhook: ${name} at ${PER_SECOND}/s, p50`, value: spread.p50, baseline: baseline.p50, detail }),
      measurement({
        ...row,
        name: `webhook: ${name} at ${PER_SECOND}/s, p99`,
        value: spread.p99,
        baseline: baseline.p99,
        target: { most: 30 },
      }),
    )
  }
  return rows
}

function texts(world: BenchWorld, count: number): LoadRequest[] {
  return Array.from({ length: count }, (_, at) => {
    const practice = world.practices[at % world.practices.length]!
    const patient = practice.patients[Math.floor(at / world.practices.length) % practice.patients.length]!
    return inboundText(world.relay.url, practice, patient.phoneNumber, replyTexts[at % replyTexts.length]!)
  })
}

/** Each call rings, is talked to and ends. */
function statuses(world: BenchWorld, count: number): LoadRequest[] {
  const requests: LoadRequest[] = []
  for (let at = 0; requests.length < count; at++) {
    const practice = world.practices[at % world.practices.length]!
    const caller = { callId: randomUUID(), number: practice.patients[at % practice.patients.length]!.phoneNumber }
    for (const status of ['ringing', 'in-progress', 'ended']) requests.push(statusUpdate(practice, caller, status))
  }
  return requests
}
