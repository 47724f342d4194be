import { type Found, fits, index, textAt, type Visit } from './visit-time.ts'
import type { Word } from './words.ts'

const WEEKDAYS = index(
  'sunday sundays domingo domingos',
  'monday mondays lunes',
  'tuesday tuesdays martes',
  'wednesday wednesdays miercoles',
  'thursday thursdays jueves',
  'friday fridays viernes',
  'saturday saturdays sabado',
)
const MONTHS = index(
  'january jan enero',
  'february feb febrero',
  'march marzo mar',
  'april apr abril abr',
  'may mayo',
  'june jun junio',
  'july jul julio',
  'august aug agosto',
  'september sept sep septiembre',
  'october oct octubre',
  'november nov noviembre',
  'december dec diciembre dic',
)
// "May" and "march" are verbs too, so these alone need a word like "in" before them.
const UNSURE_MONTH = /^(?:may|mar|march|jun|jan|dec|dic|sep|abr)$/
const BEFORE_MONTH = /^(?:in|of|next|late|early|mid|until|en|for)$/
const NOT_A_DATE = /^(?:floor|street|st|ave|grade|time|molar|party|tooth|child|one|appointment)$/

const dayNumber = (text: string): number => {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th|ro)?$/.exec(text)?.[1] ?? Number.NaN)
  return day >= 1 && day <= 31 ? day : Number.NaN
}

/** A day at word `at`: a weekday, a date with or without its month, a part of the day, or a day counted from today. */
export function dayAt(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  return monthFirst(words, at, visit) ?? dayFirst(words, at, visit) ?? weekday(words, at, visit) ?? numericDate(words, at, visit)
}

function weekday(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const day = text === 'mar' && textAt(words, at - 1) === 'el' ? 2 : WEEKDAYS.get(text)
  return day === undefined ? undefined : { fit: fits(visit, (one) => one.weekday === day), length: 1 }
}

/** "March 3rd", "marzo el 3", "in April". */
function monthFirst(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const month = MONTHS.get(text)
  if (month === undefined) return undefined
  const skip = /^(?:the|el|dia)$/.test(textAt(words, at + 1)) ? 2 : 1
  const day = dayNumber(textAt(words, at + skip))
  if (!Number.isNaN(day)) return { fit: fits(visit, (one) => one.month === month && one.day === day), length: skip + 1 }
  if (UNSURE_MONTH.test(text) && !BEFORE_MONTH.test(textAt(words, at - 1))) return undefined
  return { fit: fits(visit, (one) => one.month === month), length: 1 }
}

/** "3 de marzo", "the 3rd of March". */
function dayFirst(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const day = dayNumber(textAt(words, at))
  const skip = /^(?:de|of|del)$/.test(textAt(words, at + 1)) ? 2 : 1
  const name = textAt(words, at + skip)
  const month = MONTHS.get(name)
  if (Number.isNaN(day) || month === undefined || (skip === 1 && name === 'may')) return undefined
  return { fit: fits(visit, (one) => one.month === month && one.day === day), length: skip + 1 }
}

/** "3/3", "the 3rd", "el 3". */
function numericDate(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const slashed = /^(\d{1,2})\/(\d{1,2})/.exec(text)
  if (slashed) return slashedDate(Number(slashed[1]), Number(slashed[2]), visit)
  const isOrdinal = /^\d{1,2}(?:st|nd|rd|th)$/.test(text) && !NOT_A_DATE.test(textAt(words, at + 1))
  const isSpanish = /^\d{1,2}$/.test(text) && /^(?:dia|el)$/.test(textAt(words, at - 1))
  const day = isOrdinal || isSpanish ? dayNumber(text) : Number.NaN
  return Number.isNaN(day) ? undefined : { fit: fits(visit, (one) => one.day === day), length: 1 }
}

function slashedDate(first: number, second: number, visit: Visit | undefined): Found | undefined {
  // "24/7" is no date, and nor is "50/50".
  if (first > 31 || second > 31 || first * second === 0 || (first === 24 && second === 7)) return undefined
  const isSame = (month: number, day: number) => (one: Visit) => one.month + 1 === month && one.day === day
  return { fit: fits(visit, (one) => isSame(first, second)(one) || isSame(second, first)(one)), length: 1 }
}
