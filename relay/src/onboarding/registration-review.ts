import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { RegistrationStage, TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { registrationKindOf } from '@dentalanswer/shared/domain/registration-words.ts'
import type { ReviewState } from '../ports/number-supplier.ts'
import { changeSetup, loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { rejectedWords } from './registration-problems.ts'
import { STAGES, withStage } from './registration-state.ts'

type StageName = RegistrationStage['name']
type Reviewed = Extract<StageName, 'brand' | 'campaign' | 'verification'>
/** Where each review’s id is kept; null until carriers have taken what was sent. */
export const SID_OF = { brand: 'brandSid', campaign: 'campaignSid', verification: 'verificationSid' } as const

/** Writes a registration and tells the desks. */
export function* changeRegistration(tx: Tx, registration: TextRegistration, change: Partial<TextRegistration>): Work<TextRegistration> {
  const changed = yield* tx.update('textRegistrations', { ...registration, ...change, updatedAt: tx.now })
  tx.emit('registration.changed')
  return changed
}

/** Takes down how carriers see one stage now. */
export function* takeReview(tx: Tx, registration: TextRegistration, name: Reviewed, review: ReviewState): Work<TextRegistration> {
  const seen = { ...registration, [SID_OF[name]]: review.sid, checkedAt: tx.now }
  if (review.state === 'approved') return yield* endStage(tx, seen, name)
  if (review.state === 'rejected') return yield* failStage(tx, seen, name, rejectedWords(name, review.problem))
  return yield* changeRegistration(tx, seen, { stages: withStage(seen, name, { problem: null }) })
}

/** A stage is done and the next one begins; after the last one the numbers may text. */
export function* endStage(tx: Tx, registration: TextRegistration, name: StageName): Work<TextRegistration> {
  const order = STAGES[registration.kind]
  const next = order[order.indexOf(name) + 1]
  const ended = { ...registration, stages: withStage(registration, name, { state: 'done', problem: null, at: tx.now }) }
  yield* tx.audit({
    action: 'registration.advanced',
    subjectType: 'registration',
    subjectId: registration.id,
    detail: { stage: name, state: 'done' },
  })
  if (!next) return yield* approve(tx, ended)
  const follows = ended.stages.find((one) => one.name === next)
  // A profile that the operator recorded early is done already.
  if (follows?.state === 'done') return yield* endStage(tx, ended, next)
  return yield* changeRegistration(tx, ended, { stages: withStage(ended, next, { state: 'waiting', problem: null, at: tx.now }) })
}

/** Carriers said no, or it cannot go on: staff correct something and send it again. */
export function* failStage(tx: Tx, registration: TextRegistration, name: StageName, problem: string): Work<TextRegistration> {
  yield* tx.audit({
    action: 'registration.advanced',
    subjectType: 'registration',
    subjectId: registration.id,
    detail: { stage: name, state: 'failed' },
  })
  yield* setTexting(tx, registration, ['waiting'], 'refused')
  return yield* changeRegistration(tx, registration, { stages: withStage(registration, name, { state: 'failed', problem, at: tx.now }) })
}

function* approve(tx: Tx, registration: TextRegistration): Work<TextRegistration> {
  const approved = yield* changeRegistration(tx, registration, { approvedAt: registration.approvedAt ?? tx.now, checkedAt: tx.now })
  yield* setTexting(tx, approved, ['waiting', 'refused'], 'ready')
  return approved
}

/** Changes what the numbers under a registration may do. An ordinary number is ready only once it is in the messaging service that
 *  carries the registration. */
export function* setTexting(
  tx: Tx,
  registration: TextRegistration,
  from: PracticePhone['texting'][],
  texting: PracticePhone['texting'],
): Work<void> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const concerned = numbersUnder(registration, phoneNumbers).filter(
    (phone) =>
      from.includes(phone.texting) && (texting !== 'ready' || registration.kind === 'toll_free' || phone.messagingServiceSid !== null),
  )
  if (concerned.length === 0) return
  for (const phone of concerned) {
    yield* tx.update('phoneNumbers', { ...phone, texting })
    yield* tx.audit({ action: 'number.texting', subjectType: 'phone_number', subjectId: phone.id, detail: { texting } })
  }
  tx.emit('number.changed')
  yield* changeSetup(tx)
}

export function numbersUnder(registration: TextRegistration, phones: PracticePhone[]): PracticePhone[] {
  return phones.filter(
    (phone) =>
      phone.status !== 'released' &&
      registrationKindOf(phone.phoneNumber) === registration.kind &&
      (registration.kind === '10dlc' || phone.id === registration.phoneNumberId),
  )
}
