import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { CallReport } from './receive-report.ts'

const CLAIMS: { action: Change['action']; flags: string[]; said: RegExp; words: string }[] = [
  {
    action: 'appointment.booked',
    flags: ['booked', 'appointmentBooked', 'appointment_booked'],
    said: /\b(you('|’)re|you are|it('|’)s|that('|’)s|is|all) (now )?(booked|all set|scheduled)\b|\bbooked:|\bi('|’)ve (booked|scheduled)\b/i,
    words: 'a visit was booked',
  },
  {
    action: 'appointment.cancelled',
    flags: ['cancelled', 'canceled', 'appointmentCancelled'],
    said: /\b(is|has been|i('|’)ve) (now )?cancell?ed\b/i,
    words: 'a visit was cancelled',
  },
  {
    action: 'appointment.moved',
    flags: ['moved', 'rescheduled'],
    said: /\b(is|has been|i('|’)ve) (now )?(moved|rescheduled)\b/i,
    words: 'a visit was moved',
  },
]
const CONDITIONAL = /\b(if|once|when|before|after|unless|not|n't|would|could)\b|\?$/i

/** Where the assistant told the caller of a change that the store does not have. In words for staff; null when all agrees. */
export function saidButNotDone(report: Pick<CallReport, 'turns' | 'structuredData'>, done: Set<Change['action']>): string | null {
  const sentences = report.turns.filter((turn) => turn.role === 'assistant').flatMap((turn) => turn.text.split(/(?<=[.!?])\s+/))
  const missing = CLAIMS.filter(({ action, flags, said }) => {
    if (done.has(action)) return false
    if (flags.some((flag) => report.structuredData?.[flag] === true)) return true
    return sentences.some((sentence) => said.test(sentence) && !CONDITIONAL.test(sentence))
  })
  if (missing.length === 0) return null
  return `The caller was told that ${missing.map((one) => one.words).join(' and ')}, but no such change was made. Phone them.`
}
