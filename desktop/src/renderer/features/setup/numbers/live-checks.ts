import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Tone } from '../../../ui/Tag.tsx'
import { forwardVerdict } from './forward-verdict.ts'
import { callsTrouble, TEXTING } from './number-state.ts'
import { callState, type TrialNow, textState } from './trial-view.ts'

export type LiveCheck = { what: string; words: string; tone: Tone; advice: string | null }

/** What stands between a new number and patients using it: calls, forwarding, texts, and what was tried. Nothing here forbids going live. */
export function liveChecks(phone: PracticePhone, seen: TrialNow | null): LiveCheck[] {
  const trouble = callsTrouble(phone)
  const texting = TEXTING[phone.texting]
  const isPaused = phone.status === 'paused'
  return [
    {
      what: 'Calls',
      words: trouble ? 'A problem' : isPaused ? 'Paused: they ring the desk' : 'The assistant answers',
      tone: trouble || isPaused ? 'amber' : 'green',
      advice: trouble?.message ?? null,
    },
    ...(phone.forwardedFrom ? [forwarding(phone)] : []),
    { what: 'Texts', words: texting.words, tone: texting.tone, advice: phone.texting === 'ready' ? null : texting.meaning },
    tried(phone, seen),
  ]
}

function forwarding({ forwardTest }: PracticePhone): LiveCheck {
  if (!forwardTest)
    return { what: 'Forwarding', words: 'Not tested', tone: 'amber', advice: 'Whether calls of the own line arrive here is not known.' }
  const { words, tone, advice } = forwardVerdict(forwardTest)
  return { what: 'Forwarding', words, tone, advice }
}

/** Only what can work yet is asked for: no text goes out before the carriers agree. */
function tried(phone: PracticePhone, seen: TrialNow | null): LiveCheck {
  const ways = seen
    ? [
        { name: 'call in', isGood: callState(seen.callIn).tone === 'green' },
        { name: 'call out', isGood: callState(seen.callOut).tone === 'green' },
        { name: 'text in', isGood: textState(seen.textIn).tone === 'green' },
        ...(phone.texting === 'ready' ? [{ name: 'text out', isGood: textState(seen.textOut).tone === 'green' }] : []),
      ]
    : []
  const missing = ways.filter((one) => !one.isGood).map((one) => one.name)
  if (ways.length === 0 || missing.length === ways.length)
    return { what: 'Tried', words: 'Not yet', tone: 'grey', advice: 'One call from your own phone shows whether it works.' }
  if (missing.length > 0)
    return { what: 'Tried', words: 'In part', tone: 'grey', advice: `Not tried or not finished: ${missing.join(', ')}.` }
  return { what: 'Tried', words: 'Both ways', tone: 'green', advice: null }
}
