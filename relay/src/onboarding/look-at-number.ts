import type { AssistantHost, HostedAssistant, HostedNumber } from '../ports/assistant-host.ts'
import type { NumberSupplier, SuppliedNumber, SuppliedService } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'

/** What is known of a number at the vendors. A part whose id is null is not looked at. */
export type NumberIds = {
  twilioSid: string | null
  messagingServiceSid: string | null
  vapiPhoneNumberId: string | null
  vapiAssistantId: string | null
}

/** A number as it is at both vendors now. Null: not there any more, or not looked at (see `ids`). */
export type SeenNumber = {
  ids: NumberIds
  number: SuppliedNumber | null
  service: SuppliedService | null
  /** The supplier's ids of all numbers in the service. */
  serviceNumbers: string[]
  hosted: HostedNumber | null
  assistant: HostedAssistant | null
}

type Looked = { supplier: NumberSupplier; host: AssistantHost | null }

/** Reads everything about one number back from both vendors, all at once. Any answer but `done` means that some part could not be seen.
 *  Without a key of the voice service its parts are not looked at. */
export async function lookAtNumber({ supplier, host }: Looked, known: NumberIds): Promise<VendorAnswer<SeenNumber>> {
  const ids = host ? known : { ...known, vapiPhoneNumberId: null, vapiAssistantId: null }
  const [number, service, serviceNumbers, hosted, assistant] = await Promise.all([
    look(ids.twilioSid, (sid) => supplier.readNumber(sid)),
    look(ids.messagingServiceSid, (sid) => supplier.readService(sid)),
    look(ids.messagingServiceSid, (sid) => supplier.serviceNumbers(sid)),
    look(ids.vapiPhoneNumberId, (id) => host!.readNumber(id)),
    look(ids.vapiAssistantId, (id) => host!.readAssistant(id)),
  ])
  for (const part of [number, service, serviceNumbers, hosted, assistant]) if (part.kind !== 'done') return part
  return {
    kind: 'done',
    value: {
      ids,
      number: seen(number),
      service: seen(service),
      serviceNumbers: seen(serviceNumbers) ?? [],
      hosted: seen(hosted),
      assistant: seen(assistant),
    },
  }
}

async function look<T>(id: string | null, read: (id: string) => Promise<VendorAnswer<T>>): Promise<VendorAnswer<T | null>> {
  if (id === null) return { kind: 'done', value: null }
  const answer = await read(id)
  return answer.kind === 'refused' && answer.code === 'NOT_FOUND' ? { kind: 'done', value: null } : answer
}

const seen = <T>(answer: VendorAnswer<T | null>): T | null => (answer.kind === 'done' ? answer.value : null)
