export type Named = { firstName: string; lastName?: string }

const LEAD =
  /^.*?\b(?:my name is|name is|name'?s|this is|it is|it'?s|i am|i'?m|for|patient is|(?:my|our) (?:son|daughter|child|kid|husband|wife|partner|mother|father|mom|dad|brother|sister))(?: is| called)?\s+/i
const RELATION =
  /\b(?:[Mm]y|[Oo]ur) (?:other )?(?:son|daughter|child|kid|husband|wife|partner|mother|father|mom|dad|brother|sister)\b,? (?:is |called )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)/u
const SAID = /\b(?:[Mm]y name is|[Nn]ame is|[Nn]ame'?s|[Tt]his is|[Ii]'?m|I am) (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+)/u
const NOT_NAMES = /^(?:a|an|the|and|her|his|their|yes|no|please|sure|okay|ok|uh|um|well|thanks|thank|you|new|patient|appointment)$/i

/** A name that is offered without being asked for: "this is Ana Garcia", "my son Leo". */
export const readOfferedName = (text: string): Named | undefined => splitName((RELATION.exec(text) ?? SAID.exec(text))?.[1])

/** The answer to "what is the name?": whatever words are left once the introduction is taken off. */
export function readAskedName(text: string): Named | undefined {
  const offered = readOfferedName(text)
  if (offered) return offered
  const words = withoutBirthDate(text)
    .replace(LEAD, '')
    .replace(/[,;].*$/, '')
    .match(/[\p{L}][\p{L}'’-]*/gu)
    ?.filter((word) => !NOT_NAMES.test(word))
  return words && words.length > 0 && words.length <= 6 && !/\d/.test(withoutBirthDate(text)) ? splitName(words.join(' ')) : undefined
}

function splitName(name: string | undefined): Named | undefined {
  // Typed without any capitals, each word gets one; otherwise "de la" stays small.
  const written = /\p{Lu}/u.test(name ?? '')
  const [first, ...rest] = (name ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (written ? word : capitalised(word)))
  if (!first) return undefined
  return rest.length > 0 ? { firstName: first, lastName: rest.join(' ') } : { firstName: first }
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/
const FIGURES = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/
const NAMED_MONTH = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:of )?(\d{4})\b/i

/** A birth date in figures or with the month's name, as YYYY-MM-DD. */
export function readBirthDate(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso) return isoDate(iso[1], iso[2], iso[3])
  const figures = FIGURES.exec(text)
  if (figures) return isoDate(figures[3], figures[1], figures[2])
  const named = NAMED_MONTH.exec(text)
  const month = MONTHS.indexOf((named?.[1] ?? '').toLowerCase())
  return named && month >= 0 ? isoDate(named[3], String(month + 1), named[2]) : undefined
}

/** The text without its birth date, which must not be taken for the day of the visit. */
export const withoutBirthDate = (text: string): string => text.replace(ISO, '').replace(FIGURES, '').replace(NAMED_MONTH, '')

/** The answer to "what is the birth date?": the date, or the words for the server to read when they hold a year. */
export function readAskedBirthDate(text: string): string | undefined {
  const words = text.replace(/^.*?\b(?:born(?: on)?|birthday is|date of birth is|birth date is|it'?s|it is)\s+/i, '').trim()
  return readBirthDate(text) ?? (/\d|\bnineteen\b|\btwenty\b|\btwo thousand\b/i.test(words) ? words : undefined)
}

const isoDate = (year = '', month = '', day = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
