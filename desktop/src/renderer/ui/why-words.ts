import type { Change } from '@dentalanswer/shared/domain/change.ts'

const IN_CALL: Record<Change['action'], string> = {
  'appointment.booked': 'Asked for in a call, and the time was read back.',
  'appointment.moved': 'Asked for in a call, after they proved who they are.',
  'appointment.cancelled': 'Asked for in a call, after they proved who they are.',
  'appointment.confirmed': 'Said in a call, after they proved who they are.',
}

/** Why a machine changed an appointment, in words for staff. The words that decided are in `why.matched`. */
export const whyWords = ({ action, by }: Pick<Change, 'action' | 'by'>): string =>
  by === 'voice' ? IN_CALL[action] : action === 'appointment.confirmed' ? 'Answered by text.' : 'Asked for by text.'
