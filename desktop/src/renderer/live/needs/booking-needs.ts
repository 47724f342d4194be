import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import { fullName } from '../../ui/names.ts'
import { inSentence, spanWords } from '../../ui/times.ts'
import { nextBookedDay } from '../practice.ts'
import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

/** From this hour of the practice on, those unconfirmed for the next business day are work of now. */
const CUT_OFF_HOUR = 15

/** Machine bookings nobody has looked at, openings of today and tomorrow that no other row speaks of, and who is unconfirmed. */
export function bookingNeeds(work: Work): Need[] {
  return [...unseen(work).map((one) => unseenNeed(work, one)), ...openingNeeds(work), ...unconfirmedNeed(work)]
}

function unseen(work: Work): Appointment[] {
  return work.appointments.filter(
    (one) => one.status === 'booked' && one.seenAt === null && one.bookedBy !== 'desk' && one.startsAt >= work.now,
  )
}

function unseenNeed(work: Work, one: Appointment): Need {
  const patient = work.patient(one.patientId)
  const change = work.changes.find(
    (change) => change.appointmentId === one.id && change.action === 'appointment.booked' && !change.undoneAt,
  )
  const { operatoryName, providerName } = work.practice
  return {
    key: `unseen ${one.id}`,
    rank: RANK.approve,
    at: one.createdAt,
    stripe: 'violet',
    title: patient ? fullName(patient) : 'Patient',
    tag: { tone: 'violet', words: one.bookedBy === 'voice' ? 'Booked by the AI on the phone' : 'Booked by text' },
    how: patient?.isNew ? 'new patient' : '',
    said: null,
    did: `${work.visitWords(one)}, ${providerName(one.providerId)}, ${operatoryName(one.operatoryId)}.`,
    buttons: [
      button('Looks right', { kind: 'seen', appointmentId: one.id }, { tone: 'main', key: 'e' }),
      button('Change', { kind: 'open', target: target('day', one.id) }, { key: 'm' }),
      ...(change ? [button('Undo', { kind: 'undo', changeId: change.id }, { key: 'z' })] : []),
    ],
    target: target('day', one.id),
    done: { kind: 'seen', appointmentId: one.id },
    snooze: null,
    take: null,
  }
}

function openingNeeds(work: Work): Need[] {
  const told = new Set(work.leads.filter((one) => one.status === 'open').map((one) => one.appointmentId))
  const open = work.openings.filter(
    (one) => one.status === 'open' && work.isTodayOrTomorrow(one.startsAt) && !told.has(one.fromAppointmentId),
  )
  return open.map((one) => {
    const minutes = Math.round((epochMs(one.endsAt) - epochMs(one.startsAt)) / 60_000)
    const left = Math.round((epochMs(one.startsAt) - epochMs(work.now)) / 60_000)
    return {
      key: `opening ${one.id}`,
      rank: RANK.lostSoon,
      at: one.createdAt,
      stripe: 'amber' as const,
      title: `Opening ${inSentence(work.practice.times.dayAndTime(one.startsAt, work.practice.today))}`,
      tag: { tone: 'amber' as const, words: `${spanWords(left)} left` },
      how: '',
      said: null,
      did: `${work.practice.operatoryName(one.operatoryId)} with ${work.practice.providerName(one.providerId)}, ${minutes} min.`,
      buttons: [button('Fill this opening', { kind: 'open', target: target('day', one.id) }, { tone: 'main', key: 'f' })],
      target: target('day', one.id),
      done: null,
      snooze: null,
      take: null,
    }
  })
}

/** One row for all who have not confirmed the next business day; low until the cut-off. */
function unconfirmedNeed(work: Work): Need[] {
  const { times, setup, today } = work.practice
  const next = nextBookedDay(setup, today, work.appointments)
  if (!next) return []
  const { day, booked } = next
  const waiting = booked.filter((one) => one.confirmation === 'unconfirmed')
  if (waiting.length === 0) return []
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: times.zone, hour: 'numeric', hourCycle: 'h23' }).format(epochMs(work.now)),
  )
  const isDue = hour >= CUT_OFF_HOUR
  return [
    {
      key: 'unconfirmed',
      rank: isDue ? RANK.unconfirmed : RANK.later,
      at: work.now,
      stripe: isDue ? 'amber' : 'grey',
      title: `${waiting.length} unconfirmed for ${inSentence(times.relativeDay(day, today))}`,
      tag: { tone: isDue ? 'amber' : 'grey', words: `of ${booked.length}` },
      how: '',
      said: null,
      did: isDue ? 'The day is nearly over: phone those who have not answered.' : 'Whole list in Confirm.',
      buttons: [button('Open', { kind: 'open', target: target('confirm') }, { key: '4' })],
      target: target('confirm'),
      done: null,
      snooze: null,
      take: null,
    },
  ]
}
