import { z } from 'zod'
import { createFaultBoard, type FaultBoard, type FaultPlan, faultPlan, RequestFault } from '../wire/faults.ts'

const request = faultPlan(RequestFault).optional()

export const VapiFaultSettings = z.strictObject({
  /** POST requests. */
  creates: request,
  /** PATCH and DELETE requests. */
  changes: request,
  reads: request,
  /** Importing a number. */
  imports: request,
  /** Making an assistant. */
  assistants: request,
  /** Changing an assistant. */
  publishes: request,
  /** Changing a number, which is how an assistant is linked. */
  links: request,
  /** DELETE requests. */
  removals: request,
  /** Placing a call. */
  calls: request,
})

const NONE = {
  creates: null,
  changes: null,
  reads: null,
  imports: null,
  assistants: null,
  publishes: null,
  links: null,
  removals: null,
  calls: null,
}

export type VapiFaultPlans = Record<keyof typeof NONE, FaultPlan<RequestFault> | null>

export type VapiFaults = FaultBoard<VapiFaultPlans>

export const createVapiFaults = (): VapiFaults =>
  createFaultBoard<VapiFaultPlans>(VapiFaultSettings as z.ZodType<Partial<VapiFaultPlans>>, NONE)

/** Which faults a request may meet; the first one that is planned is used up. */
const NAMES: { method: string; path: RegExp; names: (keyof VapiFaultPlans)[] }[] = [
  { method: 'GET', path: /^/, names: ['reads'] },
  { method: 'POST', path: /\/phone-number$/, names: ['imports', 'creates'] },
  { method: 'POST', path: /\/assistant$/, names: ['assistants', 'creates'] },
  { method: 'POST', path: /\/call$/, names: ['calls', 'creates'] },
  { method: 'POST', path: /^/, names: ['creates'] },
  { method: 'PATCH', path: /\/phone-number\//, names: ['links', 'changes'] },
  { method: 'PATCH', path: /\/assistant\//, names: ['publishes', 'changes'] },
  { method: 'DELETE', path: /^/, names: ['removals', 'changes'] },
  { method: 'PATCH', path: /^/, names: ['changes'] },
]

export function takeFault(faults: VapiFaults, method: string, path: string): RequestFault | undefined {
  const names = NAMES.find((one) => one.method === method && one.path.test(path))?.names ?? []
  const name = names.find((one) => faults.get()[one] !== null)
  return name && faults.take(name)
}
