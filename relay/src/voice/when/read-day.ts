import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaySaid } from './day-said.ts'
import { readDistance } from './read-distance.ts'
import { readNamedDay } from './read-named-day.ts'
import { readNthInMonth } from './read-nth.ts'
import { readSpan } from './read-span.ts'
import type { TokenReader } from './token-reader.ts'

/** Reads the day or the stretch of days that begins at this place; `null`, and nothing taken, when none does. */
export function readDay(reader: TokenReader, today: LocalDate): DaySaid | null {
  if (reader.take('soonest')) return { kind: 'soonest' }
  for (const read of [readDistance, readNthInMonth, readNamedDay, readSpan]) {
    const said = reader.attempt((r) => read(r, today))
    if (said) return said
  }
  return null
}
