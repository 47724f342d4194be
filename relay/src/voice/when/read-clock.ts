import { isCounted, isHourMark } from './counted-words.ts'
import type { TokenReader } from './token-reader.ts'

/** A time on the clock as it was said. `half` is what was said about am and pm; `asWritten` is a 24-hour time. */
export type Clock = { hour: number; minute: number; half: 'am' | 'pm' | null; asWritten: boolean }

export type HalfOfDay = 'am' | 'pm'

/** Reads a clock time. A bare "9" is one only when `anchored`, which is after a word such as "at" or "before".
 *  'impossible' is a time no clock shows, such as 25:00. */
export function readClock(reader: TokenReader, anchored: boolean, inBetween = false): Clock | 'impossible' | null {
  const read =
    reader.attempt(readNoon) ??
    reader.attempt(readWrittenClock) ??
    reader.attempt((r) => readMinutesTo(r, anchored)) ??
    reader.attempt((r) => readHour(r, anchored, inBetween))
  if (!read || read.half || read.asWritten) return read && checked(read)
  const half = readHalf(reader)
  return checked({ ...read, half })
}

/** The minute of the day. Without am or pm an hour of 1–6 is in the afternoon and 7–11 in the morning, as at a dentist's. */
export function minuteOfClock({ hour, minute, half, asWritten }: Clock, hint: HalfOfDay | null): number {
  const said = half ?? hint
  if (asWritten || hour === 0 || hour > 12) return hour * 60 + minute
  if (hour === 12) return (half === 'am' ? 0 : 720) + minute
  return (hour + ((said ? said === 'pm' : hour < 7) ? 12 : 0)) * 60 + minute
}

function checked(clock: Clock): Clock | 'impossible' {
  if (clock.hour > 23 || clock.minute > 59) return 'impossible'
  // "14:30 pm" is 14:30; "02:30 pm" in a date-time is half past two all the same.
  return clock.half && clock.asWritten ? { ...clock, asWritten: false } : clock
}

function readHalf(reader: TokenReader): HalfOfDay | null {
  reader.skip('oclock', 'sharp')
  if (reader.take('am')) return 'am'
  return reader.take('pm') ? 'pm' : null
}

function readNoon(reader: TokenReader): Clock | null {
  reader.skip('the')
  if (reader.take('midnight')) return { hour: 0, minute: 0, half: null, asWritten: true }
  return reader.take('noon') ? { hour: 12, minute: 0, half: 'pm', asWritten: false } : null
}

function readWrittenClock(reader: TokenReader): Clock | null {
  reader.skip('the')
  const token = reader.peek()
  if (token?.kind !== 'clock') return null
  reader.at++
  return { hour: token.hour, minute: token.minute, half: token.asWritten ? readHalf(reader) : null, asWritten: token.asWritten }
}

/** "half past two", "quarter to four", "twenty past nine", "ten minutes to three". */
function readMinutesTo(reader: TokenReader, anchored: boolean): Clock | null {
  reader.skip('a', 'the')
  const number = reader.numberToken()
  const minutes = reader.take('half')
    ? 30
    : reader.take('quarter')
      ? 15
      : number && [5, 10, 20, 25].includes(number.value)
        ? number.value
        : null
  if (minutes === null) return null
  const isFraction = minutes === 15 || minutes === 30
  if (!isFraction) reader.at++
  const isNamed = isFraction || reader.take('minute') || anchored
  const before = isNamed && reader.take(...(isFraction ? ['to', 'until', 'before', 'of'] : ['to', 'until', 'before']))
  if (!before && !reader.take('past') && !(isNamed && reader.take('after'))) return null
  const hour = reader.numberToken()
  if (!hour || hour.ordinal || hour.value < 1 || hour.value > 12) return null
  reader.at++
  if (!before) return plain(hour.value, minutes)
  return plain(hour.value === 1 ? 12 : hour.value - 1, 60 - minutes)
}

/** "nine", "nine thirty", "nine oh five", "930", "9 am", "nine o'clock", "las nueve y media", "diez menos cuarto". */
function readHour(reader: TokenReader, anchored: boolean, inBetween: boolean): Clock | null {
  reader.skip('the')
  const hour = reader.numberToken()
  if (!hour || hour.ordinal || hour.digits > 4) return null
  reader.at++
  if (hour.digits > 2) return anchored || isHourMark(reader, 0) ? plain(Math.floor(hour.value / 100), hour.value % 100) : null
  const minutes = reader.attempt((r) => readMinutes(r, hour.digits, inBetween)) ?? reader.attempt(readMinus)
  const isClear = anchored || isHourMark(reader, 0) || (minutes !== null && hour.value >= 1 && hour.value <= 12)
  if (!isClear || (!isHourMark(reader, 0) && isCounted(reader, 0))) return null
  if (minutes === null || minutes >= 0) return plain(hour.value, minutes ?? 0)
  return plain(hour.value === 1 ? 12 : hour.value - 1, 60 + minutes)
}

/** Minutes behind an hour, said the way the hour was: "nine thirty", "9 30", "nine oh five", "nueve y media". */
function readMinutes(reader: TokenReader, hourDigits: number, inBetween: boolean): number | null {
  const zero = reader.take('oh') || (reader.numberToken()?.value === 0 && reader.at++ >= 0)
  const joined = !zero && reader.take('y')
  if (joined && reader.take('half')) return 30
  if (joined && reader.take('quarter')) return 15
  const minutes = reader.numberToken()
  if (!minutes || minutes.ordinal || minutes.value > 59) return null
  const fits = zero ? minutes.value < 10 : minutes.value >= (joined ? 5 : 10) && minutes.digits === (hourDigits ? 2 : 0)
  if (!fits || (joined && (inBetween || minutes.value % 5))) return null
  reader.at++
  return minutes.value
}

/** Spanish takes minutes off the hour: "diez menos cuarto". */
function readMinus(reader: TokenReader): number | null {
  if (!reader.take('menos')) return null
  if (reader.take('quarter')) return -15
  const minutes = reader.numberToken()?.value
  if (minutes === undefined || ![5, 10, 20, 25].includes(minutes)) return null
  reader.at++
  return -minutes
}

function plain(hour: number, minute: number): Clock {
  return { hour, minute, half: null, asWritten: false }
}
