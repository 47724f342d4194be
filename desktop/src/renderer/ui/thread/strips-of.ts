import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadView } from '../../../ipc/views.ts'
import { fullName } from '../names.ts'
import type { Tone } from '../Tag.tsx'
import type { Times } from '../times.ts'
import { inSentence } from '../times.ts'
import { intentWords } from './intent-words.ts'
import { isOptedOut } from './reach.ts'
import type { Strip, StripButton } from './strip.ts'
import { matchedWords } from './why-sentences.ts'

export type ThreadWords = { times: Times; today: LocalDate; now: Instant }

const DONE: Record<Change['action'], { words: string; tone: Tone }> = {
  'appointment.confirmed': { words: 'confirmed', tone: 'green' },
  'appointment.cancelled': { words: 'cancelled', tone: 'amber' },
  'appointment.moved': { words: 'moved', tone: 'violet' },
  'appointment.booked': { words: 'booked', tone: 'violet' },
}

/** What machines did because of one text, and what they left to a person, in the order it happened. */
export function stripsOf(message: Message, view: ThreadView, say: ThreadWords): Strip[] {
  if (message.direction === 'outbound') return []
  const alarms = view.alarms.filter((one) => one.messageId === message.id).map((one) => alarmStrip(one, message, say))
  const changes = view.changes.filter((one) => one.messageId === message.id).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const callbacks = view.callbacks.filter((one) => one.messageId === message.id).map((one) => callbackStrip(one, say))
  return [
    ...alarms,
    ...changes.map((one) => changeStrip(one, view, say)),
    ...optOutStrip(message, view),
    ...(alarms.length > 0 ? [] : leftStrip(message, view, say)),
    ...callbacks,
    ...(changes.length > 0 ? [] : quietStrip(message, view)),
  ]
}

function changeStrip(change: Change, view: ThreadView, { times, today }: ThreadWords): Strip {
  const visit = view.appointments.find((one) => one.id === change.appointmentId)
  const { words, tone } = DONE[change.action]
  const when = visit ? times.dayAndTime(visit.startsAt, today) : ''
  const isUndone = change.undoneAt !== null
  const name = nameOf(visit, view)
  return {
    key: change.id,
    tone: isUndone ? 'grey' : tone,
    head: `${name} ${words}`,
    detail: [when, isUndone ? `undone ${inSentence(times.dayAndTime(change.undoneAt!, today))}` : '', matchedWords(change.why)]
      .filter(Boolean)
      .join(' · '),
    why: change.why,
    buttons: [
      ...(isUndone ? [] : [{ title: 'Undo', act: { kind: 'undo' as const, changeId: change.id, words: `${name} ${words}` } }]),
      ...(visit && change.action === 'appointment.cancelled' && !isUndone
        ? [{ title: 'Show the opening', act: { kind: 'openVisit' as const, appointmentId: visit.id } }]
        : []),
    ],
  }
}

function nameOf(visit: Appointment | undefined, view: ThreadView): string {
  const patient = view.patients.find((one) => one.id === visit?.patientId)
  if (!patient) return 'Appointment'
  return view.patients.filter((one) => one.firstName === patient.firstName).length > 1 ? fullName(patient) : patient.firstName
}

/** Said as plainly as what was done: what a person must decide, with the fitting way on. */
function leftStrip(message: Message, view: ThreadView, say: ThreadWords): Strip[] {
  if (!message.attentionReason) return []
  const intent = message.reading?.intent ?? 'unclear'
  const quoted = message.reading && message.reading.matched.length > 0 ? message.reading.matched.map((one) => `“${one}”`).join(' ') : ''
  return [
    {
      key: `left ${message.id}`,
      tone: intent === 'urgent' ? 'red' : message.attention === 'open' ? 'amber' : 'grey',
      head: intentWords(intent),
      detail: [quoted, message.attentionReason].filter(Boolean).join(': '),
      why: message.reading,
      buttons: message.attention === 'open' ? waysOn(intent, message, view, say) : [],
    },
  ]
}

const MOST_BUTTONS = 2

