import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'

const ACTIONS: Record<Change['action'], string> = {
  'appointment.booked': 'Booked',
  'appointment.moved': 'Moved',
  'appointment.cancelled': 'Cancelled',
  'appointment.confirmed': 'Confirmed',
}
const BY: Record<Change['by'], string> = { voice: 'in a call', text: 'by text' }

/** "Moved by AI in a call" */
export const changeWords = (change: Change): string => `${ACTIONS[change.action]} by AI ${BY[change.by]}`

const ORIGINS: Record<Appointment['bookedBy'], string> = {
  voice: 'By AI in a call',
  text: 'By AI by text',
  desk: 'At the desk',
  online: 'Online',
}
export const originWords = (appointment: Pick<Appointment, 'bookedBy'>): string => ORIGINS[appointment.bookedBy]
