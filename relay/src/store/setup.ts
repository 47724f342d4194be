import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PracticeId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Practice, PracticePhone, ProviderHours, Setup, Shift } from '@dentalanswer/shared/domain/practice.ts'
import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import { findPractice, isCommitted, updatePractice } from './practices.ts'
import { entityTables } from './registry.ts'
import type { Tx } from './transaction.ts'
import { all, first, run, statement, type Work } from './work.ts'

const providers = statement((db, p: { practiceId: string }) =>
  db.selectFrom('providers').selectAll().where('practice_id', '=', p.practiceId).orderBy('position').orderBy('id'),
)
const operatories = statement((db, p: { practiceId: string }) =>
  db.selectFrom('operatories').selectAll().where('practice_id', '=', p.practiceId).orderBy('position').orderBy('id'),
)
const types = statement((db, p: { practiceId: string }) =>
  db.selectFrom('appointment_types').selectAll().where('practice_id', '=', p.practiceId).orderBy('position').orderBy('id'),
)
const hours = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('working_hours')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .orderBy('provider_id')
    .orderBy('weekday')
    .orderBy('starts_at'),
)
const closures = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('closures')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('removed_at', 'is', null)
    .orderBy('starts_at')
    .orderBy('id'),
)
const phones = statement((db, p: { practiceId: string }) =>
  db.selectFrom('phone_numbers').selectAll().where('practice_id', '=', p.practiceId).orderBy('phone_number').orderBy('id'),
)
const phoneByNumber = statement((db, p: { phoneNumber: string }) =>
  // 'released' comes last: the one in use wins over one that was given up.
  db.selectFrom('phone_numbers').selectAll().where('phone_number', '=', p.phoneNumber).orderBy('status').limit(1),
)
const phoneByVapiId = statement((db, p: { id: string }) =>
  db.selectFrom('phone_numbers').selectAll().where('vapi_phone_number_id', '=', p.id),
)
const phonesByAssistant = statement((db, p: { id: string }) =>
  db.selectFrom('phone_numbers').selectAll().where('vapi_assistant_id', '=', p.id).orderBy('phone_number'),
)
const phonesByService = statement((db, p: { id: string }) =>
  db.selectFrom('phone_numbers').selectAll().where('messaging_service_sid', '=', p.id).orderBy('phone_number'),
)
const phonesInUse = statement((db, _: Record<string, never>) =>
  db.selectFrom('phone_numbers').selectAll().where('status', '!=', 'released').orderBy('phone_number'),
)
const clearShifts = statement((db, p: { practiceId: string; providerId: string }) =>
  db.deleteFrom('working_hours').where('practice_id', '=', p.practiceId).where('provider_id', '=', p.providerId),
)
const addShift = statement((db, p: { practiceId: string; providerId: string; weekday: number; startsAt: string; endsAt: string }) =>
  db
    .insertInto('working_hours')
    .values({ practice_id: p.practiceId, provider_id: p.providerId, weekday: p.weekday, starts_at: p.startsAt, ends_at: p.endsAt }),
)

const KEPT_PRACTICES = 2_000
const kept = new Map<string, Setup>()

/** What decides when something may be booked. Read again only after the practice's set-up version has risen; the version is
 *  checked in the same transaction, so two relays never work with an old set-up. */
export function* loadSetup(practiceId: PracticeId, known?: Practice): Work<Setup> {
  const practice = known ?? (yield* findPractice(practiceId))
  if (!practice) throw new DeskError('NOT_FOUND', 'There is no such practice.')
  const cached = kept.get(practiceId)
  if (cached && cached.practice.setupVersion === practice.setupVersion) return cached
  const setup: Setup = {
    practice,
    providers: yield* entityTables.providers.list(providers, { practiceId }),
    operatories: yield* entityTables.operatories.list(operatories, { practiceId }),
    appointmentTypes: yield* entityTables.appointmentTypes.list(types, { practiceId }),
    hours: yield* allHours(practiceId),
    closures: yield* entityTables.closures.list(closures, { practiceId }),
    phoneNumbers: yield* entityTables.phoneNumbers.list(phones, { practiceId }),
  }
  // A version that this very transaction made may still be rolled back.
  if (isCommitted(practice)) {
    if (kept.size >= KEPT_PRACTICES) kept.clear()
    kept.set(practiceId, setup)
  }
  return setup
}

function* allHours(practiceId: string): Work<ProviderHours[]> {
  const rows = yield* all(hours, { practiceId })
  const byProvider = Map.groupBy(rows, (row) => row.provider_id)
  return [...byProvider].map(([providerId, shifts]) => ({
    providerId: providerId as ProviderId,
    shifts: shifts.map((row) => ({ weekday: Number(row.weekday), startsAt: row.starts_at, endsAt: row.ends_at }) as Shift),
  }))
}

/** Raises the set-up version, without which other readers would go on with the old set-up. Call it in every set-up change. */
export function* changeSetup(tx: Tx, change: Partial<Practice> = {}): Work<Practice> {
  // From the clock, so that a version that was rolled back is never given to another set-up.
  tx.practice = { ...tx.practice, ...change, setupVersion: Math.max(tx.practice.setupVersion + 1, epochMs(tx.now)) }
  yield* updatePractice(tx.practice)
  tx.record('practice', tx.practice, () => true)
  tx.emit('setup.changed')
  return tx.practice
}

export function* replaceHours(tx: Tx, next: ProviderHours): Work<ProviderHours> {
  yield* run(clearShifts, { practiceId: tx.practiceId, providerId: next.providerId })
  for (const shift of next.shifts) yield* run(addShift, { practiceId: tx.practiceId, providerId: next.providerId, ...shift })
  tx.record('hours', next, (other) => other.providerId === next.providerId)
  return next
}

export type OwnedPhone = PracticePhone & { practiceId: PracticeId }

function owned(row: object): OwnedPhone {
  return { ...entityTables.phoneNumbers.read(row), practiceId: (row as { practice_id: string }).practice_id as PracticeId }
}

/** Which practice a number belongs to. Numbers are unique over all practices. */
export function* phoneOfNumber(phoneNumber: string): Work<OwnedPhone | null> {
  const row = yield* first(phoneByNumber, { phoneNumber })
  return row ? owned(row) : null
}

export function* phoneOfVapiNumber(id: string): Work<OwnedPhone | null> {
  const row = yield* first(phoneByVapiId, { id })
  return row ? owned(row) : null
}

/** The numbers an assistant answers; all of one practice, or the set-up is wrong. */
export function* phonesOfAssistant(id: string): Work<OwnedPhone[]> {
  return (yield* all(phonesByAssistant, { id })).map(owned)
}

export function* phonesOfMessagingService(id: string): Work<OwnedPhone[]> {
  return (yield* all(phonesByService, { id })).map(owned)
}

/** Every number that any practice has and has not given back. */
export function* usedPhones(): Work<OwnedPhone[]> {
  return (yield* all(phonesInUse, {})).map(owned)
}
