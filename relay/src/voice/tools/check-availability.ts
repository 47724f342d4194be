import type { AppointmentTypeId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { addDays, daysBetween, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { FURTHEST_DAYS } from '../../booking/calendar-of.ts'
import { findNextSlots, findOpenSlots } from '../../booking/find-open-slots.ts'
import { spreadSlots } from '../../booking/spread-slots.ts'
import { isSameName } from '../../patients/match-name.ts'
import { patientsOnNumber } from '../../store/patients.ts'
import type { Work } from '../../store/work.ts'
import { matchAppointmentType, matchProvider, speakableTypes } from '../match-words.ts'
import { offerSlots } from '../offer-slots.ts'
import { resolveWhen, type When } from '../resolve-when.ts'
import { speakDay, speakList } from '../speak.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool, yesNo } from '../voice-tool.ts'

const AHEAD_DAYS = 13
const LONGEST_DAYS = 60
export const TOO_FAR_LINE = 'That is further ahead than I can book. Which day within the next year would suit you?'

export const checkAvailability: VoiceTool = { run: sayOpenTimes }

function* sayOpenTimes(voice: Voice): Work<string> {
  const { setup, args, today, tx } = voice
  const patient = yield* knownPatient(voice)
  const isNew = yesNo(args, ['newPatient', 'isNewPatient', 'new_patient']) ?? (patient ? patient.isNew : null)
  const said = arg(args, ['appointmentType', 'service', 'reason', 'type'])
  const match = matchAppointmentType(setup, said, isNew)
  if (!match) return `What would you like to come in for: ${speakList(speakableTypes(setup).slice(0, 4))}?`
  const providerSaid = arg(args, ['provider', 'doctor', 'providerName'])
  const provider = providerSaid ? matchProvider(setup, providerSaid) : null
  if (providerSaid && !provider)
    return `I do not see that provider here. Would anyone else be fine, or ${CALL_BACK_OFFER.replace('I can', 'shall I')}`

  const when = whenAsked(args, today)
  if (when === null) return 'I did not catch the day. Which day would you like?'
  if (when.contradiction) return `${speakDay(when.contradiction.date, today)} is a different weekday. Which day did you mean?`
  if (when.to < today) return 'That day is already past. Which day would you like?'
  if (daysBetween(today, when.from) > FURTHEST_DAYS) return TOO_FAR_LINE

  const question = {
    appointmentTypeId: match.type.id as AppointmentTypeId,
    providerId: (provider?.id ?? null) as ProviderId | null,
    patientId: (patient?.id ?? null) as PatientId | null,
    by: 'machine' as const,
    callId: voice.call.id,
  }
  const from = when.from < today ? today : when.from
  const to = daysBetween(from, when.to) > LONGEST_DAYS ? addDays(from, LONGEST_DAYS) : when.to
  const open = yield* findOpenSlots(setup, tx.now, { ...question, from, to, window: windowOf(when) })
  const intro = match.isInstead ? `New patients start with ${articled(match.type.name)}. ` : ''
  const said3 = spreadSlots(open, setup.practice.timeZone)
  if (said3.length > 0) return `${intro}I have ${yield* offerSlots(voice, said3, { withProvider: provider !== null })}. Which works best?`

  const next = spreadSlots(yield* findNextSlots(setup, tx.now, { ...question, from }), setup.practice.timeZone)
  if (next.length === 0) return `${intro}I find nothing open then or in the next two months. ${CALL_BACK_OFFER}`
  return `${intro}Nothing is open then. The nearest I have is ${yield* offerSlots(voice, next, { withProvider: provider !== null })}. Would one of these work?`
}

function articled(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}

function* knownPatient({ tx, caller, args }: Voice) {
  const given = { firstName: arg(args, ['firstName'], 60), lastName: arg(args, ['lastName'], 60) }
  if (!caller || !given.firstName) return null
  return (yield* patientsOnNumber(tx.practiceId, caller)).find((one) => isSameName(one, given)) ?? null
}

/** The day or days asked for, from `when` (or date), `until` and `timeOfDay`. Nothing said means soon; null when it cannot be understood. */
export function whenAsked(args: Record<string, unknown>, today: LocalDate): When | null {
  const day = arg(args, ['when', 'date', 'day', 'startDate', 'from'])
  const until = arg(args, ['until', 'endDate', 'to', 'dateTo'])
  const part = arg(args, ['timeOfDay', 'time', 'partOfDay', 'preferredTime'], 60)
  const soon: When = { from: today, to: addDays(today, AHEAD_DAYS), window: null, atMinute: null, exactDay: false }
  const asked = day ? resolveWhen(until ? `${day} to ${until}` : day, today) : soon
  const fallback = asked === null && until ? resolveWhen(day, today) : asked
  if (!fallback) return null
  const partOfDay = part ? resolveWhen(part, today) : null
  return { ...fallback, window: fallback.window ?? partOfDay?.window ?? null, atMinute: fallback.atMinute ?? partOfDay?.atMinute ?? null }
}

/** An exact clock time means "about then". */
function windowOf(when: When): { fromMinute: number; toMinute: number } | null {
  if (when.window) return when.window
  if (when.atMinute === null) return null
  return { fromMinute: Math.max(0, when.atMinute - 60), toMinute: Math.min(1440, when.atMinute + 61) }
}
