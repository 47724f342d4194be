import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type OwnedPhone, phoneOfNumber, phoneOfVapiNumber, phonesOfAssistant } from '../store/setup.ts'
import type { Work } from '../store/work.ts'
import { fieldsOf, textOf } from './tool-calls.ts'

/** What the envelope of a Vapi message says about its call. Never taken from tool arguments, which a model fills in. */
export type CallFacts = {
  externalId: string
  callerNumber: PhoneNumber | null
  direction: 'inbound' | 'outbound'
  vapiPhoneNumberId: string
  assistantId: string
  dialledNumber: PhoneNumber | null
}

export function readCallFacts(message: unknown): CallFacts {
  const envelope = fieldsOf(message)
  const call = fieldsOf(envelope.call)
  const customer = { ...fieldsOf(envelope.customer), ...fieldsOf(call.customer) }
  const phone = { ...fieldsOf(call.phoneNumber), ...fieldsOf(envelope.phoneNumber) }
  return {
    externalId: textOf(call.id, 100),
    callerNumber: readPhoneNumber(textOf(customer.number, 40)),
    direction: call.type === 'outboundPhoneCall' ? 'outbound' : 'inbound',
    vapiPhoneNumberId: textOf(call.phoneNumberId ?? phone.id, 100),
    assistantId: textOf(call.assistantId ?? fieldsOf(envelope.assistant).id, 100),
    dialledNumber: readPhoneNumber(textOf(phone.number, 40)),
  }
}

/** The practice's number this call came in on, by everything the envelope names. Null when nothing is known or when two of its parts
 *  belong to different practices: then nothing may be read or changed. */
export function* phoneOfCall(facts: CallFacts): Work<OwnedPhone | null> {
  const found: OwnedPhone[] = []
  if (facts.vapiPhoneNumberId) {
    const phone = yield* phoneOfVapiNumber(facts.vapiPhoneNumberId)
    if (!phone) return null
    found.push(phone)
  }
  if (facts.dialledNumber) {
    const phone = yield* phoneOfNumber(facts.dialledNumber)
    if (phone) found.push(phone)
  }
  if (facts.assistantId) found.push(...(yield* phonesOfAssistant(facts.assistantId)).slice(0, 1))
  const [first] = found
  return first && found.every((phone) => phone.practiceId === first.practiceId) ? first : null
}
