import { sourceOf, type Word } from './words.ts'

/** How a day or time in the reply fits the visit asked about: the same, another one, or not to be told ("tomorrow"). */
export type Fit = 'same' | 'other' | 'open'

type Visit = { weekday: number; month: number; day: number; minute: number }
type Found = { fit: Fit; length: number; isClock?: boolean }

const list = (text: string): string[] => text.split(' ')
const index = (...rows: string[]): Map<string, number> => new Map(rows.flatMap((row, at) => list(row).map((word) => [word, at] as const)))

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
const PAST_HOUR = new Map([
  ['fifteen', 15],
  ['quince', 15],
  ['cuarto', 15],
  ['thirty', 30],
  ['treinta', 30],
  ['media', 30],
  ['fortyfive', 45],
])
const RELATIVE = new Set(
  list('today tomorrow hoy manana weekend mediodia noon midday tonight morning mornings afternoon afternoons evening evenings mananas noche'),
)
const PARTS: Record<string, [from: number, to: number]> = {
  morning: [0, 12],
  mornings: [0, 12],
  mananas: [0, 12],
  afternoon: [12, 18],
  afternoons: [12, 18],
  evening: [16, 24],
  evenings: [16, 24],
  tonight: [17, 24],
  noche: [17, 24],
  noon: [12, 12.1],
  midday: [12, 12.1],
  mediodia: [12, 12.1],
}
// A number after one of these is a clock time ("at 3", "a las 3"); before one of those it counts something else ("3 kids").
const BEFORE_CLOCK = new Set(list('at @ las la around about by do it till until til after before or past for like to than make'))
const SURE_BEFORE_CLOCK = new Set(list('at @ las until till til'))
const COUNTED =
  /^(minutes|hours|days?|weeks?|months?|years?|kids?|children|people|of|appointments?|visits?|times?|texts|percent|dias?|semanas?|meses|anos?|citas?|more|th|other|behind|late|away|out|miles?|blocks?|and|am|for|weeks)$/

const AFTER_NUMBER = /^(?:works|work|is|does|will|would|sounds|instead)$/
const AFTER_CLOCK = /^(?:work|works|ok|good|fine|available|open|possible|be|better|instead|free)$/

/** Reads `2026-03-03T14:30`, with or without a weekday after it. */
function visitAt(appointment: string | undefined): Visit | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(appointment ?? '')?.slice(1).map(Number)
  if (!parts) return undefined
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number]
  return { weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), month: month - 1, day, minute: hour * 60 + minute }
}

/** Replaces each day and time by one word of text `@time` that knows how it fits the visit. */
export function markTimes(words: Word[], appointment: string | undefined): Word[] {
  const visit = visitAt(appointment)
  const marked: Word[] = []
  for (let at = 0; at < words.length; ) {
    const found = timeAt(words, at, visit)
    if (!found) marked.push(words[at++]!)
    else {
      addTime(marked, words.slice(at, at + found.length), found)
      at += found.length
    }
  }
  return marked
}

// "On Tuesday at 2:30", "el martes a las dos" are one mention, little words and all.
const LITTLE = /^(?:at|a|the|this|of|on|in|las|en|la|el|around|de|del|by|dia|next|este|ese|los|las)$/
const LEADING = /^(?:at|a|the|this|on|las|los|en|la|el|dia|next|este|ese|proximo)$/

function addTime(marked: Word[], words: Word[], found: Found): void {
  const inside = [...words]
  let start = marked.length
  while (start > 0 && LITTLE.test(marked[start - 1]!.text) && marked[start - 1]!.clause === words[0]!.clause) start--
  const earlier = marked[start - 1]
  if (earlier?.time && earlier.clause === words[0]!.clause) {
    earlier.source += ` ${sourceOf([...marked.splice(start), ...inside])}`
    earlier.time = earlier.time === 'other' || found.fit === 'other' ? 'other' : earlier.time === 'same' || found.fit === 'same' ? 'same' : 'open'
    earlier.isClock = earlier.isClock && found.isClock === true
    return
  }
  while (marked.length > 0 && LEADING.test(marked.at(-1)!.text) && marked.at(-1)!.clause === words[0]!.clause) inside.unshift(marked.pop()!)
  // "Next Tuesday" said of a visit on a Tuesday may mean that one or the one after.
  const fit = found.fit === 'same' && inside.some((word) => word.text === 'next' || word.text === 'proximo') ? 'open' : found.fit
  marked.push({ ...words[0]!, text: '@time', source: sourceOf(inside), time: fit, isClock: found.isClock === true })
}