function waysOn(intent: string, message: Message, view: ThreadView, { now }: ThreadWords): StripButton[] {
  const coming = view.appointments.filter((one) => one.status === 'booked' && one.startsAt > now)
  const named = message.relatedId ? coming.filter((one) => one.id === message.relatedId) : []
  const each = (visits: Appointment[], verb: string, act: (one: Appointment) => StripButton['act']): StripButton[] =>
    visits.slice(0, MOST_BUTTONS).map((one) => ({ title: `${verb} ${nameOf(one, view)}`, act: act(one) }))
  switch (intent) {
    case 'urgent':
      return [{ title: 'Call', act: { kind: 'dial', phoneNumber: message.patientNumber } }]
    case 'reschedule':
    case 'cancel':
      return each(named.length > 0 ? named : coming, intent === 'cancel' ? 'Open' : 'Move', (one) =>
        intent === 'cancel' ? { kind: 'openVisit', appointmentId: one.id } : { kind: 'move', appointmentId: one.id },
      )
    case 'wrong_number':
      return view.patients.slice(0, MOST_BUTTONS).map((one) => ({
        title: `Find the number of ${one.firstName}`,
        act: { kind: 'openPerson', patientId: one.id },
      }))
    case 'unclear':
    case 'confirm': {
      // One that was confirmed since keeps its place, so that a second click never lands on somebody else's button.
      const asked = coming.filter((one) => one.confirmation === 'unconfirmed' || (one.confirmedAt ?? '') > message.createdAt)
      return asked.slice(0, MOST_BUTTONS).map((one) => {
        const isDone = one.confirmation === 'confirmed'
        const name = nameOf(one, view)
        const title = isDone ? `${name} confirmed` : `Confirm ${name}`
        return { title, isDone, act: { kind: 'confirm', appointmentId: one.id, words: `Confirm ${name}` } }
      })
    }
    default:
      return [{ title: 'Reply', act: { kind: 'reply' } }]
  }
}

function optOutStrip(message: Message, { optOut }: ThreadView): Strip[] {
  if (!optOut || optOut.messageId !== message.id) return []
  return [
    {
      key: `optout ${message.id}`,
      tone: isOptedOut(optOut) ? 'amber' : 'grey',
      head: 'Texting stopped',
      detail: isOptedOut(optOut) ? 'Only they can switch texts back on, by texting START.' : 'They switched texts back on since.',
      why: message.reading,
      buttons: isOptedOut(optOut) ? [{ title: 'Call', act: { kind: 'dial', phoneNumber: message.patientNumber } }] : [],
    },
  ]
}

function alarmStrip(alarm: ThreadView['alarms'][number], message: Message, { times, today }: ThreadWords): Strip {
  const isOpen = alarm.acknowledgedAt === null
  const by = alarm.acknowledgedBy ? ` by ${alarm.acknowledgedBy}` : ''
  const dial = alarm.phoneNumber ? [{ title: 'Call', act: { kind: 'dial' as const, phoneNumber: alarm.phoneNumber } }] : []
  return {
    key: alarm.id,
    tone: isOpen ? 'red' : 'grey',
    head: 'Emergency',
    detail: [
      isOpen ? 'The alarm waits for a person' : `Acknowledged ${inSentence(times.dayAndTime(alarm.acknowledgedAt!, today))}${by}`,
      matchedWords(alarm),
    ]
      .filter(Boolean)
      .join(' · '),
    why: message.reading ?? { rule: 'urgent-emergency', matched: alarm.matched },
    buttons: isOpen ? [{ title: 'Acknowledge', act: { kind: 'acknowledge', alarmId: alarm.id } }, ...dial] : [],
  }
}

function callbackStrip(callback: ThreadView['callbacks'][number], { times, today }: ThreadWords): Strip {
  const isOpen = callback.status === 'open'
  return {
    key: callback.id,
    tone: isOpen ? 'amber' : 'grey',
    head: isOpen ? `Callback due ${inSentence(times.dayAndTime(callback.dueAt, today))}` : 'Callback done',
    detail: callback.reason,
    why: null,
    buttons: isOpen ? [{ title: 'Open callback', act: { kind: 'openCallback', id: callback.id } }] : [],
  }
}

/** A text that needed nobody and changed nothing, where that could surprise. */
function quietStrip(message: Message, { optOut }: ThreadView): Strip[] {
  const { reading } = message
  if (!reading || message.attentionReason || optOut?.messageId === message.id) return []
  const words: Record<string, string> = {
    repeat: 'It came twice and counts once.',
    confirm: 'It was confirmed before, so nothing changed.',
    opt_in: 'Texts may go to this number again.',
  }
  const detail = words[reading.intent]
  return detail ? [{ key: `quiet ${message.id}`, tone: 'grey', head: intentWords(reading.intent), detail, why: reading, buttons: [] }] : []
}
