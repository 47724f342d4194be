/** What staff should know or do about an error of a text, by Twilio's code (twilio.com/docs/api/errors). */
const ADVICE: Record<string, string> = {
  '21610': 'This number asked for no texts. Only the patient can switch them back on by texting START. Phone them.',
  '21211': 'That is not a phone number. Correct it in the patient’s card.',
  '21614': 'This number cannot receive texts, it may be a landline. Phone them.',
  '21635': 'This is a landline and cannot receive texts. Phone them.',
  '21612': 'Texts cannot reach this number. Phone them.',
  '21408': 'Texts to that country are not switched on. Ask the operator.',
  '21608': 'The texting account may only text verified numbers until its registration is done. Ask the operator.',
  '21606': 'The practice’s number cannot send texts. Ask the operator.',
  '21601': 'The practice’s number cannot send texts yet. Ask the operator.',
  '21659': 'The practice’s number cannot send texts yet. Ask the operator.',
  '21660': 'The practice’s number belongs to another account. Ask the operator.',
  '21617': 'The text is too long. Shorten it.',
  '21658': 'The text is too long. Shorten it.',
  '20003': 'The texting account refused our credentials. Ask the operator.',
  '20005': 'The texting account is not active. Ask the operator.',
  '30002': 'The texting account is suspended. Ask the operator.',
  '30003': 'The phone was off or out of reach. Phone them, or try again later.',
  '30004': 'The patient’s carrier blocks our texts. Phone them.',
  '30005': 'This number does not exist any more. Find the right one.',
  '30006': 'This number cannot receive texts, it may be a landline. Phone them.',
  '30007': 'A carrier filtered this text as unwanted. Phone them, and tell the operator if it happens again.',
  '30008': 'The carrier could not deliver it and did not say why.',
  '30032': 'The practice’s toll-free number is not verified for texting yet. Voice works; phone them.',
  '30034': 'The practice’s number is not registered for texting yet. Voice works; phone them.',
  '30036': 'It could not be delivered in time. Check whether it still matters.',
  '30001': 'The practice’s number had too many texts waiting. Try again later.',
  '21611': 'The practice’s number had too many texts waiting. Try again later.',
  '20429': 'The texting service was too busy for too long. Phone them, or try again later.',
  ECONNREFUSED: 'The texting service could not be reached for too long. Phone them, or try again later.',
  ENOTFOUND: 'The texting service could not be reached for too long. Phone them, or try again later.',
  '21266': 'That is the practice’s own number. Find the patient’s.',
  '21212': 'The practice’s number cannot send texts. Ask the operator.',
  '21701': 'The practice’s texting set-up is wrong. Ask the operator.',
  '21703': 'The practice’s texting set-up is wrong. Ask the operator.',
  '14107': 'Too many texts went back and forth in a short time. Phone them.',
  '30450': 'Texts to this range of numbers are held back as suspicious. Ask the operator.',
  '63038': 'The account’s limit of texts for today is reached. It can be sent again tomorrow.',
  '30023': 'The carrier’s limit of texts for today is reached. It can be sent again tomorrow.',
}

export function adviceFor(code: string | null): string {
  return (code && ADVICE[code]) || 'The text was not delivered. Phone them.'
}

/** Errors that come after acceptance and for which one later try is safe, in minutes from now (facts of the error pages). */
const RETRY_AFTER_MINUTES: Record<string, number> = { '30003': 30, '30008': 15, '30001': 30 }

export function retryAfterMinutes(code: string | null): number | null {
  return (code && RETRY_AFTER_MINUTES[code]) || null
}
