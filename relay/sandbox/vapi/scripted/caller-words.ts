export type Wish = 'book' | 'find' | 'confirm' | 'cancel' | 'move' | 'callback'

const WISHES: [Wish, RegExp][] = [
  [
    'callback',
    /\b(?:call|phone|ring)(?:ed)? (?:me |us )?back\b|\bspeak (?:to|with) (?:a |some)?(?:person|one|human)|\btalk to (?:a |some)/i,
  ],
  ['move', /\b(?:move|reschedul\w*|change|switch|push)\b.*\b(?:appointment|visit|it|time|day)\b|\breschedul\w*/i],
  ['cancel', /\bcancel\w*|\bcan'?t (?:make|come)/i],
  ['confirm', /\bconfirm\w*/i],
  [
    'find',
    /\bwhen (?:is|are|was)\b.*\b(?:appointment|visit)s?|\b(?:look up|find|check on)\b.*\b(?:appointment|visit)|\bdo (?:i|we) have an? (?:appointment|visit)/i,
  ],
  ['book', /\b(?:book|schedule|make|need|want|get|have|like|come in)\b|\bappointment\b/i],
]

/** What the caller asks for, if anything is named. */
export const readWish = (text: string): Wish | undefined => WISHES.find(([, words]) => words.test(text))?.[0]

const EMERGENCY =
  /\b(?:bleeding|blood|swell\w*|swollen|fever|abscess|emergency|911|unbearable|accident)\b|\b(?:can'?t|cannot|trouble|hard to|difficult\w* ?) ?(?:breath|swallow)\w*|\bknocked (?:out|loose)|\btooth (?:fell|came|is) out|\b(?:severe|terrible|horrible|awful|worst) (?:\w+ )?pain|\bbroke\w* (?:my|his|her|a) jaw/i
const DENIED = /\b(?:no|not|isn'?t|without|nothing) (?!stop)(?:\w+ ){0,2}(?:bleeding|swelling|swollen|fever|emergency)/i

export const isEmergency = (text: string): boolean => EMERGENCY.test(text) && !DENIED.test(text)

export const isGoodbye = (text: string): boolean =>
  /\b(?:good)?bye\b|\bthat(?:'s| is| will be) (?:all|it|everything)\b|\bnothing else\b|\bhang up\b/i.test(text)

export const isYes = (text: string): boolean =>
  /^\W*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|correct|right|i have|we have|i do)\b/i.test(text)
export const isNo = (text: string): boolean =>
  /^\W*(?:no|nope|nah|never|not yet|i haven'?t|i have not|we haven'?t|first time|i'?m new|he'?s new|she'?s new)\b/i.test(text)

const SERVICES: [string, RegExp][] = [
  ['cleaning', /\bclean\w*|\bhygien\w*/i],
  ['exam', /\bcheck[- ]?up|\bexam\w*|\bx-?rays?\b/i],
  ['crown', /\bcrown/i],
  ['filling', /\bfilling|\bcavit\w*/i],
  ['root canal', /\broot canal/i],
  ['extraction', /\bextract\w*|\bpull(?:ed|ing)?\b.*\btooth|\bwisdom/i],
  ['whitening', /\bwhiten\w*/i],
  ['emergency visit', /\btooth ?ache|\bchipped|\bcracked|\bhurts?\b|\bpain\b/i],
  ['consultation', /\bconsult\w*|\bimplant\w*|\bbraces|\baligners?/i],
]

/** The kind of visit that is named. */
export const readService = (text: string): string | undefined => SERVICES.find(([, words]) => words.test(text))?.[0]

const DAY = 'mon|tues|wednes|thurs|fri|satur|sun'
const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december'
const WHEN = new RegExp(
  `\\b(?:(?:the )?day after tomorrow|today|tomorrow|(?:(?:next|this|coming|a week from) )?(?:${DAY})day|(?:next|this) (?:week|month)|` +
    `(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|as soon as possible|soonest|any ?(?:time|day)|in (?:a|one|two|three|\\d) (?:days?|weeks?))\\b`,
  'i',
)
const TIME_OF_DAY =
  /\b(?:(?:early|late|mid)[- ]?)?(?:morning|afternoon|evening|lunch ?time|noon)\b|\b(?:after|before|around) (?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?[ap]\.?m\.?| o'clock)?/i

/** The words for a day, as they were said; the server works out which day it is. */
export const readWhen = (text: string): string | undefined => WHEN.exec(text)?.[0].toLowerCase()
export const readTimeOfDay = (text: string): string | undefined => TIME_OF_DAY.exec(text)?.[0].toLowerCase()

/** "with Dr. Osei". */
export const readProvider = (text: string): string | undefined => {
  const found = /\b(?:with|see) ((?:Dr\.?|Doctor) ?\p{Lu}[\p{L}'-]+|\p{Lu}[\p{L}'-]+)/u.exec(text)?.[1]
  return found && /^(?:Dr|Doctor)/.test(found) ? found : undefined
}

/** True for somebody new, false for somebody known, undefined when it is not said. */
export function readNewPatient(text: string): boolean | undefined {
  if (/\bnew patient|\bnever been|\bfirst (?:time|visit)|\bhaven'?t been/i.test(text)) return true
  return /\bbeen (?:here|there|in|to you|with you)\b|\b(?:already|existing|current) (?:a )?patient|\bi'?m a patient/i.test(text)
    ? false
    : undefined
}
