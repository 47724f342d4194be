import type { ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { dayClockAt, firstReached } from './day-clock.ts'
import type { Minutes } from './intervals.ts'
import type { OpenSlot } from './slot-calendar.ts'

const APART_MINUTES = 60

/** A start that can be said aloud, with the practice day (its first minute) and the half of the day it is in. */
type Choice = { start: Minutes; day: Minutes; half: 'morning' | 'afternoon'; slots: OpenSlot[] }

/** At most `count` slots to say aloud, in time order: the earliest, then the other half of its day, then other days. Two on one day
 *  are an hour apart whenever the slots allow it; at the chosen starts, providers not yet named come first. */
export function spreadSlots(slots: OpenSlot[], zone: TimeZone, count = 3): OpenSlot[] {
  const choices = choicesOf(slots, zone)
  const chosen = choices.slice(0, Math.min(count, 1))
  while (chosen.length < Math.min(count, choices.length)) chosen.push(nextChoice(choices, chosen, count))
  return inTimeOrder(withVariedProviders(chosen))
}

/** The `count` starts nearest to the wanted one, in time order; of two equally near the earlier. */
export function nearestSlots(slots: OpenSlot[], wanted: Minutes, count = 3): OpenSlot[] {
  const perStart = slotsByStart(slots).map(([first]) => first)
  const nearestFirst = perStart.toSorted((one, other) => Math.abs(one.start - wanted) - Math.abs(other.start - wanted))
  return inTimeOrder(nearestFirst.slice(0, count))
}

function nextChoice(choices: Choice[], chosen: Choice[], count: number): Choice {
  const wanted = Math.min(count, mostApart(choices, chosen, count))
  const apart = choices.filter((choice) => isApartFromAll(choice, chosen))
  // A choice that would crowd out the remaining ones is not taken while another leaves them room.
  const leavesRoom = (choice: Choice) => mostApart(choices, [...chosen, choice], count) >= wanted
  const halfIsTaken = (choice: Choice) => chosen.some(({ day, half }) => day === choice.day && half === choice.half)
  return apart.find((choice) => !halfIsTaken(choice) && leavesRoom(choice)) ?? apart.find(leavesRoom) ?? farthest(choices, chosen)
}

/** How many choices, `fixed` among them, can be had with an hour between any two on one day; stops counting at `enough`. */
function mostApart(choices: Choice[], fixed: Choice[], enough: number): number {
  let total = fixed.length
  let last: Choice | undefined
  for (const choice of choices) {
    if (total >= enough) break
    if ((last && !isApart(last, choice)) || !isApartFromAll(choice, fixed)) continue
    last = choice
    total++
  }
  return total
}

function farthest(choices: Choice[], chosen: Choice[]): Choice {
  const distance = (choice: Choice) => Math.min(...chosen.map(({ start }) => Math.abs(start - choice.start)))
  return choices.reduce((best, choice) => (distance(choice) > distance(best) ? choice : best))
}

function isApartFromAll(choice: Choice, others: Choice[]): boolean {
  return others.every((other) => isApart(choice, other))
}

function isApart(one: Choice, other: Choice): boolean {
  return one.day !== other.day || Math.abs(one.start - other.start) >= APART_MINUTES
}

function withVariedProviders(chosen: Choice[]): OpenSlot[] {
  const named = new Set<ProviderId>()
  return chosen.map(({ slots }) => {
    const slot = slots.find(({ providerId }) => !named.has(providerId)) ?? slots[0]!
    named.add(slot.providerId)
    return slot
  })
}

function choicesOf(slots: OpenSlot[], zone: TimeZone): Choice[] {
  let day = { start: 0, noon: 0, end: 0 }
  return slotsByStart(slots).map((group) => {
    const { start } = group[0]
    if (start >= day.end) day = dayAt(start, zone)
    return { start, day: day.start, half: start < day.noon ? 'morning' : 'afternoon', slots: group }
  })
}

function dayAt(start: Minutes, zone: TimeZone): { start: Minutes; noon: Minutes; end: Minutes } {
  const clock = dayClockAt(start, zone)
  return { start: firstReached(clock, 0), noon: firstReached(clock, 720), end: firstReached(clock, 1440) }
}

type SameStart = [OpenSlot, ...OpenSlot[]]

function slotsByStart(slots: OpenSlot[]): SameStart[] {
  const groups: SameStart[] = []
  for (const slot of inTimeOrder(slots)) {
    const group = groups.at(-1)
    if (group?.[0].start === slot.start) group.push(slot)
    else groups.push([slot])
  }
  return groups
}

function inTimeOrder(slots: OpenSlot[]): OpenSlot[] {
  return slots.toSorted((one, other) => one.start - other.start)
}
