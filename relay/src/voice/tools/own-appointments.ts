import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { cancelAppointment } from '../../booking/cancel-appointment.ts'
import type { Cause } from '../../booking/change-appointment.ts'
import { confirmAppointment } from '../../booking/confirm-appointment.ts'
import { acknowledgementText } from '../../messaging/text-templates.ts'
import { changesInCall } from '../../store/appointments.ts'
import type { Work } from '../../store/work.ts'
import { speakStart } from '../offer-slots.ts'
import { chooseAppointment, isOnDaySaid, type Proof, proveCaller } from '../proven-caller.ts'
import { speakList } from '../speak.ts'
import { textReceipt } from '../text-receipt.ts'
import { arg, NOT_FOUND_LINE, type Voice, type VoiceTool } from '../voice-tool.ts'
import { numberWords } from '../when/spoken-numbers.ts'

const NAMES_OF_DAY = ['appointmentDate', 'currentDate', 'when', 'date', 'startsAt']
const MOST_READ_OUT = 3

const causeOf = ({ call }: Voice, rule: string): Cause => ({ by: 'voice', why: { rule, matched: [] }, callId: call.id, messageId: null })

export const findAppointmentsTool: VoiceTool = {
  *run(voice) {
    const proof = yield* proveCaller(voice)
    if ('say' in proof) return proof.say
    const { patient, upcoming } = proof
    if (upcoming.length === 0) return NOT_FOUND_LINE
    const list = speakList(
      upcoming.slice(0, MOST_READ_OUT).map((one) => speakStart(voice, one.startsAt)),
      'and',
    )
    const more = upcoming.length > MOST_READ_OUT ? `, and ${numberWords(upcoming.length - MOST_READ_OUT)} more after that` : ''
    return `${patient.firstName} has ${upcoming.length === 1 ? 'a visit' : 'visits'} on ${list}${more}.`
  },
}

export const confirmAppointmentTool: VoiceTool = {
  *run(voice) {
    const proof = yield* proveCaller(voice)
    const chosen = 'say' in proof ? proof : chooseAppointment(voice, proof, NAMES_OF_DAY)
    if ('say' in chosen) return chosen.say
    const confirmed = yield* confirmAppointment(voice.tx, {
      appointmentId: chosen.appointment.id,
      cause: causeOf(voice, 'confirmed-in-call'),
    })
    return `Confirmed: ${chosen.patient.firstName}, ${speakStart(voice, confirmed.startsAt)}.`
  },
}

export const cancelAppointmentTool: VoiceTool = {
  *run(voice) {
    const { tx, args } = voice
    const proof = yield* proveCaller(voice)
    if ('say' in proof) return proof.say
    const repeated = yield* cancelledAlready(voice, proof)
    if (repeated) return repeated
    const chosen = chooseAppointment(voice, proof, NAMES_OF_DAY)
    if ('say' in chosen) return chosen.say
    const { patient, appointment } = chosen
    const reason = arg(args, ['reason', 'cancellationReason'], 200) || 'Cancelled by phone'
    yield* cancelAppointment(tx, { appointmentId: appointment.id, reason, cause: causeOf(voice, 'cancelled-in-call') })
    yield* sendReceipt(voice, chosen)
    return `Cancelled: ${patient.firstName}, ${speakStart(voice, appointment.startsAt)}. Would you like another time instead?`
  },
}

/** A model may repeat a cancellation under a new call id. It hears of the one that was made, and never cancels the next visit by it. */
function* cancelledAlready(voice: Voice, { patient, upcoming }: Exclude<Proof, { say: string }>): Work<string | null> {
  const cancelled = (yield* changesInCall(voice.tx.practiceId, voice.call.id))
    .filter(({ change, after }) => change.action === 'appointment.cancelled' && after.patientId === patient.id)
    .map(({ after }) => after)
  const isMeant = isOnDaySaid(voice, NAMES_OF_DAY)
  const done = cancelled.find((one) => isMeant === null || isMeant(one))
  if (!done || (isMeant !== null && upcoming.some(isMeant))) return null
  const line = `Cancelled: ${patient.firstName}, ${speakStart(voice, done.startsAt)}.`
  const [next] = upcoming
  return next
    ? `${line} Do you want to cancel ${speakStart(voice, next.startsAt)} as well?`
    : `${line} Would you like another time instead?`
}

function* sendReceipt(
  voice: Voice,
  chosen: { patient: { firstName: string; language: 'en' | 'es' }; appointment: Appointment },
): Work<void> {
  const { caller, setup } = voice
  if (!caller) return
  const { patient, appointment } = chosen
  yield* textReceipt(voice, {
    to: caller,
    body: acknowledgementText(
      { practice: setup.practice, firstName: patient.firstName, startsAt: appointment.startsAt, language: patient.language },
      'cancelled',
    ),
    purpose: 'cancel_notice',
    appointment,
    dedupeKey: `cancelled:${appointment.id}:${appointment.version}`,
  })
}
