import { firstMs, startMeasured } from './desk-process.ts'
import { type Measurement, measurement } from './measurement.ts'
import type { DeskRelayProcess } from './row-desk.ts'

/** Pairs a new desk: the whole practice comes over as one snapshot and is put into the cache. */
export async function measurePairing(userData: string, relay: DeskRelayProcess): Promise<Measurement[]> {
  const { url, timeOffsetMs, code } = await relay.ask({ kind: 'code' })
  const app = startMeasured({ app: 'measured', userData, timeOffsetMs, until: 'live', args: [`--pair=${url},${code}`] })
  try {
    const { marks, longestBlockMs } = await app.begun()
    const pairedMs = firstMs(marks, 'answered by relay', (one) => String(one.pathname).endsWith('/pair'))
    const askedMs = firstMs(marks, 'asked', (one) => String(one.pathname).endsWith('/snapshot'))
    const answeredMs = firstMs(marks, 'answered by relay', (one) => String(one.pathname).endsWith('/snapshot'))
    const toldMs = firstMs(marks, 'push', (one) => one.kind === 'changed')
    const liveMs = firstMs(marks, 'live')
    const detail = { relayAnswers: answeredMs - askedMs, receivedParsedAndKept: toldMs - answeredMs, live: liveMs - pairedMs }
    const row = { engine: '-', unit: 'ms' } as const
    return [
      measurement({ ...row, name: 'first pairing: snapshot asked for to cache filled', value: toldMs - askedMs, detail }),
      measurement({ ...row, name: 'first pairing: answered to cache filled', value: toldMs - answeredMs }),
      measurement({ ...row, name: 'first pairing: longest block of the main thread', value: longestBlockMs }),
    ]
  } finally {
    await app.desk.close()
  }
}
