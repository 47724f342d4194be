import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CallReport } from '../calls/receive-report.ts'
import { fieldsOf, textOf } from './tool-calls.ts'

const LONGEST_TURN = 4_000
const MOST_TURNS = 1_000
const LONGEST_STRUCTURED = 20_000
const ROLES: Record<string, 'caller' | 'assistant' | 'tool'> = {
  user: 'caller',
  bot: 'assistant',
  assistant: 'assistant',
  tool_calls: 'tool',
  tool_call_result: 'tool',
  tool: 'tool',
}

/** An end-of-call-report, or a finished call as the API returns it, in our words. Everything in it may be missing. */
export function readCallReport(message: unknown, externalId: string, now: Instant): CallReport {
  const fields = fieldsOf(message)
  const artifact = fieldsOf(fields.artifact)
  const analysis = fieldsOf(fields.analysis)
  const startedAt = readInstant(fields.startedAt)
  const cost =
    typeof fields.cost === 'number' && Number.isFinite(fields.cost) && fields.cost >= 0 ? Math.round(fields.cost * 1_000_000) : null
  const structured = fieldsOf(analysis.structuredData)
  const hasRecording = artifact.recording !== undefined || textOf(artifact.recordingUrl ?? fields.recordingUrl, 2_000) !== ''
  return {
    startedAt,
    endedAt: readInstant(fields.endedAt),
    endedReason: textOf(fields.endedReason, 200) || null,
    summary: textOf(analysis.summary ?? fields.summary, 4_000) || null,
    structuredData: isKept(structured) ? structured : null,
    successEvaluation: textOf(analysis.successEvaluation, 200) || null,
    costMicrodollars: cost !== null && cost < 2_000_000_000 ? cost : null,
    // Recordings are fetched with our key by call id; the raw addresses no longer download and must not be kept.
    recordingRef: hasRecording ? `vapi:${externalId}` : null,
    turns: readTurns(artifact.messages ?? fields.messages, textLines(artifact.transcript ?? fields.transcript), startedAt ?? now),
  }
}

/** Every desk is sent it with the call, so only answers to a few questions are kept, not a document. */
function isKept(structured: Record<string, unknown>): boolean {
  return Object.keys(structured).length > 0 && JSON.stringify(structured).length <= LONGEST_STRUCTURED
}

/** The `AI:` and `User:` lines of a transcript, as the messages they would have been. */
function textLines(transcript: unknown): unknown[] {
  if (typeof transcript !== 'string') return []
  return transcript.split('\n').flatMap((line) => {
    const [, who, message] = /^(AI|User): (.*)$/.exec(line) ?? []
    return message ? [{ role: who === 'User' ? 'user' : 'bot', message }] : []
  })
}

function readTurns(given: unknown, lines: unknown[], startedAt: Instant): CallReport['turns'] {
  const messages = Array.isArray(given) && given.length > 0 ? given : lines
  return messages.slice(0, MOST_TURNS).flatMap((item) => {
    const turn = fieldsOf(item)
    const role = ROLES[textOf(turn.role, 40)]
    const text = textOf(turn.message ?? turn.content ?? turn.result ?? (role === 'tool' ? turn.name : ''), LONGEST_TURN)
    if (!role || !text) return []
    const seconds = typeof turn.secondsFromStart === 'number' && turn.secondsFromStart >= 0 ? Math.min(turn.secondsFromStart, 86_400) : 0
    return [{ role, text, at: toInstant(Date.parse(startedAt) + Math.round(seconds * 1_000)) }]
  })
}

export function readInstant(value: unknown): Instant | null {
  const ms = typeof value === 'number' ? value : typeof value === 'string' && value.length < 40 ? Date.parse(value) : Number.NaN
  return Number.isFinite(ms) && ms > 0 && ms < 4e12 ? toInstant(ms) : null
}
