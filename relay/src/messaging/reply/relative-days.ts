import { type Found, fits, textAt, type Visit } from './visit-time.ts'
import type { Word } from './words.ts'

type Hours = readonly [from: number, to: number]

const PARTS: ReadonlyMap<string, Hours> = new Map(
  Object.entries({
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
  }),
)
const MANANA: Hours = [0, 12]
const TARDE: Hours = [12, 20]

// Days counted from today cannot be held against the visit: the reply does not say when it was written.
const OPEN_DAYS: readonly [first: RegExp, second: RegExp][] = [
  [/^(?:next|this|following|proxima|proximo|coming|siguiente|otra)$/, /^(?:day|week|month|year|dia|semana|mes)$/],
  [/^(?:a|one|two|three|four|six|few|couple|una|dos|tres|cuatro|\d)$/, /^(?:weeks?|months?|semanas?|mes|meses)$/],
  [/^week$/, /^(?:after|before|following)$/],
  [/^pasado$/, /^manana$/],
]
const AFTER_GREETING = /^(?:i|we|yes|hi|hello|this|confirm|confirmed|confirming|just|sorry|thanks|it|ok|all|everyone|team|doctor)$/

/** "Tomorrow", "next week", "in the morning", "por la tarde" at word `at`. */
export function relativeDayAt(words: Word[], at: number, visit: Visit | undefined): Found | undefined {
  const [text, after] = [textAt(words, at), textAt(words, at + 1)]
  if (OPEN_DAYS.some(([first, second]) => first.test(text) && second.test(after))) return { fit: 'open', length: 2 }
  if (text === 'semana' && after === 'que' && /^(?:viene|entra|sigue)$/.test(textAt(words, at + 2))) return { fit: 'open', length: 3 }
  // "En la mañana" is the morning, "mañana" alone is tomorrow; "tarde" is the afternoon only after "la".
  const isPart = textAt(words, at - 1) === 'la' && /^(?:en|por|de|a|para)$/.test(textAt(words, at - 2))
  if (isPart && text === 'manana') return partFound(MANANA, visit)
  if (isPart && text === 'tarde') return partFound(TARDE, visit)
  if (text === 'weekend') return { fit: fits(visit, (one) => one.weekday === 0 || one.weekday === 6), length: 1 }
  if (/^(?:today|tomorrow|hoy|manana)$/.test(text)) return { fit: 'open', length: 1 }
  const part = PARTS.get(text)
  return part && !isGreeting(words, at) ? partFound(part, visit) : undefined
}

// "Morning! Yes I'll be there" greets.
function isGreeting(words: Word[], at: number): boolean {
  return at === 0 && !words[0]!.text.endsWith('s') && (words[1]?.clause !== words[0]!.clause || AFTER_GREETING.test(textAt(words, 1)))
}

function partFound([from, to]: Hours, visit: Visit | undefined): Found {
  const isOutside = visit !== undefined && (visit.minute < from * 60 || visit.minute >= to * 60)
  return { fit: isOutside ? 'other' : 'open', length: 1 }
}
