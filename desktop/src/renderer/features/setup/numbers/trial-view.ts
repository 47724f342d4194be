import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { NumberTrial } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Seen = { calls: Call[]; callTurns: CallTurn[]; messages: Message[] }
type CallTrial = { call: Call; turns: CallTurn[] } | null
export type TrialNow = { callIn: CallTrial; callOut: CallTrial; textIn: Message | null; textOut: Message | null }

/** Of what came and went on a number, that of staff's own phone: the newest of each of the four ways. */
export function trialNow(seen: Seen, trial: NumberTrial): TrialNow {
  const newest = <T extends { createdAt: Instant }>(list: T[]) =>
    list.filter((one) => one.createdAt >= trial.startedAt).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ?? null
  const callOf = (direction: Call['direction']): CallTrial => {
    const call = newest(seen.calls.filter((one) => one.direction === direction && one.callerNumber === trial.phoneNumber))
    if (!call) return null
    const turns = seen.callTurns.filter((one) => one.callId === call.id && one.role !== 'tool')
    return { call, turns: turns.toSorted((a, b) => a.position - b.position) }
  }
  const texts = seen.messages.filter((one) => one.patientNumber === trial.phoneNumber)
  return {
    callIn: callOf('inbound'),
    callOut: callOf('outbound'),
    textIn: newest(texts.filter((one) => one.direction === 'inbound')),
    textOut: newest(texts.filter((one) => one.direction === 'outbound')),
  }
}

export type TrialState = { words: string; tone: 'grey' | 'violet' | 'green' | 'amber' }
const NOT_YET: TrialState = { words: 'Not tried yet', tone: 'grey' }

/** A call that ended with words said on both sides is a good one. */
export function callState(trial: CallTrial): TrialState {
  if (!trial) return NOT_YET
  const { call, turns } = trial
  if (call.status === 'ringing') return { words: 'Ringing', tone: 'violet' }
  if (call.status === 'in_progress') return { words: 'In progress', tone: 'violet' }
  if (call.status === 'forwarding') return { words: 'Put through', tone: 'violet' }
  if (turns.length === 0 && !call.startedAt) return { words: 'Ended without an answer', tone: 'amber' }
  return { words: 'Answered and ended', tone: 'green' }
}

export function textState(message: Message | null): TrialState {
  if (!message) return NOT_YET
  if (message.direction === 'inbound') return { words: 'Arrived', tone: 'green' }
  switch (message.status) {
    case 'delivered':
      return { words: 'Delivered', tone: 'green' }
    case 'failed':
    case 'undelivered':
    case 'blocked':
      return { words: 'Not delivered', tone: 'amber' }
    case 'unknown':
      return { words: 'May or may not have gone out', tone: 'amber' }
    case 'sent':
      return { words: 'Sent, not yet delivered', tone: 'violet' }
    default:
      return { words: 'On its way', tone: 'violet' }
  }
}

/** A trial counts while its half hour lasts. */
export const isTrying = (trial: NumberTrial | null, now: Instant): trial is NumberTrial => trial !== null && trial.endsAt > now
