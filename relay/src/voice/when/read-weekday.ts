import type { DaySaid } from './day-said.ts'
import { readStep } from './read-month.ts'
import type { TokenReader } from './token-reader.ts'

/** "Wednesday", "this Wednesday", "next Wednesday", "Wednesday week", "the Wednesday after next". */
export function readWeekday(reader: TokenReader): DaySaid | null {
  reader.skip('the', 'el', 'every', 'any', 'on')
  const step = readStep(reader)
  reader.skip('coming')
  const weekday = reader.weekday()
  if (weekday === undefined) return null
  reader.at++
  const plusDays = reader.attempt(takeWeekLater) ?? 0
  const isNext = step === 1 || (!plusDays && takeNextBehind(reader))
  return { kind: 'weekday', weekday, week: step === -1 ? 'last' : isNext ? 'next' : 'coming', plusDays }
}

function takeWeekLater(reader: TokenReader): number | null {
  if (reader.take('after')) return reader.take('next') ? 7 : null
  return reader.take('week') && !['of', 'notbefore', 'next'].includes(reader.word()) ? 7 : null
}

/** Spanish puts "next" behind: "el lunes que viene". "Monday next month" is about the month. */
function takeNextBehind(reader: TokenReader): boolean {
  return !['week', 'month', 'year'].includes(reader.word(1)) && reader.take('next')
}
