import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AppointmentTypeId, OperatoryId, PhoneNumberId, PracticeId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { nowOf } from '../ports/clock.ts'
import { insertPractice } from '../store/practices.ts'
import { replaceHours } from '../store/setup.ts'
import { isDuplicate } from '../store/store-error.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type PracticeFile, shiftsOf } from './practice-file.ts'

/** Creates a practice with its providers, operatories, types, hours and numbers, all or nothing. Throws `BAD_INPUT` when a name in the
 *  file is not defined in it, or a phone number already belongs to a practice. */
export async function createPractice(
  base: Omit<Ctx, 'practiceId' | 'actor'>,
  file: PracticeFile,
  twilioAccountSid: string | null,
): Promise<Practice> {
  const practiceId = base.newId() as PracticeId
  const ctx: Ctx = { ...base, practiceId, actor: { kind: 'operator', id: null } }
  const { name, textName, phoneNumber, country, timeZone, settings } = file
  const practice: Practice = { id: practiceId, name, textName, phoneNumber, country, timeZone, settings, setupVersion: 1 }
  try {
    await write(
      ctx,
      'create-practice',
      (tx) => fillPractice(tx, file, twilioAccountSid),
      () => insertPractice(practice, nowOf(base.clock)),
    )
  } catch (error) {
    if (isDuplicate(error)) throw new DeskError('BAD_INPUT', 'One of the phone numbers already belongs to a practice.', { cause: error })
    throw error
  }
  return practice
}

/** Set up by hand at the vendors: it is taken as working, and nothing there is changed by itself. */
const handMade = {
  status: 'active',
  way: 'given',
  forwardedFrom: null,
  texting: 'ready',
  voiceUrl: null,
  assistantVersion: null,
  rentMicrodollars: null,
  health: UNKNOWN_HEALTH,
  forwardTest: null,
  trial: null,
  releaseAt: null,
} as const

function* fillPractice(tx: Tx, file: PracticeFile, twilioAccountSid: string | null): Work<void> {
  const providers = new Map<string, ProviderId>()
  const operatories = new Map<string, OperatoryId>()
  for (const [position, { hours, ...one }] of file.providers.entries()) {
    const id = tx.newId<ProviderId>()
    providers.set(one.name, id)
    yield* tx.insert('providers', { ...one, spokenName: one.spokenName ?? one.name, id, active: true, position })
    yield* replaceHours(tx, { providerId: id, shifts: shiftsOf(hours) })
  }
  for (const [position, name] of file.operatories.entries()) {
    const id = tx.newId<OperatoryId>()
    operatories.set(name, id)
    yield* tx.insert('operatories', { id, name, active: true, position })
  }
  for (const [position, { operatories: places, ...type }] of file.appointmentTypes.entries())
    yield* tx.insert('appointmentTypes', {
      ...type,
      id: tx.newId<AppointmentTypeId>(),
      providers: type.providers.map((one) => {
        const named = typeof one === 'string' ? { name: one, durationMinutes: null } : one
        return { providerId: idOf(providers, named.name, 'provider'), durationMinutes: named.durationMinutes }
      }),
      operatoryIds: places.map((name) => idOf(operatories, name, 'operatory')),
      active: true,
      position,
    })
  for (const phone of file.phoneNumbers)
    yield* tx.insert('phoneNumbers', { ...handMade, ...phone, id: tx.newId<PhoneNumberId>(), twilioAccountSid, createdAt: tx.now })
  tx.record('practice', tx.practice, () => true)
  yield* tx.audit({ action: 'practice.created', subjectType: 'practice', subjectId: tx.practiceId })
  tx.emit('practice.created')
}

function idOf<Id>(ids: Map<string, Id>, name: string, kind: string): Id {
  const id = ids.get(name)
  if (!id) throw new DeskError('BAD_INPUT', `The file names the ${kind} "${name}" in a type, but does not define it.`)
  return id
}
