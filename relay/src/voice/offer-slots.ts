import { addMinutes, type Instant, instantAt, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { instantOf } from '../booking/calendar-of.ts'
import type { OpenSlot } from '../booking/slot-math.ts'
import { putHolds } from '../store/holds.ts'
import type { Work } from '../store/work.ts'
import { speakDay, speakList, speakTime } from './speak.ts'
import type { Voice } from './voice-tool.ts'

const HOLD_SECONDS = 90

/** Says up to three times, in words, and keeps them for this caller for 90 seconds; nobody is left to keep them for after hanging up. */
export function* offerSlots(voice: Voice, slots: OpenSlot[], options: { withProvider?: boolean } = {}): Work<string> {
  const { tx, call, setup } = voice
  if (call.status !== 'ended')
    yield* putHolds(
      tx.practiceId,
      slots.map((slot) => ({
        callId: call.id,
        providerId: slot.providerId,
        operatoryId: slot.operatoryId,
        startsAt: instantOf(slot.start),
        releasedAt: instantOf(slot.releasedAt),
        expiresAt: addMinutes(tx.now, HOLD_SECONDS / 60),
      })),
    )
  const providers = options.withProvider ? [...new Set(slots.map((slot) => slot.providerId))] : []
  const nameOf = (slot: OpenSlot) => setup.providers.find((one) => one.id === slot.providerId)?.spokenName ?? 'the team'
  const offered = slots.map((slot) => ({
    startsAt: instantOf(slot.start),
    withWhom: providers.length > 1 ? ` with ${nameOf(slot)}` : '',
  }))
  const first = slots[0]
  return `${speakByDay(voice, offered)}${first && providers.length === 1 ? `, with ${nameOf(first)}` : ''}`
}

type Offered = { startsAt: Instant; withWhom: string }

/** Each day once: "Tuesday, March third: nine in the morning or noon"; several days are joined by a clear "or". */
function speakByDay(voice: Voice, offered: Offered[]): string {
  const byDay = Map.groupBy(offered, (one) => wallClock(one.startsAt, voice.setup.practice.timeZone).date)
  const days = [...byDay].map(([date, ones]) => ({
    day: speakDay(date, voice.today),
    times: speakList(ones.map((one) => `${speakClock(voice, one.startsAt)}${one.withWhom}`)),
  }))
  if (days.length === 1 && offered.length > 1) return days.map(({ day, times }) => `${day}: ${times}`).join('')
  return days.map(({ day, times }) => `${day}, at ${times}`).join(', or ')
}

/** "Tuesday, March third, at nine thirty in the morning", in the practice's time. */
export function speakStart(voice: Voice, startsAt: Instant): string {
  return `${speakDay(wallClock(startsAt, voice.setup.practice.timeZone).date, voice.today)}, at ${speakClock(voice, startsAt)}`
}

/** When the clocks go back an hour comes twice; the visit is at the first of the two. */
function speakClock({ setup }: Voice, startsAt: Instant): string {
  const zone = setup.practice.timeZone
  const { date, minuteOfDay } = wallClock(startsAt, zone)
  const again = wallClock(addMinutes(startsAt, 60), zone)
  const isTwice = again.date === date && again.minuteOfDay === minuteOfDay && instantAt(date, minuteOfDay, zone) === startsAt
  return `${speakTime(minuteOfDay)}${isTwice ? ', the first time the clock shows it' : ''}`
}
