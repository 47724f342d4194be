import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { ClosureDraft, ClosureSpan } from './closure-draft.ts'

/** Booked visits that stand in a span, of everybody or of one provider or operatory. */
export function affectedBy(appointments: readonly Appointment[], span: ClosureSpan, scope: string): Appointment[] {
  return appointments.filter(
    (one) =>
      one.status === 'booked' &&
      one.startsAt < span.endsAt &&
      one.endsAt > span.startsAt &&
      (scope === 'all' || one.providerId === scope || one.operatoryId === scope),
  )
}

export function closureInput(draft: ClosureDraft, span: ClosureSpan, setup: Pick<Setup, 'providers'>): DeskInput<'closure.add'> {
  const isProvider = setup.providers.some((one) => one.id === draft.scope)
  return {
    kind: draft.kind,
    providerId: isProvider ? (draft.scope as ProviderId) : null,
    operatoryId: isProvider || draft.scope === 'all' ? null : (draft.scope as OperatoryId),
    startsAt: span.startsAt,
    endsAt: span.endsAt,
    releasedAt: span.releasedAt,
    reason: draft.reason.trim(),
  }
}
