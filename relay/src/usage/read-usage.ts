import type { PracticePhone, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { registrationKindOf } from '@dentalanswer/shared/domain/registration-words.ts'
import type { Month, NumberUsage, UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import type { Config } from '../config.ts'
import { type CallCounts, countCalls, countTextsIn, countTextsOut, type TextCounts } from '../store/usage.ts'
import type { Work } from '../store/work.ts'
import { type MonthSpan, monthSpans } from './months.ts'
import { ownTime, wasOwnedIn } from './owned-time.ts'

export type Prices = Config['prices']
type Cell = { span: MonthSpan; phone: PracticePhone | null; from: string; until: string }
type Counted = { row: NumberUsage; minutes: number }

const NO_CALLS: Omit<CallCounts, 'at'> = { calls: 0, booked: 0, seconds: 0, minutes: 0, uncosted: 0, microdollars: 0 }
const NO_TEXTS: Omit<TextCounts, 'at'> = { texts: 0, segments: 0 }

/** What the numbers of a practice did and cost, month by month of its own calendar, and what the operator asks for it. Numbers that
 *  were given up are in it for as long as they cost or did something. Throws `BAD_INPUT`, `RANGE_TOO_LONG` (over 24 months). */
export function* readUsage(setup: Setup, asked: { from: Month; to: Month; now: Instant; prices: Prices }): Work<UsageReport> {
  const spans = monthSpans(asked.from, asked.to, setup.practice.timeZone)
  const cells = spans.flatMap((span) => [...setup.phoneNumbers, null].map((phone) => cellOf(span, phone, setup.phoneNumbers)))
  const counted = (yield* countCells(setup.practice.id, cells, asked)).filter(isWorthARow)
  const { costs } = asked.prices
  return {
    months: spans.map((span) => span.month),
    rows: counted.map(({ row }) => row),
    totals: spans.map(({ month }) =>
      totalOf(
        month,
        counted.filter(({ row }) => row.month === month),
        asked.prices,
      ),
    ),
    rates: { segmentOutMicrodollars: costs.segmentOut, segmentInMicrodollars: costs.segmentIn },
  }
}

function cellOf(span: MonthSpan, phone: PracticePhone | null, phones: PracticePhone[]): Cell {
  if (!phone) return { span, phone, from: span.from, until: span.until }
  const own = ownTime(phone, phones)
  return { span, phone, from: own.from > span.from ? own.from : span.from, until: own.until < span.until ? own.until : span.until }
}

function* countCells(practiceId: string, cells: Cell[], { now, prices }: { now: Instant; prices: Prices }): Work<Counted[]> {
  const callStretches = cells.map(({ span, phone }, at) => ({ at, phoneNumberId: phone?.id ?? null, from: span.from, until: span.until }))
  const textStretches = cells.flatMap(({ phone, from, until }, at) => (phone ? [{ at, phoneNumber: phone.phoneNumber, from, until }] : []))
  const calls = byPlace(yield* countCalls(practiceId, callStretches))
  const sent = byPlace(yield* countTextsOut(practiceId, textStretches))
  const received = byPlace(yield* countTextsIn(practiceId, textStretches))
  return cells.map(({ span, phone }, at) => {
    const call = calls.get(at) ?? NO_CALLS
    const out = sent.get(at) ?? NO_TEXTS
    const back = received.get(at) ?? NO_TEXTS
    const textMicrodollars = out.segments * prices.costs.segmentOut + back.segments * prices.costs.segmentIn
    const rentMicrodollars = phone && wasOwnedIn(phone, span, now) ? rentOf(phone, prices) : 0
    return {
      minutes: call.minutes,
      row: {
        month: span.month,
        phoneNumberId: phone?.id ?? null,
        phoneNumber: phone?.phoneNumber ?? null,
        label: phone?.label ?? '',
        calls: call.calls,
        callsBooked: call.booked,
        seconds: call.seconds,
        callsWithoutCost: call.uncosted,
        textsIn: back.texts,
        textsOut: out.texts,
        segmentsIn: back.segments,
        segmentsOut: out.segments,
        voiceMicrodollars: call.microdollars,
        textMicrodollars,
        rentMicrodollars,
        totalMicrodollars: call.microdollars + textMicrodollars + rentMicrodollars,
      },
    }
  })
}

const byPlace = <C extends { at: number }>(counts: C[]): Map<number, C> => new Map(counts.map((one) => [one.at, one]))

const isWorthARow = ({ row }: Counted): boolean => row.calls + row.textsIn + row.textsOut + row.rentMicrodollars > 0

/** A number set up by hand has no price of its own. */
function rentOf(phone: PracticePhone, { costs }: Prices): number {
  return phone.rentMicrodollars ?? (registrationKindOf(phone.phoneNumber) === 'toll_free' ? costs.rentTollFree : costs.rentLocal)
}

/** A month in which the practice had nothing is not charged for. */
function totalOf(month: Month, counted: Counted[], { charges, showsMargin }: Prices): UsageReport['totals'][number] {
  const sum = (amount: (one: Counted) => number) => counted.reduce((total, one) => total + amount(one), 0)
  const totalMicrodollars = sum(({ row }) => row.totalMicrodollars)
  const chargedMicrodollars =
    charges &&
    (counted.length === 0
      ? 0
      : charges.month + sum(({ minutes }) => minutes) * charges.minute + sum(({ row }) => row.segmentsOut) * charges.segment)
  return {
    month,
    totalMicrodollars,
    chargedMicrodollars,
    marginMicrodollars: chargedMicrodollars !== null && showsMargin ? chargedMicrodollars - totalMicrodollars : null,
  }
}
