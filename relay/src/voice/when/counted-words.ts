import type { TokenReader } from './token-reader.ts'

const COUNTED = ['hour', 'minute', 'day', 'week', 'month', 'year', 'fortnight', 'people', 'persons', 'kids', 'children', 'us']

/** Whether the number before this place counts something: "3 weeks", "2 of us". */
export function isCounted(reader: TokenReader, ahead: number): boolean {
  return COUNTED.includes(reader.word(ahead)) || (reader.word(ahead) === 'of' && ['us', 'them', 'my'].includes(reader.word(ahead + 1)))
}

/** Whether the number before this place is an hour: "9 am", "two o'clock". */
export function isHourMark(reader: TokenReader, ahead: number): boolean {
  return ['am', 'pm', 'oclock'].includes(reader.word(ahead))
}
