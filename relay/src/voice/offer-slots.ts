import { addMinutes, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantOf } from '../booking/calendar-of.ts'
import type { OpenSlot } from '../booking/slot-math.ts'
import { putHolds } from '../store/holds.ts'
import type { Work } from '../store/work.ts'
import { speakDay, speakList, speakSlot, speakTime } from './speak.ts'
import type { Voice } from './voice-tool.ts'

const HOLD_SECONDS = 90

/** Says up to three times, in words, and keeps them for this caller for 90 seconds. */
export function* offerSlots(voice: Voice, slots: OpenSlot[], options: { withProvider?: boolean } = {}): Work<string> {
  const { tx, call, setup, today } = voice
  const expiresAt = addMinutes(tx.now, HOLD_SECONDS / 60)
  yield* putHolds(
    tx.practiceId,
    slots.map((slot) => ({
      callId: call.id,
      providerId: slot.providerId,
      operatoryId: slot.operatoryId,
      startsAt: instantOf(slot.start),
      releasedAt: instantOf(slot.releasedAt),
      expiresAt,
    })),
  )
  const times = slots.map((slot) => ({ ...wallClock(instantOf(slot.start), setup.practice.timeZone), slot }))
  const spoken = (slot: OpenSlot) =>
    options.withProvider ? ` with ${setup.providers.find((one) => one.id === slot.providerId)?.spokenName ?? 'the team'}` : ''
  const [first] = times
  if (first && times.every((one) => one.date === first.date))
    return `${speakDay(first.date, today)}: ${speakList(times.map((one) => speakTime(one.minuteOfDay) + spoken(one.slot)))}`
  return speakList(times.map((one) => speakSlot(one, today) + spoken(one.slot)))
}
