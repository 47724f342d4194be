const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )

/** A whole number of 0–99 in words: "twenty one". */
export function numberWords(number: number): string {
  const ones = ONES[number]
  if (ones !== undefined) return ones
  const tens = TENS[Math.floor(number / 10) - 2] ?? ''
  return number % 10 === 0 ? tens : `${tens} ${ONES[number % 10]}`
}

/** 1–99 as an ordinal in words: "twenty first", "thirtieth". */
export function ordinalWords(number: number): string {
  const ordinal = ORDINALS[number]
  if (ordinal !== undefined) return ordinal
  const tens = TENS[Math.floor(number / 10) - 2] ?? ''
  return number % 10 === 0 ? tens.replace(/y$/, 'ieth') : `${tens} ${ORDINALS[number % 10]}`
}

/** "twenty twenty seven", "two thousand five", "nineteen oh five", "twenty one hundred". */
export function yearWords(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100]
  if (century % 10 === 0 && rest < 10) return `${numberWords(century / 10)} thousand${rest === 0 ? '' : ` ${numberWords(rest)}`}`
  if (rest === 0) return `${numberWords(century)} hundred`
  return `${numberWords(century)} ${rest < 10 ? `oh ${numberWords(rest)}` : numberWords(rest)}`
}

/** One digit character in words. */
export function digitWord(digit: string): string {
  return ONES[Number(digit)] ?? ''
}
