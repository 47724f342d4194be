import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { ContactPoint, OptOut } from '@dentalanswer/shared/domain/patient.ts'

type TextingState =
  | { kind: 'allowed' }
  | { kind: 'optedOut'; since: OptOut['optedOutAt']; how: string; words: string | null }
  | { kind: 'wrongNumber' }

const HOW: Record<OptOut['source'], string> = {
  carrier_word: 'by text; the carrier blocks it too',
  free_text: 'in their own words',
  send_refused: 'known from a text that was refused',
}

/** Whether a number of a person may be texted, and if not since when and because of which words. */
export function textingState(point: ContactPoint, optOuts: OptOut[], messages: Pick<Message, 'id' | 'body'>[]): TextingState {
  if (point.status === 'wrong_number') return { kind: 'wrongNumber' }
  const optOut = optOuts.find((one) => one.phoneNumber === point.phoneNumber && one.optedInAt === null)
  if (!optOut) return { kind: 'allowed' }
  const words = messages.find((one) => one.id === optOut.messageId)?.body ?? null
  return { kind: 'optedOut', since: optOut.optedOutAt, how: HOW[optOut.source], words }
}
