export type CarrierWord = 'stop' | 'cancel' | 'start' | 'yes' | 'help'

// Twilio's default keywords on long codes (help.twilio.com "Twilio support for opt-out keywords"; REVOKE and OPTOUT since May 2025).
// The whole text must be that one word, in any case; "cancel my visit" and "opt out" are not keywords.
const WORDS: Record<string, CarrierWord> = {
  STOP: 'stop',
  STOPALL: 'stop',
  UNSUBSCRIBE: 'stop',
  END: 'stop',
  QUIT: 'stop',
  REVOKE: 'stop',
  OPTOUT: 'stop',
  CANCEL: 'cancel',
  START: 'start',
  UNSTOP: 'start',
  YES: 'yes',
  HELP: 'help',
  INFO: 'help',
}

/** The carrier keyword a whole text is, if it is one. Punctuation and spaces around it are assumed not to matter to the carrier. */
export function carrierWord(body: string): CarrierWord | null {
  const word = body
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  return Object.hasOwn(WORDS, word) ? WORDS[word]! : null
}

// The names that the opt-out feature of a messaging service gives to what it has answered, whichever word the practice set for it.
const NAMED: Record<string, CarrierWord> = { STOP: 'stop', START: 'start', HELP: 'help' }

/** The keyword a text was to the carrier: by its words, else as the service named it. A YES that the service names START switched
 *  texting back on. */
export function keywordOf(body: string, optOutType: string | null): CarrierWord | null {
  const named = optOutType !== null && Object.hasOwn(NAMED, optOutType.toUpperCase()) ? NAMED[optOutType.toUpperCase()]! : null
  const word = carrierWord(body)
  return word === 'yes' && named === 'start' ? 'start' : (word ?? named)
}

/** On toll-free numbers the carriers themselves keep the block, and YES does not end it. */
export function isTollFree(phoneNumber: string): boolean {
  return /^\+18(00|33|44|55|66|77|88)/.test(phoneNumber)
}
