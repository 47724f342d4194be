import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { addDays, daysBetween, type LocalDate, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantOf } from '../../booking/calendar-of.ts'
import { findNextSlots, findOpenSlots } from '../../booking/find-open-slots.ts'
import { spreadSlots } from '../../booking/spread-slots.ts'
import type { Work } from '../../store/work.ts'
import { matchAppointmentType, speakableTypes } from '../match-words.ts'
import { offerSlots } from '../offer-slots.ts'
import { tryProofIfNamed } from '../proven-caller.ts'
import { speakDay, speakList } from '../speak.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool, yesNo } from '../voice-tool.ts'
import { resolveWhen, type When } from '../when/resolve-when.ts'
import { TOO_FAR_LINE } from './nearest-open.ts'
import { personGiven } from './person-given.ts'
import { providerAsked } from './provider-asked.ts'

const AHEAD_DAYS = 13
const LONGEST_DAYS = 60

export const checkAvailability: VoiceTool = { run: sayOpenTimes }

function* sayOpenTimes(voice: Voice): Work<string> {
  const { setup, args, today, tx } = voice
  const patient = yield* knownPatient(voice)
  const isNew = patient?.isNew ?? yesNo(args, ['newPatient', 'isNewPatient'])
  const match = matchAppointmentType(setup, arg(args, ['appointmentType', 'service', 'type', 'visitType', 'reason']), isNew)
  if (!match) return `What would you like to come in for: ${speakList(speakableTypes(setup).slice(0, 4))}?`
  const asked = providerAsked(voice, match.type)
  if ('ask' in asked) return asked.ask
  const when = whenAsked(args, today)
  if (when === null) return 'I did not catch the day. Which day would you like?'
  if (when.contradiction) return `${speakDay(when.contradiction.date, today)} is a different weekday. Which day did you mean?`
  if (when.to < today) return 'That day is already past. Which day would you like?'
  if (daysBetween(today, when.from) > setup.practice.settings.horizonDays) return TOO_FAR_LINE

  const question = {
    appointmentTypeId: match.type.id,
    providerId: asked.provider?.id ?? null,
    patientId: patient?.id ?? null,
    by: 'machine' as const,
    callId: voice.call.id,
  }
  const options = { withProvider: asked.provider !== null }
  const from = when.from < today ? today : when.from
  const to = daysBetween(from, when.to) > LONGEST_DAYS ? addDays(from, LONGEST_DAYS) : when.to
  const intro = match.isInstead ? `New patients start with the ${match.type.name.toLowerCase()}. ` : ''
  const open = yield* findOpenSlots(setup, tx.now, { ...question, from, to, window: windowOf(when) })
  const exact =
    when.exactDay && open.find((slot) => wallClock(instantOf(slot.start), setup.practice.timeZone).minuteOfDay === when.atMinute)
  if (exact) return `${intro}I have ${yield* offerSlots(voice, [exact], options)}. Does that suit you?`
  const offered = spreadSlots(open, setup.practice.timeZone)
  if (offered.length > 0) return `${intro}I have ${yield* offerSlots(voice, offered, options)}. Which works best?`

  const next = spreadSlots(yield* findNextSlots(setup, tx.now, { ...question, from }), setup.practice.timeZone)
  if (next.length === 0) return `${intro}I find nothing open then or in the two months after. ${CALL_BACK_OFFER}`
  return `${intro}Nothing is open then. The nearest I have is ${yield* offerSlots(voice, next, options)}. Would one of these work?`
}

/** Somebody on file, so that their other visits are not in the way. Only with the birth date: what is open must not tell a stranger
 *  who is a patient here, or when. */
function* knownPatient(voice: Voice): Work<Patient | null> {
  const person = personGiven(voice, '')
  return 'ask' in person ? null : yield* tryProofIfNamed(voice, person)
}

const ANY_DAY = /^(any|anything|any (day|date|time)|whenever|flexible|open|no preference|asap|earliest|soonest)$/i

/** The day or days asked for, from `when` (or date), `until` and `timeOfDay`. Nothing said means soon; null when it cannot be understood. */
function whenAsked(args: Record<string, unknown>, today: LocalDate): When | null {
  const said = arg(args, ['when', 'date', 'day', 'startDate', 'from', 'preferredDate', 'dateRange'])
  const day = ANY_DAY.test(said) ? '' : said
  const until = arg(args, ['until', 'endDate', 'to', 'dateTo'])
  const part = arg(args, ['timeOfDay', 'time', 'partOfDay', 'preferredTime'], 60)
  const soon: When = { from: today, to: addDays(today, AHEAD_DAYS), window: null, atMinute: null, exactDay: false }
  const asked = day ? (resolveWhen(until ? `${day} to ${until}` : day, today) ?? resolveWhen(day, today)) : soon
  if (!asked) return null
  const partOfDay = part ? resolveWhen(part, today) : null
  return { ...asked, window: asked.window ?? partOfDay?.window ?? null, atMinute: asked.atMinute ?? partOfDay?.atMinute ?? null }
}

/** An exact clock time means "about then". */
function windowOf(when: When): { fromMinute: number; toMinute: number } | null {
  if (when.window) return when.window
  if (when.atMinute === null) return null
  return { fromMinute: Math.max(0, when.atMinute - 60), toMinute: Math.min(1440, when.atMinute + 61) }
}
