import { z } from 'zod'
import { createFaultBoard, type FaultBoard, type FaultPlan, faultPlan, RequestFault } from '../wire/faults.ts'

/** What goes wrong with the status callbacks of one text. `early` posts the first one before the create request is answered;
 *  `delayed` ones wait 30 s, or for `release()` when the stand-in does not keep real time. */
export const CallbackFault = z.enum(['duplicated', 'out-of-order', 'dropped', 'delayed', 'early'])
export type CallbackFault = z.infer<typeof CallbackFault>

const request = faultPlan(RequestFault).optional()

export const TwilioFaultSettings = z.strictObject({
  sends: request,
  purchases: request,
  /** Changing a number that the account has. */
  configures: request,
  /** Giving a number back. */
  releases: request,
  /** Whatever changes a messaging service or the numbers in it. */
  services: request,
  /** Only the numbers in it. */
  memberships: request,
  /** Looking for numbers that can be bought. */
  searches: request,
  /** Whatever changes a brand, a campaign or a toll-free verification. */
  registrations: request,
  /** Placing a call. */
  calls: request,
  /** Every GET. */
  reads: request,
  callbacks: faultPlan(CallbackFault).optional(),
})

const NONE = {
  sends: null,
  purchases: null,
  configures: null,
  releases: null,
  services: null,
  memberships: null,
  searches: null,
  registrations: null,
  calls: null,
  reads: null,
}

export type RequestFaultName = keyof typeof NONE
export type TwilioFaultPlans = Record<RequestFaultName, FaultPlan<RequestFault> | null> & { callbacks: FaultPlan<CallbackFault> | null }

export type TwilioFaults = FaultBoard<TwilioFaultPlans>

export const createTwilioFaults = (): TwilioFaults =>
  createFaultBoard<TwilioFaultPlans>(TwilioFaultSettings as z.ZodType<Partial<TwilioFaultPlans>>, { ...NONE, callbacks: null })
