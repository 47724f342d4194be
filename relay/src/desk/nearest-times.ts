import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { AppointmentId, AppointmentTypeId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { addDays, type Instant, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantOf, minutesOf } from '../booking/calendar-of.ts'
import { findNextSlots } from '../booking/find-open-slots.ts'
import type { OpenSlot } from '../booking/slot-math.ts'
import { nearestSlots } from '../booking/spread-slots.ts'
import { nowOf } from '../ports/clock.ts'
import { entityTables } from '../store/registry.ts'
import { loadSetup } from '../store/setup.ts'
import type { Ctx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

const DAYS_BEFORE = 3
const MOST = 3

export function slotOut(slot: OpenSlot): OpenSlotOut {
  return {
    providerId: slot.providerId,
    operatoryId: slot.operatoryId,
    startsAt: instantOf(slot.start),
    endsAt: instantOf(slot.end),
    releasedAt: instantOf(slot.releasedAt),
  }
}

export type TimeRefused = {
  startsAt: Instant
  providerId: ProviderId | null
  appointmentTypeId?: AppointmentTypeId
  patientId?: PatientId
  appointmentId?: AppointmentId
}

/** Up to three open times nearest to one that could not be had, in time order, with the provider that was asked for. */
export function* nearestTimes(ctx: Ctx, refused: TimeRefused): Work<OpenSlotOut[]> {
  const setup = yield* loadSetup(ctx.practiceId)
  const now = nowOf(ctx.clock)
  const moving = refused.appointmentId ? yield* entityTables.appointments.find(ctx.practiceId, refused.appointmentId) : null
  const appointmentTypeId = refused.appointmentTypeId ?? moving?.appointmentTypeId
  if (!setup.appointmentTypes.some((one) => one.id === appointmentTypeId && one.active) || !appointmentTypeId) return []
  const { timeZone } = setup.practice
  const today = localDateOf(now, timeZone)
  const earliest = addDays(localDateOf(refused.startsAt, timeZone), -DAYS_BEFORE)
  const slots = yield* findNextSlots(setup, now, {
    appointmentTypeId,
    providerId: refused.providerId,
    patientId: refused.patientId ?? moving?.patientId ?? null,
    by: 'staff',
    movingId: moving?.id,
    from: earliest < today ? today : earliest,
  })
  const toCome = slots.filter((slot) => slot.start >= minutesOf(now) && instantOf(slot.start) !== moving?.startsAt)
  return nearestSlots(toCome, minutesOf(refused.startsAt), MOST).map(slotOut)
}
