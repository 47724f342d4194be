import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { isCounted, isHourMark } from './counted-words.ts'
import type { DaySaid } from './day-said.ts'
import { minuteOfClock } from './read-clock.ts'
import { readDay } from './read-day.ts'
import { beginsBareHour, readTime, type TimeLead } from './read-time.ts'
import type { Token } from './spoken-tokens.ts'
import type { TimeLimit, TimeSaid } from './time-said.ts'
import { TokenReader } from './token-reader.ts'

export type Link = 'or' | 'and' | 'to'
export type DayLimit = 'after' | 'from' | 'before' | 'by'
export type DayHeard = { said: DaySaid; link: Link | null; limit: DayLimit | null; negated: boolean }
/** Times in different alternatives ("in the morning or at three") have different numbers. */
export type TimeHeard = { said: TimeSaid; alternative: number }
export type Heard = { days: DayHeard[]; times: TimeHeard[] }

type Lead = TimeLead & { link: Link | null; dayLimit: DayLimit | null }

const NO_LEAD: Lead = { link: null, dayLimit: null, limit: null, anchored: false, inBetween: false, negated: false }

const LIMITS = new Map<string, { dayLimit: DayLimit | null; limit: TimeLimit; link?: Link }>([
  ['after', { dayLimit: 'after', limit: 'after' }],
  ['past', { dayLimit: 'after', limit: 'after' }],
  ['from', { dayLimit: 'from', limit: 'after' }],
  ['notbefore', { dayLimit: 'from', limit: 'after' }],
  ['before', { dayLimit: 'before', limit: 'before' }],
  ['by', { dayLimit: 'by', limit: 'before' }],
  ['until', { dayLimit: 'by', limit: 'before', link: 'to' }],
  ['through', { dayLimit: 'by', limit: 'before', link: 'to' }],
  ['around', { dayLimit: null, limit: 'around' }],
])

const LINKS = new Map<string, Link>([
  ['or', 'or'],
  ['and', 'and'],
  ['y', 'and'],
  ['to', 'to'],
])

const KEEPS_LEAD = new Set(
  'the on in el en of a an day any every either maybe perhaps possibly sometime is its it that for like than at around be'.split(' '),
)
const KEEPS_NEGATION = new Set('make do come have has free want able available i me my us we would on at in the any to this'.split(' '))
const MOVES = new Set('move moved moving change changing reschedule rescheduling switch switching push'.split(' '))

const OPPOSITE: Record<DayLimit, DayLimit> = { after: 'by', by: 'after', before: 'from', from: 'before' }

/** What is left when a time is refused: "I can't after three" is before three, and "not at nine" leaves nothing. */
function withoutTime(said: TimeSaid): TimeSaid | null {
  if (said.kind === 'part' || said.kind === 'impossible') return said
  if (said.kind !== 'limit' || said.limit === 'around') return null
  return { ...said, limit: said.limit === 'after' ? 'before' : 'after' }
}

/** Start and end that have a day between them: "Monday at nine to Thursday at five". */
function rangeOf(from: TimeSaid | undefined, to: TimeSaid): TimeSaid | null {
  if (from?.kind !== 'at' || to.kind !== 'at' || minuteOfClock(from.clock, null) >= minuteOfClock(to.clock, null)) return null
  return { kind: 'range', from: from.clock, to: to.clock }
}

/** Collects every day and time said, in order, with the words that relate them. `bareHours` reads any small number as an hour. */
export function hearWhen(tokens: readonly Token[], today: LocalDate, bareHours = false): Heard {
  return new Listener(tokens, today, bareHours).listen()
}

class Listener {
  readonly reader: TokenReader
  readonly today: LocalDate
  readonly bareHours: boolean
  heard: Heard = { days: [], times: [] }
  lead: Lead = NO_LEAD
  latest: 'day' | 'time' | null = null
  alternative = 0
  isMoving = false
  isToSinceTime = false

  constructor(tokens: readonly Token[], today: LocalDate, bareHours: boolean) {
    this.reader = new TokenReader(tokens)
    this.today = today
    this.bareHours = bareHours
  }

  listen(): Heard {
    while (!this.reader.isDone) {
      if (!this.hearDay() && !this.hearTime()) this.hearWord(this.reader.word())
    }
    return this.heard
  }

