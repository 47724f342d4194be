import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { AppointmentType, Provider } from '@dentalanswer/shared/domain/practice.ts'
import { minutesOf } from '../../booking/calendar-of.ts'
import { findOpenSlots } from '../../booking/find-open-slots.ts'
import { moveAppointment } from '../../booking/move-appointment.ts'
import { appointmentText } from '../../messaging/text-templates.ts'
import type { Work } from '../../store/work.ts'
import { speakStart } from '../offer-slots.ts'
import { chooseAppointment, proveCaller } from '../proven-caller.ts'
import { type StartAsked, startAsked } from '../start-asked.ts'
import { textReceipt } from '../text-receipt.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool } from '../voice-tool.ts'
import { nearestInstead } from './nearest-open.ts'
import { providerAsked } from './provider-asked.ts'

export const moveAppointmentTool: VoiceTool = { run: move, refused: offerOtherTimes }

const CURRENT = ['appointmentDate', 'currentDate', 'currentStartsAt', 'oldDate']

type Wanted = {
  patient: Patient
  appointment: Appointment
  type: AppointmentType
  start: Exclude<StartAsked, { ask: string }>
  provider: Provider | null
}

/** Which visit, to when and with whom; or what to say instead. A model may repeat a move that is already made. */
function* wantedIn(voice: Voice): Work<Wanted | { say: string }> {
  const { args, setup, today } = voice
  const proof = yield* proveCaller(voice)
  if ('say' in proof) return proof
  const time = arg(args, ['newTime', 'time', 'startTime'], 60)
  const said = arg(args, ['newStartsAt', 'newDate', 'newDateTime', 'startsAt', 'when', 'date']) || time
  const start = startAsked(said, time, setup.practice.timeZone, today)
  const there = 'ask' in start ? undefined : proof.upcoming.find((one) => one.startsAt === start.startsAt)
  if (there) return { say: `${proof.patient.firstName} already has ${speakStart(voice, there.startsAt)}.` }
  const chosen = chooseAppointment(voice, proof, CURRENT)
  if ('say' in chosen) return chosen
  if ('ask' in start) return { say: start.ask }
  const type = setup.appointmentTypes.find((one) => one.id === chosen.appointment.appointmentTypeId)
  if (!type?.active) return { say: `I cannot move that visit myself. ${CALL_BACK_OFFER}` }
  const asked = providerAsked(voice, type)
  return 'ask' in asked ? { say: asked.ask } : { ...chosen, type, start, provider: asked.provider }
}

function* move(voice: Voice): Work<string> {
  const wanted = yield* wantedIn(voice)
  if ('say' in wanted) return wanted.say
  const { patient, appointment, start } = wanted
  const moved = yield* moveAppointment(voice.tx, {
    appointmentId: appointment.id,
    startsAt: start.startsAt,
    providerId: wanted.provider?.id ?? (yield* sameProvider(voice, wanted)),
    operatoryId: null,
    overbookReason: null,
    cause: { by: 'voice', why: { rule: 'moved-in-call', matched: [] }, callId: voice.call.id, messageId: null },
  })
  yield* sendReceipt(voice, patient, moved)
  const provider = voice.setup.providers.find((one) => one.id === moved.providerId)
  const withWhom = moved.providerId === appointment.providerId ? '' : `, with ${provider?.spokenName ?? 'the team'}`
  return `Moved: ${patient.firstName} now has ${speakStart(voice, moved.startsAt)}${withWhom}, instead of ${speakStart(voice, appointment.startsAt)}.`
}

/** Patients keep their provider where that one is free; null lets anybody who may do it take the visit. */
function* sameProvider({ setup, tx, call }: Voice, { appointment, patient, start, type }: Wanted) {
  const open = yield* findOpenSlots(setup, tx.now, {
    appointmentTypeId: type.id,
    providerId: appointment.providerId,
    patientId: patient.id,
    by: 'machine',
    callId: call.id,
    movingId: appointment.id,
    from: start.date,
    to: start.date,
  })
  return open.some((slot) => slot.start === minutesOf(start.startsAt)) ? appointment.providerId : null
}

function* sendReceipt(voice: Voice, patient: Patient, moved: Appointment): Work<void> {
  const { caller, setup } = voice
  if (!caller) return
  const { startsAt } = moved
  yield* textReceipt(voice, {
    to: caller,
    body: appointmentText({ practice: setup.practice, firstName: patient.firstName, startsAt, language: patient.language }, 'moved'),
    purpose: 'move_confirmation',
    asked: 'appointment',
    appointment: moved,
    dedupeKey: `moved:${moved.id}:${moved.version}`,
  })
}

/** The old time stays; says what else is open near the one that was wanted. */
function* offerOtherTimes(voice: Voice, error: DeskError): Work<string> {
  const wanted = yield* wantedIn(voice)
  if ('say' in wanted) return wanted.say
  const { patient, appointment } = wanted
  return yield* nearestInstead(voice, {
    ...wanted,
    error,
    stays: ', so the visit stays where it is for now',
    patientId: patient.id,
    movingId: appointment.id,
  })
}
