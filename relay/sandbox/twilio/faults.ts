import { z } from 'zod'
import { createFaultBoard, type FaultBoard, type FaultPlan, faultPlan, RequestFault } from '../wire/faults.ts'

/** What goes wrong with the status callbacks of one text. `early` posts the first one before the create request is answered;
 *  `delayed` ones wait 30 s, or for `release()` when the stand-in does not keep real time. */
export const CallbackFault = z.enum(['duplicated', 'out-of-order', 'dropped', 'delayed', 'early'])
export type CallbackFault = z.infer<typeof CallbackFault>

export const TwilioFaultSettings = z.strictObject({
  sends: faultPlan(RequestFault).optional(),
  purchases: faultPlan(RequestFault).optional(),
  /** Every GET. */
  reads: faultPlan(RequestFault).optional(),
  callbacks: faultPlan(CallbackFault).optional(),
})

export type TwilioFaultPlans = {
  sends: FaultPlan<RequestFault> | null
  purchases: FaultPlan<RequestFault> | null
  reads: FaultPlan<RequestFault> | null
  callbacks: FaultPlan<CallbackFault> | null
}

export type TwilioFaults = FaultBoard<TwilioFaultPlans>

export const createTwilioFaults = (): TwilioFaults =>
  createFaultBoard<TwilioFaultPlans>(TwilioFaultSettings as z.ZodType<Partial<TwilioFaultPlans>>, {
    sends: null,
    purchases: null,
    reads: null,
    callbacks: null,
  })
