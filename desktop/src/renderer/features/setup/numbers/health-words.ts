import type { NumberProblem, NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Tone } from '../../../ui/Tag.tsx'

/** Whose turn it is. */
export function repairWords(repair: NumberProblem['repair']): { words: string; tone: Tone } {
  switch (repair) {
    case 'itself':
      return { words: 'Being put right by itself', tone: 'violet' }
    case 'button':
      return { words: 'You decide', tone: 'amber' }
    case 'operator':
      return { words: 'The operator has to act', tone: 'amber' }
  }
}

/** What had been found, for what was put right. */
export const REPAIRED: Record<NumberProblemCode, string> = {
  NUMBER_MISSING: 'The number was not there',
  ADDRESSES_CHANGED: 'Texts went elsewhere',
  VOICE_ADDRESS_CHANGED: 'Calls went elsewhere',
  NOT_IN_SERVICE: 'Texts were not collected',
  IMPORT_MISSING: 'The voice service did not have the number',
  ASSISTANT_MISSING: 'The assistant was not there',
  ASSISTANT_NOT_LINKED: 'The assistant was not on the number',
  ASSISTANT_CHANGED: 'The assistant had been changed by hand',
  VENDOR_BLOCKED: 'The number was blocked',
  CANNOT_LOOK: 'A service could not be reached',
}
