// Twilio delivers at most 1,600 characters; anything longer did not come from a phone.
export const LONGEST_REPLY = 1600

const ABBREVIATED = /\b(dr|mr|mrs|ms|sr|sra|dra|appt|mon|tues?|wed|thu|thurs?|fri|sat|sun|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\. /gi
// Zero-width marks, variation selectors and skin tones.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/gu

/** Unicode to one form: straight quotes, no invisible characters, no full stop that ends no sentence; at most `LONGEST_REPLY` long. */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST_REPLY)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/\b([ap])\. ?m\b\.?/gi, '$1m')
    .replace(ABBREVIATED, '$1 ')
    .replace(INVISIBLE, '')
}