  hearDay(): boolean {
    const said = this.readRangeEnd() ?? readDay(this.reader, this.today)
    if (!said) return false
    const before = this.heard.days.at(-1)
    const isMore = this.lead.link === 'or' || this.lead.link === 'and'
    const negated = this.lead.negated || (isMore && this.latest === 'day' && before?.negated === true)
    const link = this.lead.link === 'to' && !before ? null : this.lead.link
    const limit = link === 'to' ? null : this.lead.dayLimit
    // "I can't before Tuesday" is from Tuesday.
    this.heard.days.push(negated && limit ? { said, link, limit: OPPOSITE[limit], negated: false } : { said, link, limit, negated })
    this.latest = 'day'
    // "between Monday and Thursday": the word in the middle ends the range.
    this.lead = { ...NO_LEAD, inBetween: this.lead.inBetween }
    return true
  }

  /** The "6" of "March 3 to 6" and of "March 3 or 6". */
  readRangeEnd(): DaySaid | null {
    const before = this.heard.days.at(-1)?.said
    const number = this.reader.numberToken()
    if (!this.lead.link || this.latest !== 'day' || !before || (before.kind !== 'monthDay' && before.kind !== 'dayOfMonth')) return null
    if (!number || number.digits > 2 || isHourMark(this.reader, 1) || isCounted(this.reader, 1) || this.reader.month(1) !== undefined)
      return null
    if (number.value < 1 || number.value > 31 || this.reader.word(1) === 'of') return null
    this.reader.at++
    return { kind: 'dayOfMonth', day: number.value }
  }

  hearTime(): boolean {
    const said = readTime(this.reader, { ...this.lead, anchored: this.isHourExpected() })
    if (!said) return false
    const wanted = this.lead.negated ? withoutTime(said) : said
    if (wanted) this.addTime(wanted)
    this.lead = NO_LEAD
    return true
  }

  addTime(said: TimeSaid): void {
    const range = this.isToSinceTime && rangeOf(this.heard.times.at(-1)?.said, said)
    if (range) this.heard.times.pop()
    this.heard.times.push({ said: range || said, alternative: this.alternative })
    this.latest = 'time'
    this.isToSinceTime = false
  }

  isHourExpected(): boolean {
    const { anchored, limit, inBetween, link } = this.lead
    const isListed = this.latest === 'time' && (link === 'or' || link === 'and')
    return anchored || limit !== null || inBetween || isListed || this.bareHours || beginsBareHour(this.reader)
  }

  hearWord(word: string): void {
    this.reader.at++
    // Spanish: "de lunes a jueves".
    if (word === 'a' && this.latest === 'day' && this.reader.weekday() !== undefined) this.hearLink('to')
    const limit = LIMITS.get(word)
    const link = LINKS.get(word)
    if (word === 'from' && this.isMoving) this.lead = { ...NO_LEAD, negated: true }
    else if (limit) this.lead = { ...this.lead, ...limit }
    else if (link) this.hearLink(link)
    else if (word === 'between') this.lead = { ...this.lead, inBetween: true }
    else if (word === 'at' || word === 'for') this.lead = { ...this.lead, anchored: true }
    else if (word === 'not' || word === 'menos' || word === 'excepto') this.lead = { ...NO_LEAD, negated: true }
    else if (word === 'ruledout') this.ruleOutLatest()
    else if (word === 'orlater' || word === 'orearlier') this.limitLatest(word === 'orlater')
    else if (MOVES.has(word)) this.isMoving = true
    else if (!KEEPS_LEAD.has(word) && !(this.lead.negated && KEEPS_NEGATION.has(word))) this.lead = NO_LEAD
  }

  hearLink(link: Link): void {
    if (link === 'or') this.alternative++
    if (link === 'to') this.isToSinceTime = true
    // "move it from Tuesday at nine to Thursday": only what comes after "to" is wanted.
    if (link === 'to' && this.isMoving && this.heard.days.some((day) => day.negated)) this.heard = { days: [], times: [] }
    this.lead = { ...this.lead, link: link === 'and' && this.lead.inBetween && this.latest === 'day' ? 'to' : link }
  }

  /** "Wednesday or later", "ten at the latest". */
  limitLatest(isLater: boolean): void {
    const day = this.heard.days.at(-1)
    const time = this.heard.times.at(-1)
    if (this.latest === 'day' && day) day.limit = isLater ? 'from' : 'by'
    if (this.latest === 'time' && time?.said.kind === 'at')
      time.said = { kind: 'limit', limit: isLater ? 'after' : 'before', clock: time.said.clock }
  }

  /** "Monday or Tuesday won't work", "mornings don't work". */
  ruleOutLatest(): void {
    const time = this.heard.times.at(-1)?.said
    if (this.latest === 'time' && time?.kind === 'part') time.negated = true
    for (let i = this.heard.days.length - 1; this.latest === 'day' && i >= 0; i--) {
      const day = this.heard.days[i] as DayHeard
      day.negated = true
      if (day.link === null) break
    }
    this.lead = NO_LEAD
  }
}
