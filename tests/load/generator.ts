import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

// The load generator, in a process of its own so that it does not take time from the server it measures.

export type LoadRequest = { tag: string; method: string; path: string; headers: Record<string, string>; body: string }
/** `outcomes` names what an answer may say, tried in order. Open: so many a second, whatever comes back. Closed: so many at once. */
export type Load = {
  url: string
  requests: LoadRequest[]
  outcomes: [name: string, pattern: string][]
  warmUp: number
  seconds: number
} & ({ kind: 'open'; perSecond: number } | { kind: 'closed'; connections: number })
export type TagResult = { latenciesMs: number[]; outcomes: Record<string, number>; examples: Record<string, string> }
/** `outcomes` counts every answer, those of the warm-up too; `tags` only what was measured. */
export type LoadResult = {
  tags: Record<string, TagResult>
  outcomes: Record<string, number>
  latenessMs: number[]
  seconds: number
  done: number
}

process.on('message', (load: Load) => {
  run(load).then(
    (result) => process.send!(result),
    (error: unknown) => process.send!({ failed: String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))

async function run(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.kind === 'closed' ? load.connections : 256, scheduling: 'fifo' })
  const patterns = load.outcomes.map(([name, pattern]) => ({ name, pattern: new RegExp(pattern) }))
  const result: LoadResult = { tags: {}, outcomes: {}, latenessMs: [], seconds: 0, done: 0 }
  const send = async (one: LoadRequest, since: number, isCounted: boolean) => {
    const answer = await exchange(agent, load.url, one)
    const said = patterns.find(({ pattern }) => pattern.test(answer.text))?.name ?? 'other'
    const outcome = answer.status >= 300 ? `http ${answer.status}` : said
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1
    if (!isCounted) return
    const tag = result.tags[one.tag] ?? { latenciesMs: [], outcomes: {}, examples: {} }
    result.tags[one.tag] = tag
    tag.latenciesMs.push(performance.now() - since)
    tag.outcomes[outcome] = (tag.outcomes[outcome] ?? 0) + 1
    tag.examples[outcome] ??= answer.text.slice(0, 400)
    result.done++
  }
  try {
    const started = performance.now()
    if (load.kind === 'open') await sendOnSchedule(load, send, result.latenessMs)
    else result.seconds = await sendInTurns(load, send)
    if (load.kind === 'open') result.seconds = (performance.now() - started) / 1_000
    return result
  } finally {
    agent.destroy()
  }
}

type Send = (one: LoadRequest, since: number, isCounted: boolean) => Promise<void>

/** Callers do not know of each other, so the pauses between them are exponential. A late answer never delays the next request. */
async function sendOnSchedule(load: Load & { kind: 'open' }, send: Send, latenessMs: number[]): Promise<void> {
  const underWay: Promise<void>[] = []
  const total = Math.min(load.requests.length, load.warmUp + Math.round(load.perSecond * load.seconds))
  let due = performance.now() + 20
  for (let at = 0; at < total; at++) {
    due += (-Math.log(1 - Math.random()) * 1_000) / load.perSecond
    await until(due)
    if (at >= load.warmUp) latenessMs.push(performance.now() - due)
    underWay.push(send(load.requests[at]!, due, at >= load.warmUp))
  }
  await Promise.all(underWay)
}

/** Timers are only good to a millisecond; the rest is waited out turn by turn. */
async function until(due: number): Promise<void> {
  const wait = due - performance.now()
  if (wait > 1.5) await new Promise((resolve) => setTimeout(resolve, wait - 1.2))
  while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve))
}

/** Returns the seconds that the counted requests took. */
async function sendInTurns(load: Load & { kind: 'closed' }, send: Send): Promise<number> {
  let next = 0
  let startedAt = 0
  const worker = async () => {
    while (next < load.requests.length && (startedAt === 0 || performance.now() - startedAt < load.seconds * 1_000)) {
      const at = next++
      if (at === load.warmUp) startedAt = performance.now()
      await send(load.requests[at]!, performance.now(), at >= load.warmUp)
    }
  }
  await Promise.all(Array.from({ length: load.connections }, worker))
  return (performance.now() - startedAt) / 1_000
}

function exchange(agent: Agent, url: string, one: LoadRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const failed = (error: Error & { code?: string }) => resolve({ status: 599, text: error.code ?? error.message })
    const headers = { ...one.headers, 'content-length': Buffer.byteLength(one.body) }
    const sent = request(url + one.path, { agent, method: one.method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 599, text }))
      response.on('error', failed)
    })
    sent.on('error', failed)
    sent.end(one.body)
  })
}
