import type { CallTurn } from '@dentalanswer/shared/domain/call.ts'
import { epochMs, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'

/** A turn of a transcript as it is drawn. `did` is what the machine did, for the strip; `text` is what was said or answered. */
export type Turn = { position: number; role: CallTurn['role']; time: string; did: string | null; text: string }

const TOOLS: Record<string, string> = {
  'check-availability': 'Looked up open times',
  'book-appointment': 'Tried to book',
  'move-appointment': 'Tried to move a visit',
  'cancel-appointment': 'Tried to cancel a visit',
  'confirm-appointment': 'Tried to confirm a visit',
  'my-appointments': 'Looked up their visits',
  'request-callback': 'Wrote down a callback',
  'report-emergency': 'Raised an alarm',
  'transfer-call': 'Put the call through',
  'end-call': 'Ended the call',
}
const ANSWERS: [RegExp, string][] = [
  [/^Booked:/, 'Booked in the schedule'],
  [/^Moved:/, 'Moved in the schedule'],
  [/^Cancell?ed:/, 'Cancelled in the schedule'],
  [/^Confirmed:/, 'Confirmed in the schedule'],
  [/will call you back|call (?:you|them) back on/, 'Wrote down a callback'],
  [/^I have .*(?:works best|would suit|\?)/s, 'Looked up open times'],
  [/\b911\b|emergency/i, 'Raised an alarm'],
  [/not open|just taken|could not book|cannot move/, 'Asked the schedule: not possible'],
]

/** The turns of a call. What the machine was answered is often what it says next; then the strip only says what it did. */
export function turnsOf(turns: CallTurn[], startedAt: Instant): Turn[] {
  return turns.map((one, index) => {
    const time = clockOf(startedAt, one.at)
    if (one.role !== 'tool') return { position: one.position, role: one.role, time, did: null, text: one.text }
    const isSaidNext = turns.slice(index + 1, index + 3).some((next) => next.role === 'assistant' && next.text === one.text)
    const isName = /^[A-Za-z_]+$/.test(one.text.trim())
    return { position: one.position, role: one.role, time, did: toolWords(one.text), text: isSaidNext || isName ? '' : plain(one.text) }
  })
}

function toolWords(text: string): string {
  return TOOLS[toolName(text)] ?? ANSWERS.find(([shape]) => shape.test(text))?.[1] ?? 'Asked the practice’s system'
}

/** `checkAvailability` and `check_availability` are one tool. */
const toolName = (text: string) =>
  text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()

/** What looks like a machine's own notation is not shown to staff. */
const plain = (text: string) => (/^\s*[{[]/.test(text) ? '' : text)

function clockOf(from: Instant, at: Instant): string {
  const seconds = Math.max(0, Math.round((epochMs(at) - epochMs(from)) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
