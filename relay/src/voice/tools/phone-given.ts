import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { arg } from '../voice-tool.ts'

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const TIMES: Record<string, number> = { double: 2, triple: 3 }

/** No real number of the North American plan has an area or exchange code that begins with 0 or 1; models make such numbers up. */
const MADE_UP = /^\+1(?![2-9]\d\d[2-9])/

/** The number a caller gave, in figures or spoken digit by digit. `unclear` when something like a number was given and cannot be one;
 *  words such as "this number" are neither. */
export function phoneGiven(args: Record<string, unknown>, country: string): { phoneNumber: PhoneNumber | null; unclear: boolean } {
  const said = figures(arg(args, ['phone', 'phoneNumber', 'callbackNumber'], 100))
  const read = readPhoneNumber(said, country)
  const phoneNumber = read && !MADE_UP.test(read) ? read : null
  return { phoneNumber, unclear: phoneNumber === null && said.replace(/\D/g, '').length >= 4 }
}

function figures(said: string): string {
  let times = 1
  const pieces: string[] = []
  for (const word of said.toLowerCase().split(/[\s,]+/)) {
    const digit = word === 'oh' ? 0 : DIGITS.indexOf(word)
    if (digit >= 0) pieces.push(String(digit).repeat(times))
    else if (word === 'plus') pieces.push('+')
    else if (!TIMES[word]) pieces.push(word)
    times = TIMES[word] ?? 1
  }
  return pieces.join('')
}
