import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { cancelAppointment } from '../../booking/cancel-appointment.ts'
import type { Cause } from '../../booking/change-appointment.ts'
import { confirmAppointment } from '../../booking/confirm-appointment.ts'
import { moveAppointment } from '../../booking/move-appointment.ts'
import { queueText } from '../../messaging/queue-text.ts'
import { acknowledgementText, appointmentText } from '../../messaging/text-templates.ts'
import type { Work } from '../../store/work.ts'
import { matchProvider } from '../match-words.ts'
import { chooseAppointment, proveCaller, speakAppointment } from '../proven-caller.ts'
import { speakList } from '../speak.ts'
import { startAsked } from '../start-asked.ts'
import { arg, CALL_BACK_OFFER, NOT_FOUND_LINE, type Voice, type VoiceTool } from '../voice-tool.ts'
import { nearestOpen } from './book-appointment.ts'

const causeOf = ({ call }: Voice, rule: string): Cause => ({ by: 'voice', why: { rule, matched: [] }, callId: call.id, messageId: null })

export const findAppointmentsTool: VoiceTool = {
  *run(voice) {
    const proof = yield* proveCaller(voice)
    if ('say' in proof) return proof.say
    const { patient, upcoming } = proof
    if (upcoming.length === 0) return NOT_FOUND_LINE
    const list = speakList(
      upcoming.slice(0, 3).map((one) => speakAppointment(voice, one)),
      'and',
    )
    const more = upcoming.length > 3 ? ` and ${upcoming.length - 3} more later` : ''
    return `${patient.firstName} has ${upcoming.length === 1 ? 'a visit' : 'visits'} on ${list}${more}.`
  },
}

export const confirmAppointmentTool: VoiceTool = {
  *run(voice) {
    const chosen = yield* chooseAppointment(voice)
    if ('say' in chosen) return chosen.say
    const confirmed = yield* confirmAppointment(voice.tx, {
      appointmentId: chosen.appointment.id,
      cause: causeOf(voice, 'confirmed-in-call'),
    })
    return `Confirmed: ${chosen.patient.firstName}, ${speakAppointment(voice, confirmed)}.`
  },
}

export const cancelAppointmentTool: VoiceTool = {
  *run(voice) {
    const { tx, args, call, caller, setup } = voice
    const chosen = yield* chooseAppointment(voice)
    if ('say' in chosen) return chosen.say
    const { patient, appointment } = chosen
    const reason = arg(args, ['reason'], 200) || 'Cancelled by phone'
    yield* cancelAppointment(tx, { appointmentId: appointment.id, reason, cause: causeOf(voice, 'cancelled-in-call') })
    if (caller)
      yield* queueText(tx, {
        to: caller,
        body: acknowledgementText(
          { practice: setup.practice, firstName: patient.firstName, startsAt: appointment.startsAt, language: patient.language },
          'cancelled',
        ),
        purpose: 'cancel_notice',
        related: { type: 'appointment', id: appointment.id },
        callId: call.id,
        isAnswer: true,
        dedupeKey: `cancelled:${appointment.id}:${appointment.version}`,
        sentBy: 'machine',
      })
    return `Cancelled: ${patient.firstName}, ${speakAppointment(voice, appointment)}. Would you like another time instead?`
  },
}

export const moveAppointmentTool: VoiceTool = { run: move, refused: offerOtherTimes }

function newStart({ args, setup, today }: Voice) {
  return startAsked(
    arg(args, ['newStartsAt', 'newDate', 'startsAt', 'newTime']),
    arg(args, ['newTime'], 60),
    setup.practice.timeZone,
    today,
  )
}

function* move(voice: Voice): Work<string> {
  const { tx, args, setup, caller, call } = voice
  const chosen = yield* chooseAppointment(voice)
  if ('say' in chosen) return chosen.say
  const { patient, appointment } = chosen
  const start = newStart(voice)
  if ('ask' in start) return start.ask
  if (start.startsAt === appointment.startsAt) return `${patient.firstName} already has ${speakAppointment(voice, appointment)}.`
  const providerSaid = arg(args, ['provider', 'doctor'])
  const provider = providerSaid ? matchProvider(setup, providerSaid) : null
  const moved = yield* moveAppointment(tx, {
    appointmentId: appointment.id,
    startsAt: start.startsAt,
    providerId: provider?.id ?? null,
    operatoryId: null,
    overbookReason: null,
    cause: causeOf(voice, 'moved-in-call'),
  })
  if (caller)
    yield* queueText(tx, {
      to: caller,
      body: appointmentText(
        { practice: setup.practice, firstName: patient.firstName, startsAt: moved.startsAt, language: patient.language },
        'moved',
      ),
      purpose: 'move_confirmation',
      asked: 'appointment',
      related: { type: 'appointment', id: moved.id },
      callId: call.id,
      isAnswer: true,
      dedupeKey: `moved:${moved.id}:${moved.version}`,
      sentBy: 'machine',
    })
  return `Moved: ${patient.firstName} now has ${speakAppointment(voice, moved)}, instead of ${speakAppointment(voice, appointment)}.`
}

/** The old time stays; says what else is open near the one that was wanted. */
function* offerOtherTimes(voice: Voice, error: DeskError): Work<string> {
  const chosen = yield* chooseAppointment(voice)
  if ('say' in chosen) return chosen.say
  const start = newStart(voice)
  const type = voice.setup.appointmentTypes.find((one) => one.id === chosen.appointment.appointmentTypeId)
  if ('ask' in start || !type?.active) return `I could not move it, so the visit stays where it is. ${CALL_BACK_OFFER}`
  const nearest = yield* nearestOpen(voice, type, start.startsAt, start.date)
  const intro = error.code === 'SLOT_TAKEN' ? 'That time was just taken' : 'That time is not open'
  if (!nearest) return `${intro}, so the visit stays where it is. ${CALL_BACK_OFFER}`
  return `${intro}, so the visit stays where it is for now. The nearest I have is ${nearest}. Would one of these work?`
}
