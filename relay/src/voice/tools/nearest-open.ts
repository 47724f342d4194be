import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AppointmentId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentType, Provider } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type Instant, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { minutesOf } from '../../booking/calendar-of.ts'
import { findNextSlots } from '../../booking/find-open-slots.ts'
import { nearestSlots } from '../../booking/spread-slots.ts'
import type { Work } from '../../store/work.ts'
import { offerSlots } from '../offer-slots.ts'
import { CALL_BACK_OFFER, type Voice } from '../voice-tool.ts'

export const TOO_FAR_LINE = 'That is further ahead than I can book. Which earlier day would suit you?'

export type Refused = {
  type: AppointmentType
  provider: Provider | null
  start: { startsAt: Instant; date: LocalDate }
  error: DeskError
  /** ", so the visit stays where it is" when one is being moved. */
  stays: string
  patientId?: PatientId
  movingId?: AppointmentId
}

/** Why a time cannot be had, in words, and the three open ones nearest to it, said and held for this caller. */
export function* nearestInstead(voice: Voice, refused: Refused): Work<string> {
  const conflicts = conflictsOf(refused.error)
  if (conflicts.includes('BEYOND_HORIZON')) return TOO_FAR_LINE
  const intro = `${isTaken(conflicts) ? 'That time was just taken' : 'That time is not open'}${refused.stays}.`
  const nearest =
    (yield* nearestOpen(voice, refused)) ?? (refused.provider ? yield* nearestOpen(voice, { ...refused, provider: null }) : null)
  if (!nearest) return `${intro} I find nothing else near it. ${CALL_BACK_OFFER}`
  return `${intro} The nearest I have is ${nearest}. Would one of these work?`
}

function conflictsOf(error: DeskError): string[] {
  const { conflicts } = error.details ?? {}
  return Array.isArray(conflicts) ? conflicts : error.code === 'SLOT_TAKEN' ? ['PROVIDER_BUSY'] : []
}

function isTaken(conflicts: string[]): boolean {
  return conflicts.length > 0 && conflicts.every((one) => one === 'PROVIDER_BUSY' || one === 'OPERATORY_BUSY')
}

function* nearestOpen(voice: Voice, { type, provider, start, patientId, movingId }: Refused): Work<string | null> {
  const { setup, tx, call, today } = voice
  const earliest = addDays(start.date, -3)
  const question = {
    appointmentTypeId: type.id,
    providerId: provider?.id ?? null,
    patientId: patientId ?? null,
    by: 'machine' as const,
    callId: call.id,
    from: earliest < today ? today : earliest,
    ...(movingId && { movingId }),
  }
  const slots = nearestSlots(yield* findNextSlots(setup, tx.now, question), minutesOf(start.startsAt))
  return slots.length > 0 ? yield* offerSlots(voice, slots, { withProvider: provider !== null }) : null
}
