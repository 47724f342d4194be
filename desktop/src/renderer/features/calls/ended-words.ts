/** How a call ended, as the voice service says it, in words for staff. It knows about 600 reasons and adds more, so what is not in the
 *  table is told by its family, and never shown raw. */
const WORDS: Record<string, string> = {
  'customer-ended-call': 'The caller hung up.',
  'assistant-ended-call': 'The AI ended the call.',
  'assistant-said-end-call-phrase': 'The AI said goodbye.',
  'assistant-ended-call-after-message-spoken': 'The AI said goodbye.',
  'assistant-ended-call-with-hangup-task': 'The AI ended the call.',
  'assistant-forwarded-call': 'Put through to the practice.',
  'silence-timed-out': 'Nobody said anything for a while.',
  'exceeded-max-duration': 'The longest time for one call was reached.',
  voicemail: 'A voicemail answered.',
  'customer-busy': 'The line was busy.',
  'customer-did-not-answer': 'Nobody answered.',
  'manually-canceled': 'Ended by hand at the voice service.',
  'call-deleted': 'Deleted at the voice service.',
  'twilio-failed-to-connect-call': 'The phone company could not connect it.',
  'twilio-reported-customer-misdialed': 'The number does not exist.',
  'customer-ended-call-before-warm-transfer': 'The caller hung up before being put through.',
  'customer-ended-call-during-transfer': 'The caller hung up while being put through.',
  'customer-ended-call-after-warm-transfer-attempt': 'The caller hung up after nobody took the call.',
  'call.forwarding.operator-busy': 'It was put through, but the practice’s line was busy.',
  'call.forwarding.no-answer': 'It was put through, but nobody answered.',
  'call.in-progress.error-transfer-failed': 'Putting it through failed.',
  'assistant-not-found': 'The AI line is not set up right: its assistant is missing.',
  'assistant-not-valid': 'The AI line is not set up right: its assistant is not valid.',
  'phone-call-provider-closed-websocket': 'The connection of the phone company broke.',
  'worker-shutdown': 'The voice service broke off.',
}
type Family = { holds: RegExp; words: string }
const FAULTS: Family[] = [
  { holds: /insufficient-credits|billing|subscription/, words: 'The voice service refused it: the account has no credit.' },
  { holds: /concurrency/, words: 'Too many calls at once: the voice service had no free line.' },
  { holds: /warm-transfer|transfer/, words: 'Putting it through failed.' },
  { holds: /^assistant-request|^assistant-not/, words: 'The voice service could not reach the practice’s system.' },
  { holds: /^call\.start\.error/, words: 'The call could not be started.' },
  { holds: /pipeline|vapifault|providerfault|error|fail|shutdown|closed/, words: 'A technical fault ended the call.' },
]
const FAULTY = new Set([
  'twilio-failed-to-connect-call',
  'assistant-not-found',
  'assistant-not-valid',
  'phone-call-provider-closed-websocket',
  'worker-shutdown',
  'call.in-progress.error-transfer-failed',
])

export function endedWords(reason: string | null): string {
  if (reason === null) return 'How it ended is not known.'
  return WORDS[reason] ?? FAULTS.find((one) => one.holds.test(reason))?.words ?? 'The call ended.'
}

/** Whether a fault ended the call, rather than a person or the AI. */
export function isFault(reason: string | null): boolean {
  if (reason === null) return false
  return FAULTY.has(reason) || (!(reason in WORDS) && FAULTS.some((one) => one.holds.test(reason)))
}

export const wasPutThrough = (reason: string | null): boolean => reason === 'assistant-forwarded-call'
