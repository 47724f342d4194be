import { segmentsOf, toGsm7 } from '@dentalanswer/shared/domain/gsm7.ts'
import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Instant, wallClock, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

export type TextLanguage = 'en' | 'es'
export type TextFacts = { practice: Practice; firstName: string; startsAt: Instant; language: TextLanguage }

const DAYS = { en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], es: ['lun', 'mar', 'mie', 'jue', 'vie', 'sab', 'dom'] }
const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
}

/** "2:00 PM", in the practice's own time. */
export function clockTime(practice: Practice, at: Instant): string {
  const { minuteOfDay } = wallClock(at, practice.timeZone)
  const hour = Math.floor(minuteOfDay / 60)
  return `${hour % 12 || 12}:${String(minuteOfDay % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "Tue Dec 1 at 2:00 PM", in the practice's own time. */
export function textTime(practice: Practice, startsAt: Instant, language: TextLanguage): string {
  const { date } = wallClock(startsAt, practice.timeZone)
  const weekday = DAYS[language][weekdayOf(date) - 1]
  const month = MONTHS[language][Number(date.slice(5, 7)) - 1]
  const day = Number(date.slice(8, 10))
  const clock = clockTime(practice, startsAt)
  return language === 'es'
    ? `${weekday} ${day} ${month} a la${clock.startsWith('1:') ? '' : 's'} ${clock}`
    : `${weekday} ${month} ${day} at ${clock}`
}

/** The first of several wordings, longest first, that is one segment; the last one cut to fit if none is. Names that GSM-7 cannot
 *  spell drop out, so that one letter never doubles the price of a text. */
function oneSegment(wordings: string[]): string {
  const spelled = wordings.map(toGsm7)
  let shortest = spelled.at(-1)!
  while (segmentsOf(shortest) > 1) shortest = shortest.slice(0, -1)
  return spelled.find((text) => segmentsOf(text) === 1) ?? shortest
}

/** How a text begins: "Bright Smiles: ", or nothing when GSM-7 cannot spell the practice's name; the number to call still tells. */
function sender(practice: Practice): string {
  const name = toGsm7(practice.textName) || toGsm7(practice.name).slice(0, 30)
  return name ? `${name}: ` : ''
}

// No wording asks for CANCEL, END, QUIT or STOP to change a visit: carriers treat those as "no more texts" (Twilio's default keywords).

/** The receipt of a booking or move. Says who, when, where and how to change it; never what for. */
export function appointmentText(facts: TextFacts, kind: 'booked' | 'moved'): string {
  const { practice, language } = facts
  const time = textTime(practice, facts.startsAt, language)
  const phone = formatPhone(practice.phoneNumber, practice.country)
  const name = toGsm7(facts.firstName).slice(0, 20).trim()
  const [who, visit, reply, call, stop] =
    language === 'es'
      ? [
          name,
          kind === 'moved' ? 'su cita ahora es' : 'su cita es',
          'Responda C para confirmar o R para cambiar.',
          `Preguntas: ${phone}.`,
          'STOP para no recibir mas.',
        ]
      : [
          name,
          kind === 'moved' ? 'your visit is now' : 'your visit is',
          'Reply C to confirm or R to reschedule.',
          `Questions? ${phone}.`,
          'STOP to opt out.',
        ]
  const from = sender(practice)
  const start = who ? `${from}${who}, ${visit} ${time}.` : `${from}${visit} ${time}.`
  return oneSegment([
    `${start} ${reply} ${call} ${stop}`,
    `${start} ${reply} ${call}`,
    `${from}${visit} ${time}. ${reply} ${phone}`,
    `${visit} ${time}. ${reply} ${phone}`,
  ])
}

/** Answers a patient who cancelled or confirmed by text. */
export function acknowledgementText(facts: TextFacts, kind: 'cancelled' | 'confirmed'): string {
  const { practice, language } = facts
  const time = textTime(practice, facts.startsAt, language)
  const phone = formatPhone(practice.phoneNumber, practice.country)
  const wording = {
    cancelled: {
      en: `your visit on ${time} is cancelled. To book again call ${phone}.`,
      es: `su cita del ${time} queda cancelada. Para otra cita llame al ${phone}.`,
    },
    confirmed: {
      en: `thank you, your visit on ${time} is confirmed. To change it call ${phone}.`,
      es: `gracias, su cita del ${time} queda confirmada. Para cambiarla llame al ${phone}.`,
    },
  }[kind][language]
  return oneSegment([`${sender(practice)}${wording}`, wording])
}

/** Tells a person of the on-call ladder that somebody waits. No name, number or symptom. */
export function alarmText(practice: Practice): string {
  return oneSegment([
    `${sender(practice)}an urgent call is waiting for a person. Open DentalAnswer or phone the practice.`,
    'An urgent call is waiting. Open DentalAnswer.',
  ])
}
