import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { textOf } from './tool-calls.ts'

/** What a tool works with: one transaction, the call it belongs to, and what the model filled in. */
export type Voice = { tx: Tx; call: Call; caller: PhoneNumber | null; setup: Setup; today: LocalDate; args: Record<string, unknown> }

/** A tool answers with one speakable line. `refused` speaks, in a new transaction, after a refusal rolled the first one back. */
export type VoiceTool = { run(voice: Voice): Work<string>; refused?(voice: Voice, error: DeskError): Work<string> }

/** The first of these arguments that holds something, as one clean line of text; a list of words becomes one line. */
export function arg(args: Record<string, unknown>, names: string[], max = 200): string {
  for (const name of names) {
    const value = args[name]
    const text = Array.isArray(value)
      ? textOf(
          value
            .slice(0, 20)
            .map((one) => textOf(one, max))
            .filter(Boolean)
            .join(', '),
          max,
        )
      : textOf(value, max)
    if (text && !/^(null|undefined|n\/a|unknown|none)$/i.test(text)) return text
  }
  return ''
}

export function yesNo(args: Record<string, unknown>, names: string[]): boolean | null {
  const text = arg(args, names, 20).toLowerCase()
  if (/^(true|yes|y|1|new|new patient|first time)$/.test(text)) return true
  if (/^(false|no|n|0|known|existing|existing patient|returning)$/.test(text)) return false
  return null
}

export const CALL_BACK_OFFER = 'I can have someone from the practice call you back.'
/** The same words whether nobody by that name exists or the details do not match: nothing may be learnt by trying. */
export const NOT_FOUND_LINE = `I could not find a visit with those details. ${CALL_BACK_OFFER}`
