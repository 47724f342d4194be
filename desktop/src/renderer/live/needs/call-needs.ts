import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

const LIVE = new Set(['ringing', 'in_progress', 'forwarding'])
const PERSON = /\b(person|human|someone|receptionist|front desk|representative|persona|recepcionista)\b/i

/** Callers on the line who need a person now: urgent ones, and those who asked for somebody. */
export function callNeeds(work: Work): Need[] {
  return work.calls.filter((one) => LIVE.has(one.status)).flatMap((one) => callNeed(work, one) ?? [])
}

function callNeed(work: Work, call: Work['calls'][number]): Need | null {
  const turns = work.callTurns.filter((one) => one.callId === call.id && one.role === 'caller')
  const asked = turns.findLast((one) => PERSON.test(one.text))
  const isUrgent = call.urgency !== 'none'
  if ((!isUrgent && !asked) || call.takenOverBy) return null
  return {
    key: `call ${call.id}`,
    rank: RANK.liveCaller,
    at: call.startedAt ?? call.createdAt,
    stripe: isUrgent ? 'red' : 'amber',
    title: work.who(null, call.callerNumber),
    tag: isUrgent ? { tone: 'red', words: 'Urgent, on the line now' } : { tone: 'amber', words: 'Asks for a person' },
    how: 'on the phone',
    said: (asked ?? turns.at(-1))?.text ?? null,
    did: 'The AI is still talking with them.',
    buttons: [
      button('Take over', { kind: 'takeOverCall', callId: call.id }, { tone: 'main', key: 'p' }),
      button('Read along', { kind: 'open', target: target('calls', call.id) }),
    ],
    target: target('calls', call.id),
    done: null,
    snooze: null,
    take: null,
  }
}
