import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { CallReport } from './receive-report.ts'

type Claim = { action: Change['action']; flags: string[]; made: RegExp; state: RegExp | null; words: string }

const HAVE = "(?:i|we)(?:['’]ve| have) (?:just |now |already )?"
const NOW = "(?:is|are|has been|have been|you['’]re|it['’]s|that['’]s) (?:now )?"

/** `made` tells of something just done. `state` may also describe a visit that was there before. */
const CLAIMS: Claim[] = [
  {
    action: 'appointment.booked',
    flags: ['booked', 'appointmentBooked', 'appointment_booked'],
    made: new RegExp(`\\bbooked:|\\b${HAVE}(?:booked|scheduled)\\b|\\b(?:is|are|you['’]re) now (?:booked|scheduled)\\b`, 'i'),
    state: new RegExp(`\\b(?:you are |all |${NOW})(?:all )?(?:booked|scheduled|set (?:for|on))\\b`, 'i'),
    words: 'a visit was booked',
  },
  {
    action: 'appointment.cancelled',
    flags: ['cancelled', 'canceled', 'appointmentCancelled'],
    made: new RegExp(`\\bcancell?ed:|\\b(?:${HAVE}|${NOW})cancell?ed\\b`, 'i'),
    state: null,
    words: 'a visit was cancelled',
  },
  {
    action: 'appointment.moved',
    flags: ['moved', 'rescheduled'],
    made: new RegExp(`\\bmoved:|\\b(?:${HAVE}|${NOW})(?:moved|rescheduled)\\b`, 'i'),
    state: null,
    words: 'a visit was moved',
  },
]
const CONDITIONAL = /\b(?:if|once|when|before|after|unless|until|not|would|could|should|can|may|let me|whether)\b|n['’]t\b/i
const CALLS_BACK =
  /(?:\bwill|['’]ll|\bgoing to) (?:have (?:someone|somebody|the \w+) )?(?:give you a call|(?:call|phone|ring) you|get back to you|be in touch)\b/i

/** Where the assistant told the caller of a change that the store does not have. In words for staff; null when all agrees. In a call in
 *  which visits were read out, only words about something just done count. */
export function saidButNotDone(
  report: Pick<CallReport, 'turns' | 'structuredData'>,
  done: Set<Change['action']>,
  wereVisitsRead: boolean,
): string | null {
  const missing = CLAIMS.filter(({ action, flags, made, state }) => {
    if (done.has(action)) return false
    if (flags.some((flag) => report.structuredData?.[flag] === true)) return true
    return isSaid(report.turns, made) || (state !== null && !wereVisitsRead && isSaid(report.turns, state))
  })
  if (missing.length === 0) return null
  return `The caller was told that ${missing.map((one) => one.words).join(' and ')}, but no such change was made. Phone them.`
}

/** Whether the assistant promised that somebody will phone. */
export function wasCallbackPromised(turns: CallReport['turns']): boolean {
  return isSaid(turns, CALLS_BACK)
}

function isSaid(turns: CallReport['turns'], claim: RegExp): boolean {
  return turns
    .filter((turn) => turn.role === 'assistant')
    .flatMap((turn) => turn.text.split(/(?<=[.!?])\s+/))
    .some((sentence) => {
      const at = sentence.search(claim)
      const isQuestion = /\?\s*$/.test(sentence) && !/, (?:ok|okay|right|alright|all right)\?\s*$/i.test(sentence)
      return at >= 0 && !isQuestion && !CONDITIONAL.test(sentence.slice(0, at))
    })
}
