import { randomUUID } from 'node:crypto'
import type { BenchWorld } from './bench-world.ts'
import { voiceBooking } from './booking-requests.ts'
import type { Load, LoadRequest, LoadResult } from './generator.ts'
import { type Given, type Measurement, measurement } from './measurement.ts'
import { bareInserts } from './row-bookings.ts'
import type { SeededPractice } from './seed-store.ts'
import { seededRandom, shuffle, spreadOf } from './statistics.ts'
import { toolCall } from './vendor-requests.ts'

const OUTCOMES: Load['outcomes'] = [
  ['booked', '"Booked: '],
  ['taken', 'That time was just taken'],
  ['not open', 'That time is not open'],
  ['nothing then', 'Nothing is open then'],
  ['nothing at all', 'I find nothing open'],
  ['offered', 'I have .*Which works best'],
  ['failed', 'I am sorry'],
]
const SOON =
  'tomorrow|next Tuesday morning|next week|in two weeks|Friday afternoon|Thursday after 2 pm|next month|as soon as possible'.split('|')
const LATER = ['{day}', '{day} in the morning', '{day} after 2 pm', 'the week of {day}', '{day} at 10 am']
const FURTHEST_DAY = 50
const dayName = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' })
const PER_SECOND = { sqlite: 300, postgres: 200 }
const BOOKINGS_IN_TEN = 3
const TAKEN_IN_TEN_BOOKINGS = 1
const WARM_UP_SECONDS = 4

/** Tool calls of many callers of many practices at a steady rate, whatever the relay does, measured from the moment they were due. */
export async function measureTools(world: BenchWorld): Promise<Measurement[]> {
  const perSecond = PER_SECOND[world.engine]
  const seconds = world.isQuick ? 5 : 20
  const bareSeconds = world.isQuick ? 2 : 5
  const count = perSecond * (seconds + WARM_UP_SECONDS)
  const load = { kind: 'open', perSecond, seconds, warmUp: perSecond * WARM_UP_SECONDS, outcomes: OUTCOMES } as const
  const bareCpuBefore = world.bare.cpuMs()
  const bareCount = perSecond * (bareSeconds + WARM_UP_SECONDS)
  const bare = await world.generator.ask({ ...load, seconds: bareSeconds, url: world.bare.url, requests: bareInserts(bareCount) })
  const bareCpuMs = (world.bare.cpuMs() - bareCpuBefore) / bareCount
  const requests = toolRequests(world.practices, count)
  // The relay starts a new measurement of its event loop each time it is asked.
  await world.relay.metric('nodejs_eventloop_lag_p99_seconds')
  const cpuBefore = world.relay.cpuMs()
  const result = await world.generator.ask({ ...load, url: world.relay.url, requests })
  const cpuMs = (world.relay.cpuMs() - cpuBefore) / count
  const loopMs = (await world.relay.metric('nodejs_eventloop_lag_p99_seconds')) * 1_000
  return rowsOf(world, result, bare, { loopMs, cpuMs, bareCpuMs }, perSecond)
}

function rowsOf(
  world: BenchWorld,
  result: LoadResult,
  bare: LoadResult,
  server: { loopMs: number; cpuMs: number; bareCpuMs: number },
  perSecond: number,
): Measurement[] {
  const { engine } = world
  const baseline = spreadOf(bare.tags.insert?.latenciesMs ?? [])
  const row = (given: Omit<Given, 'engine' | 'unit'>) => measurement({ ...given, engine, unit: 'ms' })
  const lateness = spreadOf(result.latenessMs)
  const rows = Object.entries(result.tags).flatMap(([tool, { latenciesMs, outcomes, examples }]) => {
    const spread = spreadOf(latenciesMs)
    const name = (part: string) => `${tool} at ${perSecond}/s, ${part}`
    const shares = Object.fromEntries(Object.entries(outcomes).map(([outcome, times]) => [outcome, times / latenciesMs.length]))
    const most = engine === 'sqlite' ? { p50: 3, p99: 15, p999: 40 } : { p50: undefined, p99: 40, p999: undefined }
    const targetOf = (bound: number | undefined) => (bound === undefined ? {} : { target: { most: bound } })
    return [
      row({
        name: name('p50'),
        value: spread.p50,
        baseline: baseline.p50,
        ...targetOf(most.p50),
        detail: { spread, shares, examples, baseline },
      }),
      row({ name: name('p99'), value: spread.p99, baseline: baseline.p99, ...targetOf(most.p99) }),
      row({ name: name('p99.9'), value: spread.p999, baseline: baseline.p999, ...targetOf(most.p999) }),
    ]
  })
  return [
    ...rows,
    row({ name: 'processor time of the relay for each tool call', value: server.cpuMs, baseline: server.bareCpuMs }),
    row({
      name: 'event loop of the relay meanwhile, p99',
      value: server.loopMs,
      target: { most: 20 },
      detail: { note: 'sampled every 10 ms, so 10 is idle' },
    }),
    row({
      name: 'load generator behind its schedule, p99',
      value: lateness.p99,
      detail: { lateness, baseline: spreadOf(bare.latenessMs) },
    }),
  ]
}

/** Two questions and one booking to a call, roughly; every tenth booking asks for a time that is taken. */
function toolRequests(practices: SeededPractice[], count: number): LoadRequest[] {
  const random = seededRandom(11)
  const stock = practices.map((practice) => ({
    practice,
    free: shuffle([...practice.visits.free], random),
    taken: shuffle(
      practice.visits.taken.filter((start) => Date.parse(start.startsAt) > Date.now() + 86_400_000),
      random,
    ),
  }))
  return Array.from({ length: count }, () => {
    const { practice, free, taken } = stock[Math.floor(random() * stock.length)]!
    const patient = practice.patients[Math.floor(random() * practice.patients.length)]!
    if (random() * 10 < BOOKINGS_IN_TEN) {
      const start = (random() * 10 < TAKEN_IN_TEN_BOOKINGS ? taken : free).pop()
      if (start) return voiceBooking(practice, patient, start)
    }
    const { firstName, lastName } = random() < 0.5 ? patient : { firstName: '', lastName: '' }
    const when = wordsForDay(random)
    const appointmentType = random() < 0.6 ? 'cleaning' : 'filling'
    return toolCall(practice, { callId: randomUUID(), number: patient.phoneNumber }, 'check-availability', {
      when,
      appointmentType,
      ...(firstName && { firstName, lastName }),
    })
  })
}

/** A third asks for something near, the others for a day of the next seven weeks. */
function wordsForDay(random: () => number): string {
  if (random() < 0.33) return SOON[Math.floor(random() * SOON.length)]!
  const day = new Date(Date.now() + Math.ceil(random() * FURTHEST_DAY) * 86_400_000)
  const workday = new Date(day.getTime() + [1, 0, 0, 0, 0, 0, 2][day.getUTCDay()]! * 86_400_000)
  return LATER[Math.floor(random() * LATER.length)]!.replace('{day}', dayName.format(workday))
}
