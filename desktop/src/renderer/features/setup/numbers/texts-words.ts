import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { registrationKindOf } from '@dentalanswer/shared/domain/registration-words.ts'

/** What leave to text means for the number that is being added: how long it takes, and whether there is anything to do now. */
export function textsWords(registrations: Pick<TextRegistration, 'kind' | 'approvedAt'>[], wanted: PhoneNumber | null): string {
  if (wanted && registrationKindOf(wanted) === 'toll_free')
    return 'A toll-free number has a registration of its own: send it from Leave to text once the number is here. Details saved now are taken over. Carriers usually agree in 3 to 5 business days; calls work at once.'
  if (registrations.some((one) => one.kind === '10dlc' && one.approvedAt !== null))
    return 'The practice is registered already, and the new number is added to that by itself. Nothing to do here; calls work at once.'
  return 'Carriers want to know who texts before they let a number text. Calls work at once; texts begin when the carriers agree, usually in two to four weeks. This can be filled in now or later.'
}
