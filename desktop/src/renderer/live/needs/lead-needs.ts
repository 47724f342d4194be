import type { Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { inSentence } from '../../ui/times.ts'
import { triedWords } from '../attempts.ts'
import { button, type Need, type NeedButton, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

type Look = { rank: number; stripe: Need['stripe']; tag: { tone: Tone; words: string } }

/** Follow-up work: cancelled visits to rebook, days that were closed, what was said but not done, and records to compare. */
export function leadNeeds(work: Work): Need[] {
  const open = work.leads.filter((one) => one.status === 'open' && (one.snoozedUntil === null || one.snoozedUntil <= work.now))
  return open.map((one) => leadNeed(work, one))
}

function leadNeed(work: Work, lead: Lead): Need {
  const message = work.message(lead.messageId)
  const appointment = work.appointment(lead.appointmentId)
  const number = work.numberOf(lead.patientId, lead.phoneNumber)
  return {
    key: `lead ${lead.id}`,
    ...lookOf(work, lead),
    at: lead.createdAt,
    title: work.who(lead.patientId ?? appointment?.patientId ?? null, lead.phoneNumber),
    how: lead.callId ? 'by phone' : lead.messageId ? 'by text' : '',
    said: message?.body ?? null,
    did: [didWords(work, lead), lead.owner ? `Owner: ${lead.owner}.` : '', triedWords(lead.note)].filter(Boolean).join(' '),
    buttons: buttonsOf(work, lead, number),
    target: placeOf(lead, appointment?.id),
    done: { kind: 'closeLead', leadId: lead.id },
    snooze: { kind: 'snoozeLead', leadId: lead.id },
    take: { kind: 'takeLead', leadId: lead.id },
  }
}

function lookOf(work: Work, lead: Lead): Look {
  const appointment = work.appointment(lead.appointmentId)
  const at = appointment ? inSentence(work.practice.times.dayAndTime(appointment.startsAt, work.practice.today)) : ''
  const isNear = appointment !== undefined && work.isTodayOrTomorrow(appointment.startsAt)
  const amber = (words: string, rank: number): Look => ({ rank, stripe: 'amber', tag: { tone: 'amber', words } })
  const grey = (words: string, rank: number): Look => ({ rank, stripe: 'grey', tag: { tone: 'grey', words } })
  switch (lead.kind) {
    case 'rebook':
      return isNear ? amber(`Cancelled ${at}`, RANK.lostSoon) : grey(`Cancelled${at ? ` ${at}` : ''}, rebook`, RANK.followUp)
    case 'closed_day':
      return isNear ? amber(`Booked on a closed day: ${at}`, RANK.optOutSoon) : grey(`Booked on a closed day: ${at}`, RANK.followUp)
    case 'urgent':
      return { rank: RANK.lostSoon, stripe: 'red', tag: { tone: 'red', words: 'Urgent call without a visit' } }
    case 'said_not_done':
      return amber('Said and done differ', RANK.saidNotDone)
    case 'possible_duplicate':
      return grey('Perhaps one person twice', RANK.repair)
    case 'new_patient':
      return { rank: RANK.approve, stripe: 'violet', tag: { tone: 'violet', words: 'New patient by AI' } }
  }
}

function didWords(work: Work, lead: Lead): string {
  const opening = work.openings.find((one) => one.fromAppointmentId === lead.appointmentId && one.status === 'open')
  if (lead.kind !== 'rebook' || !opening) return lead.reason
  const minutes = Math.round((epochMs(opening.endsAt) - epochMs(opening.startsAt)) / 60_000)
  const { operatoryName, providerName } = work.practice
  return `${operatoryName(opening.operatoryId)} with ${providerName(opening.providerId)} is open for ${minutes} min.`
}

function buttonsOf(work: Work, lead: Lead, number: ReturnType<Work['numberOf']>): NeedButton[] {
  const opening = work.openings.find((one) => one.fromAppointmentId === lead.appointmentId && one.status === 'open')
  const change = work.changes.find(
    (one) => one.appointmentId === lead.appointmentId && one.action === 'appointment.cancelled' && one.undoneAt === null,
  )
  const call = number ? [button('Call', { kind: 'dial', phoneNumber: number }, { key: 'b' })] : []
  const isRebook = lead.kind === 'rebook'
  const fill = opening ? [button('Fill this opening', { kind: 'open', target: target('day', opening.id) }, { tone: 'main', key: 'f' })] : []
  const undo = change ? [button('Undo', { kind: 'undo', changeId: change.id }, { key: 'z' })] : []
  if (isRebook && opening) return [...fill, ...undo]
  // Once the time is gone, phoning is what is left; undoing works only while nobody else sits there.
  if (isRebook) return [...call.map((one) => ({ ...one, tone: 'main' as const })), ...undo]
  if (lead.kind === 'possible_duplicate' && lead.patientId)
    return [button('Compare', { kind: 'open', target: target('people', lead.patientId) }, { tone: 'main' })]
  return [...call.map((one) => ({ ...one, tone: 'main' as const })), button('Done', { kind: 'closeLead', leadId: lead.id }, { key: 'e' })]
}

function placeOf(lead: Lead, appointmentId: string | undefined) {
  if (lead.kind === 'possible_duplicate' && lead.patientId) return target('people', lead.patientId)
  if (appointmentId && lead.kind !== 'said_not_done') return target('day', appointmentId)
  if (lead.callId) return target('calls', lead.callId)
  if (lead.phoneNumber && lead.messageId) return target('messages', lead.phoneNumber)
  return target('callbacks', lead.id)
}
