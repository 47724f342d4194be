import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { NumberAddresses } from '../ports/number-supplier.ts'
import type { SeenNumber } from './look-at-number.ts'

/** How a number should be. Null: not compared. */
export type WantedNumber = {
  tag: string | null
  addresses: NumberAddresses
  /** Where calls lead now. "theirs": the voice service's address, whatever it is: not empty and not ours. */
  voiceUrl: string | 'theirs' | null
  deskVoiceUrl: string
  /** The assistant that answers; null also when none is expected. */
  assistantId: string | null
  fingerprint: string | null
}

/** What is not as it should be, worst first; empty when all is well. Parts that were not looked at are taken as well. */
export function differencesOf(seen: SeenNumber, wanted: WantedNumber): NumberProblemCode[] {
  return [...atSupplier(seen, wanted), ...atHost(seen, wanted)]
}

function atSupplier({ ids, number, service, serviceNumbers }: SeenNumber, wanted: WantedNumber): NumberProblemCode[] {
  if (ids.twilioSid !== null && number === null) return ['NUMBER_MISSING']
  const found: NumberProblemCode[] = []
  if (number && !isVoiceAddressRight(number.voiceUrl, wanted)) found.push('VOICE_ADDRESS_CHANGED')
  const isServiceRight = !service || service.usesNumberAddress || service.inboundUrl === wanted.addresses.smsUrl
  if ((number && !areAddressesRight(number, wanted)) || !isServiceRight) found.push('ADDRESSES_CHANGED')
  const isMember = service !== null && (ids.twilioSid === null || serviceNumbers.includes(ids.twilioSid))
  if (ids.messagingServiceSid !== null && !isMember) found.push('NOT_IN_SERVICE')
  return found
}

function atHost({ ids, hosted, assistant }: SeenNumber, wanted: WantedNumber): NumberProblemCode[] {
  const found: NumberProblemCode[] = []
  if (ids.vapiPhoneNumberId !== null && hosted === null) found.push('IMPORT_MISSING')
  if (ids.vapiAssistantId !== null && assistant === null) found.push('ASSISTANT_MISSING')
  if (hosted?.status === 'blocked') found.push('VENDOR_BLOCKED')
  if (hosted && wanted.assistantId !== null && hosted.assistantId !== wanted.assistantId) found.push('ASSISTANT_NOT_LINKED')
  if (assistant && wanted.fingerprint !== null && assistant.fingerprint !== wanted.fingerprint) found.push('ASSISTANT_CHANGED')
  return found
}

function isVoiceAddressRight(voiceUrl: string, { voiceUrl: wanted, deskVoiceUrl }: WantedNumber): boolean {
  if (wanted === null) return true
  return wanted === 'theirs' ? voiceUrl !== '' && voiceUrl !== deskVoiceUrl : voiceUrl === wanted
}

type Set = { tag: string; smsUrl: string; smsFallbackUrl: string; statusUrl: string; voiceFallbackUrl: string }

/** The name counts as an address: it is set together with them. */
export function areAddressesRight(number: Set, { tag, addresses }: Pick<WantedNumber, 'tag' | 'addresses'>): boolean {
  return (
    (tag === null || number.tag === tag) &&
    number.smsUrl === addresses.smsUrl &&
    number.smsFallbackUrl === (addresses.smsFallbackUrl ?? '') &&
    number.statusUrl === addresses.statusUrl &&
    number.voiceFallbackUrl === addresses.voiceFallbackUrl
  )
}
