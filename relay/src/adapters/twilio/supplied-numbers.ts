import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { NumberAddresses, NumberSupplier, SuppliedNumber } from '../../ports/number-supplier.ts'
import { Unreadable } from '../ask-vendor.ts'
import type { TwilioClient } from './redirected-client.ts'
import { ask, askForOne, askToRemove, readSid } from './supplier-answer.ts'
import { bareAddress, callAddress, callsLeadTo, textAddress } from './webhook-address.ts'

const PAGE_SIZE = 200

type Numbers = Pick<NumberSupplier, 'findNumber' | 'readNumber' | 'listNumbers' | 'buyNumber' | 'configureNumber' | 'releaseNumber'>

/** The numbers of the account. */
export function suppliedNumbers(client: TwilioClient): Numbers {
  const { incomingPhoneNumbers: numbers } = client
  return {
    findNumber: (phoneNumber) =>
      ask('read', async () => {
        const found = await numbers.list({ phoneNumber, limit: 20 })
        // The filter takes patterns too, so what comes back is looked at again.
        const [exact] = found.filter((one) => readPhoneNumber(one.phoneNumber ?? '') === phoneNumber)
        return exact ? suppliedNumber(exact) : null
      }),
    readNumber: (sid) => askForOne(async () => suppliedNumber(await numbers(sid).fetch())),
    listNumbers: () => ask('read', async () => (await numbers.list({ pageSize: PAGE_SIZE })).flatMap(knownNumber)),
    buyNumber: ({ phoneNumber, tag, addresses, voiceUrl }) =>
      ask('change', async () => {
        const settings = { friendlyName: tag, voiceUrl, voiceMethod: 'POST', ...settingsOf(addresses) }
        return suppliedNumber(await numbers.create({ phoneNumber, ...settings }))
      }),
    configureNumber: (sid, { tag, voiceUrl, ...addresses }) =>
      ask('change', async () => {
        const settings = {
          ...settingsOf(addresses),
          ...(tag !== undefined && { friendlyName: tag }),
          ...(voiceUrl !== undefined && { voiceUrl, voiceMethod: 'POST' }),
        }
        return suppliedNumber(await numbers(sid).update(settings))
      }),
    releaseNumber: (sid) => askToRemove(() => numbers(sid).remove()),
  }
}

/** Only what is given is set. The voice address is left as it is given: the voice service compares its own. */
function settingsOf({ smsUrl, smsFallbackUrl, statusUrl, voiceFallbackUrl }: Partial<NumberAddresses>) {
  return {
    ...(smsUrl !== undefined && { smsUrl: textAddress(smsUrl), smsMethod: 'POST' }),
    ...(smsFallbackUrl !== undefined && { smsFallbackUrl: textAddress(smsFallbackUrl ?? ''), smsFallbackMethod: 'POST' }),
    ...(statusUrl !== undefined && { statusCallback: textAddress(statusUrl), statusCallbackMethod: 'POST' }),
    ...(voiceFallbackUrl !== undefined && { voiceFallbackUrl: callAddress(voiceFallbackUrl), voiceFallbackMethod: 'POST' }),
  }
}

type Owned = {
  sid: string
  accountSid: string
  phoneNumber: string
  friendlyName: string
  voiceUrl: string
  smsUrl: string
  smsFallbackUrl: string
  statusCallback: string
  voiceFallbackUrl: string
}

function suppliedNumber(owned: Owned): SuppliedNumber {
  const [number] = knownNumber(owned)
  if (!number) throw new Unreadable()
  return number
}

/** Nothing for what has no number that can be phoned. */
function knownNumber(owned: Owned): SuppliedNumber[] {
  const phoneNumber: PhoneNumber | null = readPhoneNumber(owned.phoneNumber ?? '')
  if (!phoneNumber) return []
  return [
    {
      sid: readSid(owned.sid),
      accountSid: owned.accountSid,
      phoneNumber,
      tag: owned.friendlyName ?? '',
      voiceUrl: callsLeadTo(owned.voiceUrl),
      smsUrl: bareAddress(owned.smsUrl),
      smsFallbackUrl: bareAddress(owned.smsFallbackUrl),
      statusUrl: bareAddress(owned.statusCallback),
      voiceFallbackUrl: bareAddress(owned.voiceFallbackUrl),
    },
  ]
}
