/** How a line that is not ours behaves. `voicemail`: nobody picks up, so its carrier's voicemail does; `off`: it cannot be reached. */
export type OutsideLine = {
  answers: 'person' | 'nobody' | 'busy' | 'voicemail' | 'off'
  /** When somebody or voicemail picks up; default 4 s for a person, 20 s for voicemail. */
  afterSeconds?: number
  forwardsTo?: string
  /** Default `always`, where `forwardsTo` is given. */
  forwards?: 'always' | 'busy' | 'no-answer'
  /** How long it rings before `no-answer` forwards; default 15 s. */
  forwardsAfterSeconds?: number
}

export type LineDoes =
  | { kind: 'answered'; by: 'person' | 'voicemail'; afterSeconds: number }
  | { kind: 'forwarded'; to: string; afterSeconds: number }
  | { kind: 'unanswered'; status: 'busy' | 'no-answer' | 'failed'; afterSeconds: number }

const PERSON_SECONDS = 4
const VOICEMAIL_SECONDS = 20
const FORWARD_SECONDS = 15
const NEVER = Number.POSITIVE_INFINITY

/** What comes of ringing a line for so many seconds. */
export function lineDoes(line: OutsideLine, ringSeconds: number): LineDoes {
  const to = line.forwardsTo
  const when = to === undefined ? null : (line.forwards ?? 'always')
  if (
    to !== undefined &&
    (when === 'always' || (when === 'busy' && line.answers === 'busy') || (when === 'no-answer' && line.answers === 'off'))
  )
    return { kind: 'forwarded', to, afterSeconds: 1 }
  if (line.answers === 'busy') return { kind: 'unanswered', status: 'busy', afterSeconds: 1 }
  if (line.answers === 'off') return { kind: 'unanswered', status: 'failed', afterSeconds: 1 }
  const pickUp = pickUpSeconds(line)
  const forward = when === 'no-answer' ? (line.forwardsAfterSeconds ?? FORWARD_SECONDS) : NEVER
  if (Math.min(pickUp, forward) > ringSeconds) return { kind: 'unanswered', status: 'no-answer', afterSeconds: ringSeconds }
  if (to !== undefined && forward < pickUp) return { kind: 'forwarded', to, afterSeconds: forward }
  return { kind: 'answered', by: line.answers === 'voicemail' ? 'voicemail' : 'person', afterSeconds: pickUp }
}

function pickUpSeconds(line: OutsideLine): number {
  if (line.answers === 'nobody') return NEVER
  return line.afterSeconds ?? (line.answers === 'person' ? PERSON_SECONDS : VOICEMAIL_SECONDS)
}
