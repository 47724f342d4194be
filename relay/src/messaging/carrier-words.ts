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
