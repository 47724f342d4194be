import type { LineState } from '../../ipc/line-state.ts'
import type { Times } from '../ui/times.ts'

const CLOCK_TROUBLE_MS = 2 * 60_000

type LineWords = { tone: 'green' | 'amber' | 'red'; words: string }

/** What the footer says about the connection: how far what is shown can be trusted first, the cause after it. */
export function lineWords(line: LineState, times: Times | null): LineWords {
  const asOf = line.asOf && times ? `, as of ${times.time(line.asOf)}` : ''
  if (line.state === 'live') return liveWords(line.clockOffsetMs)
  if (line.state === 'connecting') return { tone: 'amber', words: `Connecting${asOf}` }
  if (line.state === 'offline') {
    const cause = line.reason ?? 'The relay cannot be reached.'
    return { tone: 'amber', words: `Offline${asOf}. Changes wait here. ${cause}` }
  }
  if (line.state === 'outdated') return { tone: 'red', words: `Not connected${asOf}. ${line.reason ?? ''}`.trim() }
  return { tone: 'red', words: `Not paired${asOf}. Nothing can be changed here.` }
}

function liveWords(clockOffsetMs: number): LineWords {
  if (Math.abs(clockOffsetMs) < CLOCK_TROUBLE_MS) return { tone: 'green', words: 'Live, all changes received' }
  const minutes = Math.round(Math.abs(clockOffsetMs) / 60_000)
  const words = `Live. This computer’s clock is ${minutes} min ${clockOffsetMs > 0 ? 'behind' : 'ahead'}; times shown are right.`
  return { tone: 'amber', words }
}
