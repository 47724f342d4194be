import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { type CallLine, callLineBeingGot } from '../store/onboarding-runs.ts'
import { phoneOfNumber, phoneOfVapiNumber, phonesOfAssistant } from '../store/setup.ts'
import type { Work } from '../store/work.ts'
import { fieldsOf, textOf } from './tool-calls.ts'

/** What the envelope of a Vapi message says about its call. Never taken from tool arguments, which a model fills in. */
export type CallFacts = {
  externalId: string
  callerNumber: PhoneNumber | null
  direction: 'inbound' | 'outbound'
  /** Every id and number of ours that the envelope names; normally one of each. */
  vapiPhoneNumberIds: string[]
  assistantIds: string[]
  dialledNumbers: PhoneNumber[]
  /** Where the live call says it can be steered; not to be trusted before it was checked. A secret. */
  controlUrl: string | null
}

export function readCallFacts(message: unknown): CallFacts {
  const envelope = fieldsOf(message)
  const call = fieldsOf(envelope.call)
  const customer = { ...fieldsOf(envelope.customer), ...fieldsOf(call.customer) }
  const phones = [fieldsOf(call.phoneNumber), fieldsOf(envelope.phoneNumber)]
  return {
    externalId: textOf(call.id, 100),
    callerNumber: readPhoneNumber(textOf(customer.number, 40)),
    direction: call.type === 'outboundPhoneCall' ? 'outbound' : 'inbound',
    vapiPhoneNumberIds: named([call.phoneNumberId, ...phones.map((phone) => phone.id)]),
    assistantIds: named([call.assistantId, fieldsOf(envelope.assistant).id]),
    controlUrl: textOf(fieldsOf(call.monitor).controlUrl, 500) || null,
    dialledNumbers: phones.flatMap((phone) => readPhoneNumber(textOf(phone.number, 40)) ?? []),
  }
}

function named(values: unknown[]): string[] {
  return [...new Set(values.map((value) => textOf(value, 100)).filter(Boolean))]
}

/** The practice's number this call came in on, by everything the envelope names. Null when nothing is known or when two of its parts
 *  belong to different practices: then nothing may be read or changed. */
export function* phoneOfCall(facts: CallFacts): Work<CallLine | null> {
  const found: CallLine[] = []
  for (const id of facts.vapiPhoneNumberIds) {
    const phone = (yield* phoneOfVapiNumber(id)) ?? (yield* callLineBeingGot({ hostedNumberId: id }))
    if (!phone) return null
    found.push(phone)
  }
  for (const number of facts.dialledNumbers) {
    const known = yield* phoneOfNumber(number)
    const isInUse = known !== null && known.status !== 'released'
    const phone = isInUse ? known : ((yield* callLineBeingGot({ phoneNumber: number })) ?? known)
    if (phone) found.push(phone)
  }
  for (const id of facts.assistantIds) {
    const phones = yield* phonesOfAssistant(id)
    // One assistant may answer for several practices; the number then says for which.
    const ours = phones.filter((phone) => phone.practiceId === found[0]?.practiceId)
    found.push(...(ours.length > 0 ? ours : phones))
  }
  const [first] = found
  return first && found.every((phone) => phone.practiceId === first.practiceId) ? first : null
}

/** Who calls. A forwarded call may show one of the practice's own numbers, which is nobody's household: then the caller is unknown. */
export function callerOf(setup: Setup, facts: Pick<CallFacts, 'callerNumber'>): PhoneNumber | null {
  const own = [setup.practice.phoneNumber, ...setup.phoneNumbers.map((phone) => phone.phoneNumber)]
  return facts.callerNumber && !own.includes(facts.callerNumber) ? facts.callerNumber : null
}
