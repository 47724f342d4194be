import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

type Numbers = { wanted: PhoneNumber | null; ownLine: PhoneNumber | null; transferNumber: PhoneNumber | null; isAlways: boolean }

/** Where callers would be put through to a number that sends them straight back. `blocks`: it can never work. */
export function transferTrouble({ wanted, ownLine, transferNumber, isAlways }: Numbers): { text: string; blocks: boolean } | null {
  if (transferNumber === null) return null
  if (transferNumber === wanted)
    return { text: 'Callers are put through to this very number, so they would come back here. Choose another in Assistant.', blocks: true }
  if (transferNumber !== ownLine) return null
  return isAlways
    ? {
        text: 'Callers are put through to the practice’s own number, which forwards every call here: they would go in a circle. Choose another in Assistant, or forward only some calls.',
        blocks: true,
      }
    : {
        text: 'Callers are put through to the practice’s own number. When nobody picks up there, the call comes back here.',
        blocks: false,
      }
}
