import type { LineState } from '../../ipc/line-state.ts'
import type { Times } from '../ui/times.ts'

const CLOCK_TROUBLE_MS = 2 * 60_000

/** What the footer says about the connection, with the age of what is shown when it is not live. */
export function lineWords(line: LineState, times: Times | null): { tone: 'green' | 'amber' | 'red'; words: string } {
  const asOf = line.asOf && times ? ` Everything shown is as of ${times.time(line.asOf)}.` : ''
  if (line.state === 'live') {
    const minutes = Math.round(Math.abs(line.clockOffsetMs) / 60_000)
    if (Math.abs(line.clockOffsetMs) < CLOCK_TROUBLE_MS) return { tone: 'green', words: 'Live, all changes received' }
    return {
      tone: 'amber',
      words: `Live. This computer’s clock is ${minutes} min ${line.clockOffsetMs > 0 ? 'behind' : 'ahead'}; times shown are right.`,
    }
  }
  if (line.state === 'connecting') return { tone: 'amber', words: `Connecting.${asOf}` }
  if (line.state === 'offline') return { tone: 'amber', words: `${line.reason ?? 'No connection to the relay.'}${asOf} Changes wait here.` }
  return { tone: 'red', words: `${line.reason ?? 'This desk is not connected.'}${asOf}` }
}
