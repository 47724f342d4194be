import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'

type PlaceNames = { provider: string; operatory: string; patient: string }

/** One conflict in words for staff. */
function conflictWords(conflict: SlotConflict, { provider, operatory, patient }: PlaceNames): string {
  const words: Record<SlotConflict, string> = {
    IN_THE_PAST_OR_TOO_SOON: 'That day is over',
    BEYOND_HORIZON: 'Too far ahead',
    OUTSIDE_HOURS: `${provider} does not work then`,
    CLOSED: 'Closed then',
    PROVIDER_BUSY: `${provider} is taken then`,
    OPERATORY_BUSY: `${operatory} is taken then, turnover included`,
    OPERATORY_NOT_SUITABLE: `Not done in ${operatory}`,
    PROVIDER_NOT_SUITABLE: `${provider} does not do this`,
    PATIENT_BUSY: `${patient} has another visit then`,
    NO_DENTIST_PRESENT: 'No dentist is there to check',
  }
  return words[conflict]
}

export const conflictList = (conflicts: readonly SlotConflict[], names: PlaceNames): string =>
  conflicts.map((one) => conflictWords(one, names)).join('. ')
