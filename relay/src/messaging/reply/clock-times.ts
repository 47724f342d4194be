import { type Found, fits, index, textAt, type Visit } from './visit-time.ts'
import type { Word } from './words.ts'

const NUMBERS = index(
  'zero',
  'one una 1',
  'two dos 2',
  'three tres 3',
  'four cuatro 4',
  'five cinco 5',
  'six seis 6',
  'seven siete 7',
  'eight ocho 8',
  'nine nueve 9',
  'ten diez 10',
  'eleven once 11',
  'twelve doce 12',
)
const PAST_HOUR = new Map(
  Object.entries({ fifteen: 15, quince: 15, cuarto: 15, thirty: 30, treinta: 30, media: 30, 15: 15, 30: 30, 45: 45 }),
)

// A number after one of these is a clock time ("at 3", "a las 3"); before one of those it counts something else ("3 kids").
const BEFORE_CLOCK = /^(?:at|@|las?|around|about|by|do|till?|until|after|before|past|for|like|to|than|make)$/
const SURE_BEFORE_CLOCK = /^(?:at|@|las?|until|till?)$/
const COUNTED =
  /^(?:minutes|hours|days?|weeks?|months?|years?|kids?|children|people|of|appointments?|visits?|times?|texts|percent|dias?|semanas?|meses|anos?|citas?|more|th|other|behind|late|away|out|miles?|blocks?|and|am|for)$/

// "11 works", "would 4 work", "do you have 4?" name a time as well.
const AFTER_NUMBER = /^(?:works|work|is|does|will|would|sounds|instead)$/
const AFTER_ASKED_NUMBER = /^(?:work|works|ok|good|fine|available|open|possible|be|better|instead|free)$/

/** A time of day at word `at`: `2:30`, `2 pm`, `at 2`, `two thirty`, `las dos y media`. */
export function clockAt(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  return writtenClock(words, at, visit) ?? spokenClock(words, at, visit)
}

function writtenClock(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const after = textAt(words, at + 1)
  const half = /^(?:am|pm)$/.test(after) ? after : /(?:am|pm)$/.exec(text)?.[0]
  const length = /^(?:am|pm|oclock)$/.test(after) ? 2 : 1
  const written = /^(\d{1,2}):(\d{2})$/.exec(text) ?? /^(\d{1,2}):?(\d{2})?(?:am|pm)$/.exec(text)
  if (written) return clockFound(Number(written[1]), Number(written[2] ?? 0), half, length, visit)
  const digits = /^(\d{1,2})(\d{2})$/.exec(text)
  if (!digits) return undefined
  // "230" alone may be a house number; it is a time if it is the visit's.
  const [hour, minute] = [Number(digits[1]), Number(digits[2])]
  const isVisit = visit?.minute === (hour < 7 ? hour + 12 : hour) * 60 + minute
  return half || isVisit || SURE_BEFORE_CLOCK.test(textAt(words, at - 1)) ? clockFound(hour, minute, half, length, visit) : undefined
}

function spokenClock(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const hour = NUMBERS.get(textAt(words, at))
  if (hour === undefined) return undefined
  const [after, second] = [textAt(words, at + 1), textAt(words, at + 2)]
  if (/^(?:thirty|fifteen|treinta|quince|30|15|45)$/.test(after)) return clockFound(hour, PAST_HOUR.get(after)!, second, 2, visit)
  if (after === 'y' && PAST_HOUR.has(second)) return clockFound(hour, PAST_HOUR.get(second)!, undefined, 3, visit)
  if (/^(?:am|pm|oclock)$/.test(after)) return clockFound(hour, 0, after, 2, visit)
  if (!isClockNumber(words, at)) return undefined
  const isHalfPast = textAt(words, at - 1) === 'past' && textAt(words, at - 2) === 'half'
  return clockFound(hour, isHalfPast ? 30 : 0, undefined, 1, visit)
}

function isClockNumber(words: Word[], at: number): boolean {
  const [text, before, after] = [textAt(words, at), textAt(words, at - 1), textAt(words, at + 1)]
  if (before === 'it' && textAt(words, at - 2) === 'make') return true
  if (/^(?:have|got)$/.test(before) && words[at + 1]?.clause !== words[at]!.clause) return true
  if (/^\d+$/.test(text) && AFTER_NUMBER.test(after)) return true
  if (/^(?:would|is|does|will)$/.test(before) && AFTER_ASKED_NUMBER.test(after)) return true
  if (!BEFORE_CLOCK.test(before) || COUNTED.test(after)) return false
  return SURE_BEFORE_CLOCK.test(before) || !/^(?:one|una|1)$/.test(text)
}

function clockFound(hour: number, minute: number, half: string | undefined, length: number, visit: Visit | undefined): Found | undefined {
  if (hour > 23 || minute > 59) return undefined
  const base = (hour % 12) * 60 + minute
  const exact = half === 'am' ? base : half === 'pm' ? base + 720 : hour > 12 ? hour * 60 + minute : undefined
  return { fit: fits(visit, (one) => (exact === undefined ? one.minute % 720 === base : one.minute === exact)), length, isClock: true }
}
