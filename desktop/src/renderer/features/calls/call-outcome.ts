import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CallsView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { inSentence } from '../../ui/times.ts'
import { changeWords } from './change-words.ts'
import { endedWords, isFault, wasPutThrough } from './ended-words.ts'

/** Shorter calls in which nothing came about are hang-ups: the greeting alone takes this long. */
const HANG_UP_SECONDS = 15

type CallParts = Pick<CallsView, 'changes' | 'appointments' | 'callbacks' | 'leads' | 'alarms'>

export const STATE_WORDS = { ringing: 'Ringing', in_progress: 'Call in progress', forwarding: 'Being put through', ended: 'Ended' } as const

export const isLiveCall = (call: Call): boolean => call.status !== 'ended'

function callSeconds(call: Call): number | null {
  if (call.endedAt === null) return null
  return call.startedAt === null ? 0 : Math.max(0, Math.round((epochMs(call.endedAt) - epochMs(call.startedAt)) / 1000))
}

/** What came of one call. */
export function partsOf(call: Call, all: CallParts): CallParts {
  const changes = all.changes.filter((one) => one.callId === call.id)
  const ids = new Set<string>(changes.map((one) => one.appointmentId))
  return {
    changes,
    appointments: all.appointments.filter((one) => ids.has(one.id)),
    callbacks: all.callbacks.filter((one) => one.callId === call.id),
    leads: all.leads.filter((one) => one.callId === call.id),
    alarms: all.alarms.filter((one) => one.callId === call.id),
  }
}

/** Something of the call still waits for a person. */
export function needsFollowUp({ callbacks, leads, alarms }: CallParts): boolean {
  return [...callbacks, ...leads].some((one) => one.status === 'open') || alarms.some((one) => one.acknowledgedAt === null)
}

/** Nobody was helped: it never began, was hung up at once, or a fault ended it, and nothing came of it. */
export function isMissed(call: Call, parts: CallParts): boolean {
  if (isLiveCall(call) || cameToSomething(parts) || wasPutThrough(call.endedReason) || call.takenOverBy) return false
  return (callSeconds(call) ?? 0) < HANG_UP_SECONDS || isFault(call.endedReason)
}

function cameToSomething({ changes, callbacks, leads, alarms }: CallParts): boolean {
  return [changes, callbacks, leads, alarms].some((list) => list.length > 0)
}

export type CallOutcome = { words: string; tone: Tone }

/** What a call came to, the gravest first. */
export function outcomesOf(call: Call, parts: CallParts, practice: PracticeNow): CallOutcome[] {
  const { changes, appointments, callbacks, leads, alarms } = parts
  const found: CallOutcome[] = [
    ...alarms.slice(0, 1).map(({ acknowledgedAt }) => alarmOutcome(acknowledgedAt !== null)),
    ...(call.difference ? [{ words: 'said and done differ', tone: 'amber' as const }] : []),
    ...changes.map((one) => ({
      words: changeWords(
        one,
        appointments.find((visit) => visit.id === one.appointmentId),
        practice,
      ),
      tone: one.undoneAt ? ('grey' as const) : ('violet' as const),
    })),
    ...callbacks.map((one) => callbackOutcome(one, practice)),
    ...leads.filter((one) => one.kind === 'urgent').map(() => ({ words: 'urgent, no visit yet', tone: 'amber' as const })),
    ...(call.takenOverBy ? [{ words: `taken over by ${call.takenOverBy}`, tone: 'grey' as const }] : []),
  ]
  if (found.length > 0 || isLiveCall(call)) return found
  return [nothingChanged(call, parts)]
}

const alarmOutcome = (isDone: boolean): CallOutcome =>
  isDone ? { words: 'emergency, acknowledged', tone: 'grey' } : { words: 'emergency', tone: 'red' }

function callbackOutcome(one: CallParts['callbacks'][number], { times, today }: PracticeNow): CallOutcome {
  if (one.status === 'done') return { words: 'callback done', tone: 'grey' }
  return { words: `asked for a callback, due ${inSentence(times.dayAndTime(one.dueAt, today)).replace(/^today /, '')}`, tone: 'amber' }
}

function nothingChanged(call: Call, parts: CallParts): CallOutcome {
  if (wasPutThrough(call.endedReason)) return { words: 'put through to the practice', tone: 'grey' }
  if (isFault(call.endedReason)) return { words: endedWords(call.endedReason).replace(/\.$/, '').toLowerCase(), tone: 'amber' }
  if (call.startedAt === null) return { words: 'not answered', tone: 'amber' }
  if (isMissed(call, parts)) return { words: `hung up after ${callSeconds(call)} s`, tone: 'grey' }
  if (call.successEvaluation === 'true') return { words: 'question, answered', tone: 'grey' }
  return { words: call.hasReport ? 'nothing changed' : 'no report yet', tone: 'grey' }
}
