import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { CallId, PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import { noteForwarded } from '../onboarding/trial-forward.ts'
import { callByExternalId } from '../store/calls.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type CallFacts, callerOf } from '../voice/call-facts.ts'

/** `controlUrl`: the checked address that steers the live call. */
export type CallOnNumber = Pick<CallFacts, 'externalId' | 'callerNumber' | 'direction'> & {
  phoneNumberId: PhoneNumberId
  controlUrl?: string | null
}

/** The call's record, made when this is the first we hear of it: messages may come in any order. */
export function* callRecord(tx: Tx, facts: CallOnNumber): Work<Call> {
  const known = yield* callByExternalId(tx.practiceId, facts.externalId)
  if (known) return known
  const call: Call = {
    id: tx.newId<CallId>(),
    externalId: facts.externalId,
    phoneNumberId: facts.phoneNumberId,
    direction: facts.direction,
    callerNumber: callerOf(yield* loadSetup(tx.practiceId, tx.practice), facts),
    status: 'ringing',
    startedAt: null,
    endedAt: null,
    endedReason: null,
    summary: null,
    structuredData: null,
    successEvaluation: null,
    costMicrodollars: null,
    recordingRef: null,
    urgency: 'none',
    provenPatientIds: [],
    difference: null,
    hasReport: false,
    takenOverBy: null,
    takenOverAt: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  yield* tx.insert('calls', call)
  yield* noteForwarded(tx, call, facts.callerNumber)
  return call
}

/** How a call ended whose report the voice service does not have. It may still arrive. */
export const REPORT_LOST = 'report-lost'

/** How a call ended whose caller was connected to a person, which is what they asked for. */
export const PUT_THROUGH = 'assistant-forwarded-call'

/** Whether the caller is being connected to a person, or was. */
export const isThrough = (call: Pick<Call, 'status' | 'endedReason'>): boolean =>
  call.status === 'forwarding' || call.endedReason === PUT_THROUGH

const URGENCY = ['none', 'urgent', 'emergency'] as const

/** Urgency can only rise. */
export function higherUrgency(one: Call['urgency'], other: Call['urgency']): Call['urgency'] {
  return URGENCY.indexOf(one) >= URGENCY.indexOf(other) ? one : other
}

export function* updateCall(tx: Tx, call: Call): Work<Call> {
  return yield* tx.update('calls', { ...call, updatedAt: tx.now })
}
