import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { acknowledgementsSince } from '../store/messages.ts'
import { requirePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { queueText } from './queue-text.ts'
import { acknowledgementText } from './text-templates.ts'

const MOST_AN_HOUR = 5

/** A short answer from the number that was written to, at most five an hour to one number, so that two machines never talk to each
 *  other for long. */
export function* acknowledge(tx: Tx, message: Message, visit: Appointment, kind: 'cancelled' | 'confirmed'): Work<void> {
  const sent = yield* acknowledgementsSince(tx.practiceId, message.patientNumber, addMinutes(tx.now, -60))
  if (sent >= MOST_AN_HOUR) return
  const patient = yield* requirePatient(tx.practiceId, visit.patientId)
  const facts = { practice: tx.practice, firstName: patient.firstName, startsAt: visit.startsAt, language: patient.language }
  yield* queueText(tx, {
    to: message.patientNumber,
    from: message.toNumber,
    body: acknowledgementText(facts, kind),
    purpose: 'acknowledgement',
    related: { type: 'appointment', id: visit.id },
    isAnswer: true,
    dedupeKey: `answer:${message.id}`,
    sentBy: 'machine',
  })
}
