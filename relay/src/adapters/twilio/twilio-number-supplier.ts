import type { NumberSupplier } from '../../ports/number-supplier.ts'
import { messagingServices } from './messaging-services.ts'
import { placedCalls } from './placed-calls.ts'
import { type TwilioAccess, twilioClient } from './redirected-client.ts'
import { searchNumbers } from './search-numbers.ts'
import { suppliedNumbers } from './supplied-numbers.ts'
import { textRegistrations } from './text-registrations.ts'
import { tollFreeVerifications } from './toll-free-verifications.ts'

/** Phone numbers at Twilio. Never throws; its answers hold codes only. */
export function twilioNumberSupplier(access: TwilioAccess): NumberSupplier {
  const client = twilioClient(access)
  return {
    search: (wanted) => searchNumbers(client, wanted),
    ...suppliedNumbers(client),
    ...messagingServices(client),
    ...textRegistrations(client),
    ...tollFreeVerifications(client),
    ...placedCalls(client),
  }
}
