import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { EntityOf } from '@dentalanswer/shared/contract/events.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { ClosureId } from '@dentalanswer/shared/domain/ids.ts'
import type { Closure, Practice, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { openLead } from '../calls/open-lead.ts'
import { followSetup } from '../onboarding/assistant-versions.ts'
import { findAppointments, takenBetween } from '../store/appointments.ts'
import { requirePatient, textNumberOf } from '../store/patients.ts'
import { changeSetup, loadSetup, replaceHours } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { Commands, InputOf } from './desk-context.ts'
import { isKnownElsewhere } from './known-elsewhere.ts'
import { inOrder, requireUnchanged, sameNames } from './require-unchanged.ts'
import { staffName } from './staff-name.ts'

type PracticeChange = Omit<InputOf<'practice.change'>, 'expected'>
type SetupCommands = Pick<
  Commands,
  'practice.change' | 'provider.put' | 'operatory.put' | 'appointmentType.put' | 'hours.put' | 'closure.add' | 'closure.remove'
>

export const setupCommands: SetupCommands = {
  *'practice.change'(tx, { expected, ...input }) {
    const given = <T extends object>(change: T) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    if (expected) requirePracticeUnchanged(tx.practice, expected, input)
    yield* auditSetup(tx, 'practice', tx.practiceId)
    // What is not named stays, one setting at a time: a desk that changes the notice must not empty the on-call list.
    return yield* changeAndFollow(tx, { ...given(input), settings: { ...tx.practice.settings, ...given(input.settings ?? {}) } })
  },
  *'provider.put'(tx, { expected, ...input }) {
    return yield* put(tx, 'providers', input, expected)
  },
  *'operatory.put'(tx, { expected, ...input }) {
    return yield* put(tx, 'operatories', input, expected)
  },
  *'appointmentType.put'(tx, { expected, ...input }) {
    const setup = yield* loadSetup(tx.practiceId, tx.practice)
    requireOwn(setup, { providerIds: input.providers.map((one) => one.providerId), operatoryIds: input.operatoryIds })
    return yield* put(tx, 'appointmentTypes', input, expected)
  },
  *'hours.put'(tx, { expected, ...input }) {
    const setup = yield* loadSetup(tx.practiceId, tx.practice)
    requireOwn(setup, { providerIds: [input.providerId], operatoryIds: [] })
    requireNoOverlap(input.shifts)
    const stored = inOrder(
      setup.hours.find((one) => one.providerId === input.providerId),
      input.providerId,
    )
    const known = expected === undefined ? undefined : inOrder(expected, input.providerId)
    requireUnchanged({ stored, expected: known, wanted: inOrder(input, input.providerId) })
    yield* auditSetup(tx, 'hours', input.providerId)
    const hours = yield* replaceHours(tx, input)
    yield* changeAndFollow(tx)
    return hours
  },
  *'closure.add'(tx, input) {
    if (input.startsAt >= input.endsAt) throw new DeskError('BAD_INPUT', 'A closure must end after it begins.')
    if (input.providerId && input.operatoryId)
      throw new DeskError('BAD_INPUT', 'A closure is for a provider, an operatory or the whole practice.')
    const setup = yield* loadSetup(tx.practiceId, tx.practice)
    requireOwn(setup, {
      providerIds: input.providerId ? [input.providerId] : [],
      operatoryIds: input.operatoryId ? [input.operatoryId] : [],
    })
    const closure = yield* tx.insert('closures', { ...input, id: tx.newId<ClosureId>(), removedAt: null })
    yield* auditSetup(tx, 'closure', closure.id)
    yield* changeAndFollow(tx)
    return { closure, affected: yield* leadsForClosure(tx, closure) }
  },
  *'closure.remove'(tx, { closureId }) {
    const closure = yield* tx.require('closures', closureId)
    if (closure.removedAt !== null) return closure
    const removed = yield* tx.update('closures', { ...closure, removedAt: tx.now })
    yield* auditSetup(tx, 'closure', closureId)
    yield* changeAndFollow(tx)
    return removed
  },
}

/** The assistant speaks from the set-up, so it is told of every change of it. */
function* changeAndFollow(tx: Tx, change: Partial<Practice> = {}): Work<Practice> {
  const practice = yield* changeSetup(tx, change)
  yield* followSetup(tx, yield* staffName(tx, ''))
  return practice
}

const TABLES = { providers: 'providers', operatories: 'operatories', appointmentTypes: 'appointment_types' } as const

function* put<K extends 'providers' | 'operatories' | 'appointmentTypes'>(
  tx: Tx,
  kind: K,
  entity: EntityOf<K>,
  expected?: EntityOf<K> | null,
): Work<EntityOf<K>> {
  const known = yield* tx.find(kind, entity.id)
  if (!known && (yield* isKnownElsewhere(tx.practiceId, TABLES[kind], entity.id)))
    throw new DeskError('NOT_FOUND', 'That no longer exists, or never did.')
  requireUnchanged({ stored: known, expected, wanted: entity })
  yield* known ? tx.update(kind, entity) : tx.insert(kind, entity)
  yield* auditSetup(tx, kind, entity.id)
  yield* changeAndFollow(tx)
  return entity
}

/** Only the values that are named count: a desk that changes the notice does not clash with one that changes the on-call list. */
function requirePracticeUnchanged(practice: Practice, expected: PracticeChange, wanted: PracticeChange): void {
  const { settings = {}, ...own } = expected
  const valuesOf = (from: PracticeChange) => ({ ...sameNames(from, own), settings: sameNames(from.settings ?? {}, settings) })
  requireUnchanged({ stored: valuesOf(practice), expected: valuesOf(expected), wanted: valuesOf(wanted) }, practice)
}

function* auditSetup(tx: Tx, subjectType: string, subjectId: string): Work<void> {
  yield* tx.audit({ action: 'setup.changed', subjectType, subjectId })
}

/** Ids of another practice are unknown here. */
function requireOwn(setup: Setup, ids: { providerIds: string[]; operatoryIds: string[] }): void {
  const providers = new Set<string>(setup.providers.map((one) => one.id))
  const operatories = new Set<string>(setup.operatories.map((one) => one.id))
  if (ids.providerIds.some((id) => !providers.has(id))) throw new DeskError('NOT_FOUND', 'There is no such provider here.')
  if (ids.operatoryIds.some((id) => !operatories.has(id))) throw new DeskError('NOT_FOUND', 'There is no such operatory here.')
}

function requireNoOverlap(shifts: { weekday: number; startsAt: string; endsAt: string }[]): void {
  for (const [at, one] of shifts.entries())
    for (const other of shifts.slice(at + 1))
      if (one.weekday === other.weekday && one.startsAt < other.endsAt && other.startsAt < one.endsAt)
        throw new DeskError('BAD_INPUT', 'Two shifts of one day overlap.')
}

/** No visit is left standing on closed time: each one becomes a lead to rebook, and the desk sees the list. */
function* leadsForClosure(tx: Tx, closure: Closure): Work<Appointment[]> {
  if (closure.kind === 'emergency_block') return []
  const taken = yield* takenBetween(tx.practiceId, closure.startsAt, closure.endsAt)
  const isHit = (one: { providerId: string; operatoryId: string }) =>
    (!closure.providerId || one.providerId === closure.providerId) && (!closure.operatoryId || one.operatoryId === closure.operatoryId)
  const hit = (yield* findAppointments(
    tx.practiceId,
    taken.filter(isHit).map((one) => one.id),
  )).filter((one) => one.status === 'booked' && one.startsAt > tx.now)
  for (const appointment of hit) {
    const patient = yield* requirePatient(tx.practiceId, appointment.patientId)
    yield* openLead(tx, {
      kind: 'closed_day',
      patientId: patient.id,
      phoneNumber: textNumberOf(patient),
      appointmentId: appointment.id,
      reason: 'Booked on time that is now closed: move it',
    })
  }
  return hit
}
