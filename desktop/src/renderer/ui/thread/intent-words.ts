const WORDS: Record<string, string> = {
  confirm: 'Says yes',
  cancel: 'Wants to cancel',
  reschedule: 'Wants another time',
  accept_offer: 'Takes the offer',
  decline_offer: 'Declines the offer',
  late: 'Running late',
  question: 'Question',
  thanks: 'Thanks',
  help: 'Asks for help',
  wrong_number: 'Wrong number',
  opt_out: 'Wants no more texts',
  opt_in: 'Wants texts again',
  urgent: 'Emergency',
  repeat: 'Same text again',
  unclear: 'Unclear reply',
}

/** What a text wants, as staff call it. */
export const intentWords = (intent: string): string => WORDS[intent] ?? 'Text to read'
