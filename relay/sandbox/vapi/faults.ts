import { z } from 'zod'
import { createFaultBoard, type FaultBoard, type FaultPlan, faultPlan, RequestFault } from '../wire/faults.ts'

export const VapiFaultSettings = z.strictObject({
  /** POST requests. */
  creates: faultPlan(RequestFault).optional(),
  /** PATCH and DELETE requests. */
  changes: faultPlan(RequestFault).optional(),
  reads: faultPlan(RequestFault).optional(),
})

export type VapiFaultPlans = {
  creates: FaultPlan<RequestFault> | null
  changes: FaultPlan<RequestFault> | null
  reads: FaultPlan<RequestFault> | null
}

export type VapiFaults = FaultBoard<VapiFaultPlans>

export const createVapiFaults = (): VapiFaults =>
  createFaultBoard<VapiFaultPlans>(VapiFaultSettings as z.ZodType<Partial<VapiFaultPlans>>, { creates: null, changes: null, reads: null })

export const faultOfMethod = (method: string): keyof VapiFaultPlans =>
  method === 'POST' ? 'creates' : method === 'GET' ? 'reads' : 'changes'
