import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { SetupView } from '../../../ipc/views.ts'
import { type NoSender, textsFrom, whyNoSender } from './text-sender.ts'

/** Whether the patient can still be reached on this very number. */
export function isReachedOn(patient: Pick<Patient, 'contactPoints'>, phoneNumber: PhoneNumber): boolean {
  return patient.contactPoints.some((point) => point.phoneNumber === phoneNumber && point.status === 'active')
}

export const isOptedOut = (optOut: Pick<OptOut, 'optedInAt'> | null | undefined): boolean => Boolean(optOut && optOut.optedInAt === null)

// Twilio: no mobile number, a landline, a carrier that cannot take texts for it; and numbers that do not exist.
const CANNOT_RECEIVE = new Set(['21211', '21612', '21614', '21635', '30005', '30006'])

export type NoText = { words: string; why: 'opted_out' | 'landline' | 'wrong_number' | NoSender['why'] }
export type ReachFacts = {
  optOut: OptOut | null
  /** The texts of the number, oldest first. */
  messages: readonly Message[]
  /** Everyone who has the number on their card. */
  patients: readonly Patient[]
  phoneNumber: PhoneNumber
  phoneNumbers: SetupView['phoneNumbers']
  now: Instant
}

/** Why texts cannot reach a number, in words for staff; null when one can be sent. `say` gives the words of days and numbers. */
export function whyNoText(facts: ReachFacts, say: { day: (at: OptOut['optedOutAt']) => string; ownNumber: string }): NoText | null {
  const { optOut, messages, patients, phoneNumber } = facts
  if (optOut && isOptedOut(optOut)) return { why: 'opted_out', words: optOutWords(optOut, messages, say) }
  const refused = refusedAsLandline(messages)
  if (refused) return { why: 'landline', words: refused.error ?? 'This number cannot receive texts, it may be a landline.' }
  if (patients.length > 0 && !patients.some((one) => isReachedOn(one, phoneNumber)))
    return { why: 'wrong_number', words: 'Somebody on it said that this is a wrong number, so texting stopped.' }
  const lastIn = messages.findLast((one) => one.direction === 'inbound')
  const noSender = whyNoSender(textsFrom(facts.phoneNumbers, lastIn, facts.now))
  if (noSender) return { why: noSender.why, words: noSender.words }
  return null
}

const FINAL = new Set<Message['status']>(['sent', 'delivered', 'undelivered', 'failed'])

/** The text that showed that a number cannot take texts at all; null when a later one arrived. `messages` of one number, oldest first. */
export function refusedAsLandline(messages: readonly Message[]): Message | null {
  const last = messages.findLast((one) => one.direction === 'outbound' && FINAL.has(one.status))
  return last && CANNOT_RECEIVE.has(last.errorCode ?? '') ? last : null
}

function optOutWords(optOut: OptOut, messages: readonly Message[], say: Parameters<typeof whyNoText>[1]): string {
  const words = messages.find((one) => one.id === optOut.messageId && one.direction === 'inbound')?.body
  const quoted = words ? ` (“${words.slice(0, 60)}”)` : ''
  return `No texts to this number since ${say.day(optOut.optedOutAt)}${quoted}. Only they can switch texts back on, by texting START to ${say.ownNumber}.`
}