function timeAt(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  return monthDay(words, at, visit) ?? weekday(words, at, visit) ?? numericDate(words, at, visit) ?? clock(words, at, visit) ?? relative(words, at, visit)
}

const fits = (visit: Visit | undefined, test: (visit: Visit) => boolean): Fit => (visit ? (test(visit) ? 'same' : 'other') : 'open')
const textAt = (words: Word[], at: number): string => words[at]?.text ?? ''
const dayNumber = (text: string): number => Number(/^(\d{1,2})(st|nd|rd|th|ro)?$/.exec(text)?.[1] ?? Number.NaN)

function weekday(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const day = text === 'mar' && textAt(words, at - 1) === 'el' ? 2 : WEEKDAYS.get(text)
  return day === undefined ? undefined : { fit: fits(visit, (one) => one.weekday === day), length: 1 }
}

function monthDay(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const ahead = MONTHS.get(textAt(words, at))
  if (ahead !== undefined) {
    const skip = /^(the|el|dia)$/.test(textAt(words, at + 1)) ? 2 : 1
    const day = dayNumber(textAt(words, at + skip))
    if (day >= 1 && day <= 31) return { fit: fits(visit, (one) => one.month === ahead && one.day === day), length: skip + 1 }
    // "May" and "march" are verbs too, so a month alone needs a word before it.
    const named = /^(may|mar|march|jun|jan|dec|dic|sep|abr)$/.test(textAt(words, at)) === false
    if (named || /^(in|of|next|late|early|mid|until|en|for)$/.test(textAt(words, at - 1))) {
      return { fit: fits(visit, (one) => one.month === ahead), length: 1 }
    }
    return undefined
  }
  const day = dayNumber(textAt(words, at))
  const skip = /^(de|of|del)$/.test(textAt(words, at + 1)) ? 2 : 1
  const month = day >= 1 && day <= 31 ? MONTHS.get(textAt(words, at + skip)) : undefined
  return month === undefined || (skip === 1 && textAt(words, at + 1) === 'may')
    ? undefined
    : { fit: fits(visit, (one) => one.month === month && one.day === day), length: skip + 1 }
}

function numericDate(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const slashed = /^(\d{1,2})\/(\d{1,2})/.exec(text)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    if (first > 31 || second > 31 || first + second === 31 || first * second === 0) return undefined
    const same = (one: Visit) => (one.month + 1 === first && one.day === second) || (one.month + 1 === second && one.day === first)
    return { fit: fits(visit, same), length: 1 }
  }
  const before = textAt(words, at - 1)
  const ordinal = /^\d{1,2}(st|nd|rd|th)$/.test(text) && !/^(floor|street|st|ave|grade|time|molar|party|tooth|child|one|appointment)$/.test(textAt(words, at + 1))
  const spanish = /^\d{1,2}$/.test(text) && (before === 'dia' || before === 'el')
  const day = ordinal || spanish ? dayNumber(text) : Number.NaN
  return day >= 1 && day <= 31 ? { fit: fits(visit, (one) => one.day === day), length: 1 } : undefined
}

