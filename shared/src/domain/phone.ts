import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'

/** An E.164 number such as `+12125550142`. */
export const PhoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'not an E.164 number')
  .brand<'PhoneNumber'>()
export type PhoneNumber = z.infer<typeof PhoneNumber>

/** Reads what a person typed or a carrier sent; `country` (two letters) decides numbers without a country code.
 *  `null` for anything that is not a phone number: "anonymous", a SIP address, a short code, and the keypad spellings
 *  of ANONYMOUS (+266696687) and RESTRICTED (+7378742833) that carriers send for withheld callers. */
export function readPhoneNumber(raw: string, country = 'US'): PhoneNumber | null {
  if (raw.length > 40 || raw === '+266696687' || raw === '+7378742833') return null
  const parsed = parsePhoneNumberFromString(raw, isSupportedCountry(country) ? country : 'US')
  return parsed?.isPossible() ? (parsed.number as string as PhoneNumber) : null
}

/** The way people of that country write it: `(212) 555-0142` within the country, `+44 20 …` from another. */
export function formatPhone(number: PhoneNumber, country = 'US'): string {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
}
