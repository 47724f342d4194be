import { isCounted, isHourMark } from './counted-words.ts'
import { readClock } from './read-clock.ts'
import type { DayPart, PartEdge, TimeLimit, TimeSaid } from './time-said.ts'
import type { TokenReader } from './token-reader.ts'

/** What the words before this place say about the time that follows: "before", "between", "at". */
export type TimeLead = { limit: TimeLimit | null; anchored: boolean; inBetween: boolean; negated: boolean }

/** Reads a clock time, a range of them or a part of the day; `null`, and nothing taken, when none begins here. */
export function readTime(reader: TokenReader, lead: TimeLead): TimeSaid | null {
  return (
    reader.attempt((r) => readErrand(r, lead)) ??
    reader.attempt((r) => readPart(r, lead)) ??
    reader.attempt((r) => readClocks(r, lead)) ??
    readEdge(reader)
  )
}

const PARTS: DayPart[] = ['morning', 'afternoon', 'evening', 'lunchtime']
const EDGES: PartEdge[] = ['early', 'mid', 'late']

function readPart(reader: TokenReader, lead: TimeLead): TimeSaid | null {
  const edge = EDGES.find((word) => reader.take(word)) ?? null
  reader.skip('in', 'the', 'of', 'on', 'en')
  const part = PARTS.find((word) => reader.take(word))
  return part ? { kind: 'part', part, edge, negated: lead.negated } : null
}

function readEdge(reader: TokenReader): TimeSaid | null {
  const edge = EDGES.find((word) => reader.take(word))
  return edge ? { kind: 'edge', edge } : null
}

/** Things people plan around, with the clock times that "before" and "after" them stand for. */
const ERRANDS = new Map([
  ['lunch', { before: 12, after: 13 }],
  ['lunchtime', { before: 12, after: 13 }],
  ['work', { before: 9, after: 17 }],
  ['school', { before: 9, after: 15 }],
])

function readErrand(reader: TokenReader, { limit }: TimeLead): TimeSaid | null {
  const hours = ERRANDS.get(reader.word())
  if (!hours || (limit !== 'after' && limit !== 'before')) return null
  reader.at++
  return { kind: 'limit', limit, clock: { hour: hours[limit], minute: 0, half: null, asWritten: true } }
}

function readClocks(reader: TokenReader, lead: TimeLead): TimeSaid | null {
  const from = readClock(reader, lead.anchored, lead.inBetween)
  if (!from) return null
  if (from === 'impossible') return { kind: 'impossible' }
  const to = reader.attempt((r) => readRangeEnd(r, lead))
  if (to === 'impossible') return { kind: 'impossible' }
  if (to) return { kind: 'range', from, to }
  const isAbout = reader.take('ish') || lead.limit === 'around'
  if (isAbout) return { kind: 'limit', limit: 'around', clock: from }
  return lead.limit ? { kind: 'limit', limit: lead.limit, clock: from } : { kind: 'at', clock: from }
}

function readRangeEnd(reader: TokenReader, lead: TimeLead) {
  if (!reader.take('to', 'until', 'through', 'a', ...(lead.inBetween ? ['and', 'y'] : []))) return null
  reader.skip('at', 'the')
  return readClock(reader, true)
}

/** Whether the small number here is an hour though no word such as "at" says so: "2 to 4", "9 or 10 am", "8 in the evening",
 *  "3 tomorrow", "Tuesday 9". Numbers that count something are not. */
export function beginsBareHour(reader: TokenReader): boolean {
  if (!isHour(reader, 0)) return false
  if (reader.weekday(-1) !== undefined && reader.word(1) !== 'or') return !isCounted(reader, 1)
  if (['to', 'until', 'a'].includes(reader.word(1))) return isHour(reader, 2) && !isCounted(reader, 3)
  if (reader.word(1) === 'or') return isHour(reader, 2) && (reader.word(3) === '' || isHourMark(reader, 3) || isPartAt(reader, 3))
  return ['today', 'tomorrow', 'on', 'orlater', 'orearlier'].includes(reader.word(1)) || isPartAt(reader, 1)
}

function isHour(reader: TokenReader, ahead: number): boolean {
  const number = reader.numberToken(ahead)
  return number !== undefined && !number.ordinal && number.value >= 1 && number.value <= 12
}

/** "in the morning", "de la tarde". */
function isPartAt(reader: TokenReader, ahead: number): boolean {
  if (!['in', 'of', 'at', 'en'].includes(reader.word(ahead))) return false
  const part = reader.word(ahead + 1) === 'the' ? reader.word(ahead + 2) : reader.word(ahead + 1)
  return PARTS.some((known) => known === part)
}
