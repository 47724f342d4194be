import type { ForwardTest } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PlacedCall } from '../ports/number-supplier.ts'

type Verdict = Pick<ForwardTest, 'state' | 'message'>

export const CALLING: Verdict = { state: 'calling', message: 'Calling your line. Do not pick up: the call should come here by itself.' }
export const ARRIVED: Verdict = { state: 'arrived', message: 'The call to your line came here. Forwarding works.' }
export const LOOP: Verdict = {
  state: 'loop',
  message:
    'The call came here more than once: calls go in a circle. Check that this number’s calls are not put through to the line that forwards here.',
}
export const NOT_PLACED: Verdict = { state: 'failed', message: 'The test call could not be placed. Try again in a few minutes.' }
const VOICEMAIL: Verdict = {
  state: 'answered_there',
  message: 'Your carrier’s voicemail picked up first. Have forwarding begin after fewer rings, or have the carrier switch voicemail off.',
}
const PERSON: Verdict = {
  state: 'answered_there',
  message: 'Somebody picked up your line, so nothing was forwarded. Switch forwarding on, and let it ring when you try again.',
}
const SOMETHING: Verdict = {
  state: 'answered_there',
  message: 'Your line was picked up by a person or by voicemail, and nothing was forwarded. Switch forwarding on, then try again.',
}
const BUSY: Verdict = {
  state: 'not_arrived',
  message: 'Your line was busy and the call was not forwarded. Switch forwarding on for busy too, then try again.',
}
const UNREACHABLE: Verdict = { state: 'not_arrived', message: 'Your line could not be reached. Check the number, then try again.' }
const SILENT: Verdict = {
  state: 'not_arrived',
  message: 'Your line rang and the call was not forwarded. Switch forwarding on, then try again.',
}

const ANSWERED = new Set(['in-progress', 'completed'])

/** What it means that nothing came here. */
export function verdictOf(call: PlacedCall | null): Verdict {
  if (!call) return SILENT
  if (call.status === 'busy') return BUSY
  if (call.status === 'failed' || call.status === 'canceled') return UNREACHABLE
  if (!ANSWERED.has(call.status)) return SILENT
  return call.answeredBy === 'machine' ? VOICEMAIL : call.answeredBy === 'human' ? PERSON : SOMETHING
}
