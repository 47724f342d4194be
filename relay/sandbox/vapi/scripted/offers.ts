/** One time that a tool offered, in the words of its answer. */
export type Offer = { day: string; time: string }

const HOURS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const HOUR = HOURS.join('|')
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const ORDINAL =
  '(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)'
const DAY = `(?:(?:today|tomorrow)(?:, ${WEEKDAY})?|${WEEKDAY})(?:,? ${MONTH} ${ORDINAL})?`
const PART = '(?:in the (?:morning|afternoon|evening)|at night)'
const MINUTES = "(?:o'clock|(?:oh )?[a-z]+(?:-[a-z]+)?(?: (?:one|two|three|four|five|six|seven|eight|nine))?)"
const TIME = `(?:noon|(?:${HOUR})(?: ${MINUTES})? ${PART}|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\.?)`
const SCAN = new RegExp(`\\b(?:(?<day>${DAY})|(?<time>${TIME}))`, 'gi')

/** The times in a spoken answer. A day holds until another one is named: "Tuesday, March third: nine in the morning or noon". */
export function readOffers(line: string): Offer[] {
  const offers: Offer[] = []
  let day = ''
  for (const { groups } of line.matchAll(SCAN)) {
    if (groups?.day !== undefined) day = groups.day
    else if (groups?.time !== undefined) offers.push({ day, time: groups.time })
  }
  return offers
}

export const offerWords = ({ day, time }: Offer): string => (day === '' ? time : `${day}, at ${time}`)

/** The one offer that the caller means, or undefined when none or several fit. */
export function pickOffer(text: string, offers: Offer[]): Offer | undefined {
  const only = (fitting: Offer[]) => (fitting.length === 1 ? fitting[0] : undefined)
  const counted = /\b(first|second|third|last)\b(?! of)/i.exec(text)?.[1]?.toLowerCase()
  if (counted) return counted === 'last' ? offers.at(-1) : offers[['first', 'second', 'third'].indexOf(counted)]
  const fits = [weekdayFit(text), timeFit(text), partFit(text)].filter((fit) => fit !== undefined)
  if (fits.length > 0) return only(offers.filter((offer) => fits.every((fit) => fit(offer))))
  return /\b(?:yes|yeah|sure|ok(?:ay)?|perfect|great|works|good|fine|that one|take it)\b/i.test(text) ? only(offers) : undefined
}

type Fit = (offer: Offer) => boolean

function weekdayFit(text: string): Fit | undefined {
  const day = new RegExp(`\\b(?:today|tomorrow|${WEEKDAY})`, 'i').exec(text)?.[0]?.toLowerCase()
  return day === undefined ? undefined : (offer) => offer.day.toLowerCase().includes(day)
}

function partFit(text: string): Fit | undefined {
  const part = /\b(morning|afternoon|evening)\b/i.exec(text)?.[1]?.toLowerCase()
  return part === undefined ? undefined : (offer) => offer.time.includes(part)
}

function timeFit(text: string): Fit | undefined {
  const wanted = clockOf(text)
  if (!wanted) return undefined
  return (offer) => {
    const offered = clockOf(offer.time)
    return offered?.hour === wanted.hour && offered.minute === wanted.minute
  }
}

const TENS: Record<string, number> = { ten: 10, twenty: 20, thirty: 30, forty: 40, fifty: 50 }
const MINUTE_WORDS: Record<string, number> = {
  // The longer words first: "twenty-five" also begins with "twenty".
  ...Object.fromEntries(Object.entries(TENS).map(([tens, minutes]) => [`${tens}-five`, minutes + 5])),
  fifteen: 15,
  five: 5,
  ...TENS,
}

/** The hour (1–12) and minute of a time in words or figures. */
function clockOf(text: string): { hour: number; minute: number } | undefined {
  const said = text
    .toLowerCase()
    .replace(/\b(twenty|thirty|forty|fifty) five\b/g, '$1-five')
    .replace(/\b(?:that|this|the|which|any) one\b/g, '')
  if (/\bnoon\b/.test(said)) return { hour: 12, minute: 0 }
  const figures = /\b(\d{1,2})(?::(\d\d))?(?! ?\/)\b/.exec(said)
  if (figures) return { hour: Number(figures[1]) % 12 || 12, minute: Number(figures[2] ?? 0) }
  const words = new RegExp(`\\b(${HOUR})\\b(?: (?:oh )?(${Object.keys(MINUTE_WORDS).join('|')})\\b)?`).exec(said)
  return words ? { hour: HOURS.indexOf(words[1] ?? '') + 1, minute: MINUTE_WORDS[words[2] ?? ''] ?? 0 } : undefined
}
