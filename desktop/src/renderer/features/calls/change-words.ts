import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { inSentence } from '../../ui/times.ts'

const DID: Record<Change['action'], string> = {
  'appointment.booked': 'booked',
  'appointment.moved': 'moved to',
  'appointment.cancelled': 'cancelled',
  'appointment.confirmed': 'confirmed',
}
export const CHANGE_TITLES: Record<Change['action'], string> = {
  'appointment.booked': 'Booked',
  'appointment.moved': 'Moved',
  'appointment.cancelled': 'Cancelled',
  'appointment.confirmed': 'Confirmed',
}
const RULES: Record<string, string> = {
  'booked-in-call': 'Asked for in this call, and the time was read back.',
  'moved-in-call': 'Asked for in this call, after they proved who they are.',
  'cancelled-in-call': 'Asked for in this call, after they proved who they are.',
  'confirmed-in-call': 'Said in this call, after they proved who they are.',
}

/** "booked Mon, Mar 9 10:00 AM". The time is that of the visit as it stands now, so an undone change has none. */
export function changeWords(change: Change, appointment: Appointment | undefined, practice: PracticeNow): string {
  if (change.undoneAt) return `${CHANGE_TITLES[change.action].toLowerCase()}, undone`
  if (!appointment) return change.action === 'appointment.moved' ? 'moved a visit' : DID[change.action]
  const isGone = appointment.status === 'cancelled' && change.action !== 'appointment.cancelled'
  return `${DID[change.action]} ${timeOf(appointment, practice)}${isGone ? ', since cancelled' : ''}`
}

/** How the visit of a change stands now: "Fri, Mar 6 1:00 PM", or with what became of it since. */
export function visitNow(change: Change, appointment: Appointment, practice: PracticeNow): string {
  const at = timeOf(appointment, practice)
  const isGone = appointment.status === 'cancelled'
  if (change.undoneAt) return isGone ? `now cancelled (${at})` : `now ${at}`
  return isGone && change.action !== 'appointment.cancelled' ? `${at}, since cancelled` : at
}

const timeOf = ({ startsAt }: Appointment, { times, today }: PracticeNow) => inSentence(times.dayAndTime(startsAt, today))

/** Why the machine did it, with the words that decided where there were any. */
export function whyWords({ why, by }: Change): string {
  const rule = RULES[why.rule] ?? (by === 'voice' ? 'Asked for in this call.' : 'Asked for by text.')
  return why.matched.length > 0 ? `${rule} Decided by ${why.matched.map((one) => `“${one}”`).join(', ')}.` : rule
}