function clock(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const before = textAt(words, at - 1)
  const after = textAt(words, at + 1)
  const written = /^(\d{1,2}):(\d{2})$/.exec(text) ?? /^(\d{1,2}):?(\d{2})?(am|pm)$/.exec(text)
  const half = /^(am|pm)$/.test(after) ? after : /(am|pm)$/.exec(text)?.[0]
  const length = /^(am|pm|oclock)$/.test(after) ? 2 : 1
  if (written) return clockFit(Number(written[1]), Number(written[2] ?? 0), half, length, visit)
  const digits = /^(\d{1,2})(\d{2})$/.exec(text)
  if (digits && (half || SURE_BEFORE_CLOCK.has(before) || visit?.minute === inAfternoon(Number(digits[1])) * 60 + Number(digits[2]))) {
    return clockFit(Number(digits[1]), Number(digits[2]), half, length, visit)
  }
  const hour = NUMBERS.get(text)
  if (hour === undefined) return undefined
  const halfPast = /^(thirty|fifteen|treinta|quince|30|15|45)$/.test(after)
  if (halfPast) return clockFit(hour, PAST_HOUR.get(after) ?? Number(after), textAt(words, at + 2), 2, visit)
  if (after === 'y' && PAST_HOUR.has(textAt(words, at + 2))) return clockFit(hour, PAST_HOUR.get(textAt(words, at + 2))!, undefined, 3, visit)
  if (length === 2) return clockFit(hour, 0, half, 2, visit)
  const isOffered = (before === 'have' || before === 'got') && words[at + 1]?.clause !== words[at]!.clause
  if (isOffered || (/^\d+$/.test(text) && AFTER_NUMBER.test(after))) return clockFit(hour, 0, undefined, 1, visit)
  if ((!BEFORE_CLOCK.has(before) || COUNTED.test(after)) && !(/^(?:would|is|does|will)$/.test(before) && AFTER_CLOCK.test(after))) return undefined
  if (before === 'past' && textAt(words, at - 2) === 'half') return clockFit(hour, 30, undefined, 1, visit)
  const counted = !SURE_BEFORE_CLOCK.has(before) && /^(one|una|1)$/.test(text)
  return counted ? undefined : clockFit(hour, 0, undefined, 1, visit)
}

const inAfternoon = (hour: number): number => (hour < 7 ? hour + 12 : hour)

function clockFit(hour: number, minute: number, half: string | undefined, length: number, visit: Visit | undefined): Found | undefined {
  if (hour > 23 || minute > 59) return undefined
  const base = (hour % 12) * 60 + minute
  const exact = half === 'am' ? base : half === 'pm' ? base + 720 : hour > 12 ? hour * 60 + minute : undefined
  return { fit: fits(visit, (one) => (exact === undefined ? one.minute % 720 === base : one.minute === exact)), length, isClock: true }
}

const GREETED = /^(?:i|we|yes|hi|hello|this|confirm|confirmed|confirming|just|sorry|thanks|it|ok|all|everyone|team|doctor)$/

function relative(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const text = textAt(words, at)
  const after = textAt(words, at + 1)
  if (/^(next|this|following|proxima|proximo|coming|siguiente|otra)$/.test(text) && /^(day|week|month|year|dia|semana|mes)$/.test(after)) return { fit: 'open', length: 2 }
  if (/^(a|one|two|three|four|six|few|couple|una|dos|tres|cuatro|\d)$/.test(text) && /^(weeks?|months?|semanas?|mes|meses)$/.test(after)) return { fit: 'open', length: 2 }
  if (text === 'week' && /^(after|before|following)$/.test(after)) return { fit: 'open', length: 2 }
  if (text === 'semana' && after === 'que' && textAt(words, at + 2) === 'viene') return { fit: 'open', length: 3 }
  if (text === 'pasado' && after === 'manana') return { fit: 'open', length: 2 }
  // "En la mañana" is the morning, "mañana" alone is tomorrow; "tarde" is the afternoon only after "la".
  const partOfDay = /^(en|por|de|a|para)$/.test(textAt(words, at - 2)) && textAt(words, at - 1) === 'la'
  if (partOfDay && text === 'manana') return partFit([0, 12], visit)
  if (partOfDay && text === 'tarde') return partFit([12, 20], visit)
  if (!RELATIVE.has(text)) return undefined
  if (text === 'weekend') return { fit: fits(visit, (one) => one.weekday === 0 || one.weekday === 6), length: 1 }
  const part = PARTS[text]
  // "Morning! Yes I'll be there" greets.
  if (part && at === 0 && /s$/.test(text) === false && (words[1]?.clause !== words[0]!.clause || GREETED.test(words[1]?.text ?? ''))) return undefined
  return part ? partFit(part, visit) : { fit: 'open', length: 1 }
}

function partFit([from, to]: [number, number], visit: Visit | undefined): Found {
  const fit = visit && (visit.minute < from * 60 || visit.minute >= to * 60) ? 'other' : 'open'
  return { fit, length: 1 }
}
