import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AvailableNumber, NumberSearch } from '../../ports/number-supplier.ts'
import type { VendorAnswer } from '../../ports/vendor-answer.ts'
import type { TwilioClient } from './redirected-client.ts'
import { ask } from './supplier-answer.ts'

type Found = { phoneNumber: string; locality: string | null; region: string | null; capabilities: unknown }

/** Numbers for sale that can be phoned and texted and need no address. Finding one does not keep it. */
export function searchNumbers(client: TwilioClient, wanted: NumberSearch): Promise<VendorAnswer<AvailableNumber[]>> {
  return ask('read', async () => {
    const { local, tollFree } = client.availablePhoneNumbers('US')
    const options = searchOptions(wanted)
    const found: Found[] = wanted.kind === 'toll_free' ? await tollFree.list(options) : await local.list(options)
    return found.flatMap(({ phoneNumber, locality, region, capabilities }) => {
      const read = readPhoneNumber(phoneNumber ?? '')
      return read && canCallAndText(capabilities) ? [{ phoneNumber: read, locality: locality || null, region: region || null }] : []
    })
  })
}

function searchOptions({ areaCode, locality, region, contains, near, limit }: NumberSearch) {
  return {
    smsEnabled: true,
    voiceEnabled: true,
    excludeAllAddressRequired: true,
    limit,
    ...(areaCode && { areaCode: Number(areaCode) }),
    ...(locality && { inLocality: locality }),
    ...(region && { inRegion: region }),
    ...(contains && { contains }),
    ...(near && { nearNumber: near.phoneNumber, distance: near.miles }),
  }
}

/** The keys are described as small letters and come as SMS and MMS. */
function canCallAndText(capabilities: unknown): boolean {
  const can = Object.entries(capabilities ?? {}).flatMap(([name, has]) => (has === true ? [name.toLowerCase()] : []))
  return can.includes('voice') && can.includes('sms')
}
