// Source: Twilio's support article on opt-out keywords; REVOKE and OPTOUT since May 2025.
const STOP_WORDS = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']
const START_WORDS = ['START', 'YES', 'UNSTOP']
const HELP_WORDS = ['HELP', 'INFO']

export const CARRIER_TEXTS = {
  stop: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  start:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  help: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const

export type CarrierReply = keyof typeof CARRIER_TEXTS

export type OptOuts = {
  /** Applies a text to the block of one patient and one sender; tells which carrier text answers it, if any. */
  hear: (patient: string, sender: string, body: string) => CarrierReply | null
  isBlocked: (patient: string, sender: string) => boolean
  clear: () => void
}

/** The keyword that is the whole text, or null: "PLEASE CANCEL" is none. */
export function keywordOf(body: string): 'stop' | 'start' | 'help' | null {
  const word = body
    .trim()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .toUpperCase()
  if (STOP_WORDS.includes(word)) return 'stop'
  if (START_WORDS.includes(word)) return 'start'
  return HELP_WORDS.includes(word) ? 'help' : null
}

/** Who blocked whom. A sender is one of our numbers, or the messaging service that it belongs to. */
export function createOptOuts(): OptOuts {
  const blocks = new Set<string>()
  const key = (patient: string, sender: string) => `${patient}|${sender}`
  return {
    hear: (patient, sender, body) => {
      const keyword = keywordOf(body)
      const blocked = blocks.has(key(patient, sender))
      if (keyword === 'help') return 'help'
      if (keyword === 'stop' && !blocked) {
        blocks.add(key(patient, sender))
        return 'stop'
      }
      // START and YES are answered only by someone who was blocked; otherwise they are ordinary words.
      return keyword === 'start' && blocks.delete(key(patient, sender)) ? 'start' : null
    },
    isBlocked: (patient, sender) => blocks.has(key(patient, sender)),
    clear: () => blocks.clear(),
  }
}
