import type { AppointmentId, AppointmentTypeId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentType, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, epochMs, type Instant, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../../ipc/views.ts'
import type { PendingChange } from './pending.ts'

/** Where something would stand once the relay has accepted it. */
export type PendingBlock = {
  key: string
  state: PendingChange['state']
  label: string
  appointmentId: AppointmentId | null
  patientId: PatientId | null
  appointmentTypeId: AppointmentTypeId | null
  providerId: ProviderId
  operatoryId: OperatoryId
  startsAt: Instant
  endsAt: Instant
  releasedAt: Instant
}

const UNKNOWN_MINUTES = 30

/** Bookings and moves that wait, each at its new place. What is left to the relay to choose is drawn with the practice's first choice. */
export function pendingBlocks(pending: readonly PendingChange[], view: Pick<DaysView, 'appointments'>, setup: Setup): PendingBlock[] {
  const newest = new Map(pending.map((one) => [one.kind === 'book' ? one.key : one.appointmentId, one]))
  return [...newest.values()].flatMap((one) => {
    if (one.kind === 'cancel') return []
    const before = one.kind === 'move' ? view.appointments.find((each) => each.id === one.appointmentId) : undefined
    const typeId = one.kind === 'book' ? one.appointmentTypeId : (before?.appointmentTypeId ?? null)
    const type = setup.appointmentTypes.find((each) => each.id === typeId)
    const providerId = one.providerId ?? before?.providerId ?? type?.providers[0]?.providerId ?? setup.providers[0]?.id
    const operatoryId = one.operatoryId ?? before?.operatoryId ?? type?.operatoryIds[0] ?? setup.operatories[0]?.id
    if (!providerId || !operatoryId) return []
    const minutes = type ? minutesOf(type, providerId) : before ? lengthOf(before) : UNKNOWN_MINUTES
    const endsAt = addMinutes(one.startsAt, minutes)
    return {
      key: one.key,
      state: one.state,
      label: one.label,
      appointmentId: one.kind === 'move' ? one.appointmentId : null,
      patientId: one.kind === 'book' ? one.patientId : (before?.patientId ?? null),
      appointmentTypeId: typeId,
      providerId,
      operatoryId,
      startsAt: one.startsAt,
      endsAt,
      releasedAt: addMinutes(endsAt, type?.bufferMinutes ?? 0),
    }
  })
}

/** How long this provider takes for the type. */
export function minutesOf(type: AppointmentType, providerId: string | null): number {
  return type.providers.find((one) => one.providerId === providerId)?.durationMinutes ?? type.durationMinutes
}

const lengthOf = (one: { startsAt: Instant; endsAt: Instant }) => (epochMs(one.endsAt) - epochMs(one.startsAt)) / MS_PER_MINUTE
