import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { upcomingAppointments } from '../store/appointments.ts'
import { activeOptOut } from '../store/messages.ts'
import { isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { actOnReply, cancelByReply, openQuestion } from './act-on-reply.ts'
import { askPerson, phoneThem } from './ask-person.ts'
import type { CarrierWord } from './carrier-words.ts'
import { optIn, optOut } from './opt-outs.ts'

const RESCUE_DAYS = 14

/** The carrier has already acted on these words whatever we do: after STOP or CANCEL nothing we send arrives. */
export function* followCarrierWord(tx: Tx, message: Message, word: CarrierWord, optOutType: string | null): Work<void> {
  const read = (intent: string, rule: string) => ({ ...message, reading: { intent, matched: [message.body.trim().slice(0, 40)], rule } })
  if (word === 'help') {
    yield* tx.update('messages', read('help', 'carrier-help-word'))
    return
  }
  if (word === 'start') {
    yield* optIn(tx, message)
    yield* tx.update('messages', read('opt_in', 'carrier-start-word'))
    return
  }
  if (word === 'yes') {
    // From a number that had opted out, YES switches texting back on; it confirms nothing.
    if (!(yield* activeOptOut(tx.practiceId, message.patientNumber))) return yield* actOnReply(tx, message)
    yield* optIn(tx, message)
    yield* askPerson(tx, read('opt_in', 'yes-after-opt-out'), 'YES switched texting back on. If it also answers a question, ask again.')
    return
  }
  // Where CANCEL was taken off the keyword list, the service says so by naming no opt-out; on a default number it says nothing either,
  // so the block is assumed.
  yield* optOut(tx, message, 'carrier_word')
  const visits = yield* soonVisits(tx, message)
  if (word === 'cancel' && (yield* openQuestion(tx, message)) !== null) {
    const cancelled = yield* cancelByReply(tx, read('cancel', 'carrier-cancel-word'), { canAcknowledge: false })
    const reason = cancelled
      ? 'Cancelled by texting CANCEL, which also blocks texts. Phone them to rebook.'
      : 'May want to cancel: texted CANCEL, which blocks texts. Phone them.'
    yield* phoneThem(tx, message, { patientId: visits[0]?.patientId ?? null, reason, urgency: 'urgent' })
    return
  }
  const stopped = read('opt_out', `carrier-${word}-word${optOutType ? '-answered' : ''}`)
  yield* tx.update('messages', stopped)
  if (visits.length > 0)
    yield* phoneThem(tx, message, {
      patientId: visits.length === 1 ? visits[0]!.patientId : null,
      reason: 'Stopped texts with a visit coming up: likely wants to cancel. Texting is blocked, phone them.',
      urgency: 'urgent',
    })
}

function* soonVisits(tx: Tx, message: Message): Work<Appointment[]> {
  const until = addMinutes(tx.now, RESCUE_DAYS * 1440)
  const visits: Appointment[] = []
  for (const patient of yield* patientsOnNumber(tx.practiceId, message.patientNumber))
    if (isReachableOn(patient, message.patientNumber))
      visits.push(...(yield* upcomingAppointments(tx.practiceId, patient.id, tx.now)).filter((one) => one.startsAt <= until))
  return visits
}
